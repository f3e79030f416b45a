import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createHub } from '../../../db/create-hub.ts';
import { openHub } from '../../../db/open-hub.ts';
import { restore } from '../../../db/restore.ts';
import { carryOut } from '../../factories/change.ts';
import { NOW } from '../../factories/clock.ts';
import { anAdmission } from '../../factories/command.ts';
import { TEST_HUB } from '../../factories/database.ts';
import { temporaryFile } from './temporary-folder.ts';

async function hubWithBackup() {
  const file = temporaryFile();
  const copyFile = temporaryFile('copy.sqlite');
  await createHub(file, TEST_HUB);
  const hub = await openHub(file, { at: NOW });
  await hub.backUp(copyFile);
  await carryOut(hub.store, anAdmission());
  const { epoch } = await hub.store.readMark();
  return { file, copyFile, hub, epoch };
}

describe('restoring a backup', () => {
  it('brings back what the backup holds, as a new epoch, and keeps what was there', async () => {
    const { file, copyFile, hub, epoch } = await hubWithBackup();
    await hub.close();
    const keptAs = await restore(copyFile, file, { at: NOW });
    const restored = await openHub(file, { at: NOW });
    expect(await restored.store.liveSpells()).toEqual([]);
    expect((await restored.store.readMark()).epoch).not.toBe(epoch);
    await restored.close();

    const before = await openHub(keptAs ?? '', { at: NOW });
    expect(await before.store.liveSpells()).toHaveLength(1);
    await before.close();
  });

  it('is refused while a server uses the database', async () => {
    const { file, copyFile, hub } = await hubWithBackup();
    await expect(restore(copyFile, file, { at: NOW })).rejects.toThrow('Stop it first');
    expect(await hub.store.liveSpells()).toHaveLength(1);
    await hub.close();
  });

  it('leaves everything as it is when the backup is not a database', async () => {
    const { file, hub } = await hubWithBackup();
    await hub.close();
    const rubbish = temporaryFile('rubbish.sqlite');
    writeFileSync(rubbish, 'This is a letter, not a database. '.repeat(200));
    await expect(restore(rubbish, file, { at: NOW })).rejects.toThrow();
    const still = await openHub(file, { at: NOW });
    expect(await still.store.liveSpells()).toHaveLength(1);
    await still.close();
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
