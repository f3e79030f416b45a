import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHub } from '../../../db/create-hub.ts';
import { acquireLock } from '../../../db/lock.ts';
import { openHub } from '../../../db/open-hub.ts';
import { NOW } from '../../factories/clock.ts';
import { TEST_HUB } from '../../factories/database.ts';
import { temporaryFile } from './temporary-folder.ts';

const REFUSAL = 'Another server or command is using';

async function startHolder(file: string): Promise<ChildProcess> {
  const program = path.join(import.meta.dirname, 'lock-holder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
}

describe('the lock on a database', () => {
  it('is held by one server at a time', () => {
    const file = temporaryFile();
    const lock = acquireLock(file);
    expect(() => acquireLock(file)).toThrow(REFUSAL);
    lock.release();
    acquireLock(file).release();
  });

  it('keeps a second server out, and is freed when the first one is killed', async () => {
    const file = temporaryFile();
    await createHub(file, TEST_HUB);
    const holder = await startHolder(file);
    await expect(openHub(file, { at: NOW })).rejects.toMatchObject({ code: 'locked' });
    await expect(openHub(file, { at: NOW })).rejects.toThrow(REFUSAL);
    await expect(createHub(file, TEST_HUB)).rejects.toThrow(REFUSAL);

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const hub = await openHub(file, { at: NOW });
    expect(await hub.store.lastSeq()).toBe(0);
    await hub.close();
  });
});
