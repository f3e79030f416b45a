import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHub } from '../../../db/create-hub.ts';
import { openHub } from '../../../db/open-hub.ts';
import { carryOut } from '../../factories/change.ts';
import { NOW } from '../../factories/clock.ts';
import { anAdmission } from '../../factories/command.ts';
import { TEST_HUB } from '../../factories/database.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';
import { temporaryFile } from './temporary-folder.ts';

const admissionOf = (number: number) =>
  anAdmission({
    id: idOf(100 + number),
    person: aPersonDetails({ nhsNumber: nhsNumberOf(number) }),
  });

describe('a backup', () => {
  it('holds everything, in one file, and is a hub of its own', async () => {
    const file = temporaryFile();
    const copyFile = temporaryFile('copy.sqlite');
    await createHub(file, TEST_HUB);
    const hub = await openHub(file, { at: NOW });
    await carryOut(hub.store, admissionOf(1));
    await hub.backUp(copyFile);
    expect(readdirSync(path.dirname(copyFile))).toEqual(['copy.sqlite']);
    await carryOut(hub.store, admissionOf(2));

    const copy = await openHub(copyFile, { at: NOW });
    const [first] = await hub.store.liveSpells();
    expect(await copy.store.liveSpells()).toEqual([first]);
    expect(await copy.store.readMark()).toEqual(await hub.store.readMark());
    await copy.close();
    await hub.close();
  });

  it('replaces the one before, and goes on while people work', async () => {
    const file = temporaryFile();
    const copyFile = temporaryFile('copy.sqlite');
    await createHub(file, TEST_HUB);
    const hub = await openHub(file, { at: NOW });
    await hub.backUp(copyFile);
    const copying = hub.backUp(copyFile);
    for (let number = 1; number <= 20; number += 1) await carryOut(hub.store, admissionOf(number));
    await copying;
    const copy = await openHub(copyFile, { at: NOW });
    const seq = await copy.store.lastSeq();
    expect(await copy.store.liveSpells()).toHaveLength(seq);
    await copy.close();
    await hub.close();
  });

  it('leaves the one before when it cannot be made', async () => {
    const file = temporaryFile();
    await createHub(file, TEST_HUB);
    const hub = await openHub(file, { at: NOW });
    await expect(hub.backUp('/no/such/folder/copy.sqlite')).rejects.toThrow();
    await hub.close();
  });
});
