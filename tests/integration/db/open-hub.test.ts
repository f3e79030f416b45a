import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHub } from '../../../db/create-hub.ts';
import { openDatabase } from '../../../db/open-database.ts';
import { openHub } from '../../../db/open-hub.ts';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import { carryOut } from '../../factories/change.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { anAdmission } from '../../factories/command.ts';
import { TEST_HUB } from '../../factories/database.ts';
import { temporaryFile } from './temporary-folder.ts';

const at = NOW;

async function newHub(): Promise<string> {
  const file = temporaryFile();
  await createHub(file, TEST_HUB);
  return file;
}

/** Permissions say nothing to root, so be somebody else for the rest of the test. */
function asNobody(): void {
  if (process.geteuid?.() !== 0) return;
  process.seteuid?.(65534);
  onTestFinished(() => process.seteuid?.(0));
}

async function expectFault(file: string, code: string, words: string): Promise<void> {
  const opening = openHub(file, { at });
  await expect(opening).rejects.toMatchObject({ name: 'DatabaseFault', code });
  await expect(opening).rejects.toThrow(words);
}

describe('opening a hub', () => {
  it('finds what was kept before it was closed', async () => {
    const file = await newHub();
    const first = await openHub(file, { at });
    const { spell } = await carryOut(first.store, anAdmission());
    await first.close();
    const second = await openHub(file, { at });
    expect(await second.store.liveSpells()).toEqual([{ spell, seq: 1 }]);
    expect(second.migrated).toEqual({ applied: [], backupFile: null });
    await second.close();
  });

  it('writes so that what was acknowledged is on disk', async () => {
    const db = openDatabase(await newHub());
    const setting = (name: string) => db.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    db.close();
  });

  it('lets reports read beside it, and only read', async () => {
    const file = await newHub();
    const hub = await openHub(file, { at });
    const reports = openDatabase(file, { isReadOnly: true });
    await carryOut(hub.store, anAdmission());
    expect(await sqliteStore(reports).liveSpells()).toHaveLength(1);
    expect(() => reports.exec('DELETE FROM spells')).toThrow('readonly');
    reports.close();
    await hub.close();
  });

  it('says that there is no database, and leaves nothing behind', async () => {
    const file = temporaryFile();
    await expectFault(file, 'missing', 'There is no database at');
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('says that a file is not a database', async () => {
    const file = temporaryFile();
    writeFileSync(file, 'A letter to the ward, not a database. '.repeat(50));
    await expectFault(file, 'not_a_database', 'is not a database of the hub');
  });

  it('says that a folder is not a database', async () => {
    const file = temporaryFile();
    mkdirSync(file);
    await expectFault(file, 'unreadable', 'cannot be read');
  });

  it('says that a file cannot be read', async () => {
    const file = await newHub();
    chmodSync(file, 0o000);
    chmodSync(`${file}.lock`, 0o666);
    chmodSync(path.dirname(file), 0o777);
    asNobody();
    await expectFault(file, 'unreadable', 'cannot be read');
  });

  it('says that a file cannot be written', async () => {
    const file = await newHub();
    chmodSync(file, 0o444);
    chmodSync(`${file}.lock`, 0o666);
    chmodSync(path.dirname(file), 0o777);
    asNobody();
    await expectFault(file, 'read_only', 'cannot be written');
  });

  it('says that the folder of a file cannot be written', async () => {
    const file = await newHub();
    chmodSync(file, 0o666);
    chmodSync(`${file}.lock`, 0o666);
    const folder = path.dirname(file);
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o777));
    asNobody();
    await expectFault(file, 'read_only', 'folder');
  });

  it('says that a database is damaged', async () => {
    const file = await newHub();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 100, 4096);
    writeFileSync(file, bytes);
    await expectFault(file, 'damaged', 'Restore the last backup');
  });

  it('says that a newer version of the hub wrote the database', async () => {
    const file = await newHub();
    const db = new Database(file);
    db.exec("INSERT INTO migrations VALUES ('9999-later', 'x', 'later')");
    db.close();
    await expectFault(file, 'newer_schema', '9999-later');
  });

  it('lets go of the lock after a fault', async () => {
    const file = await newHub();
    const bytes = readFileSync(file);
    writeFileSync(file, 'x'.repeat(5000));
    await expectFault(file, 'not_a_database', 'is not a database');
    writeFileSync(file, bytes);
    await (await openHub(file, { at })).close();
  });
});

describe('making a hub', () => {
  it('marks a demo with its day, and every hub with an epoch of its own', async () => {
    const marks = [];
    for (const demoDay of [TODAY, null]) {
      const file = temporaryFile();
      await createHub(file, { ...TEST_HUB, demoDay });
      const hub = await openHub(file, { at });
      marks.push(await hub.store.readMark());
      await hub.close();
    }
    expect(marks).toMatchObject([
      { isDemo: true, demoDay: TODAY },
      { isDemo: false, demoDay: null },
    ]);
    expect(marks[0]?.epoch).not.toBe(marks[1]?.epoch);
  });

  it('never touches a file that is there', async () => {
    const file = temporaryFile();
    writeFileSync(file, 'Somebody else’s');
    await expect(createHub(file, TEST_HUB)).rejects.toMatchObject({ code: 'exists' });
    expect(readFileSync(file, 'utf8')).toBe('Somebody else’s');
  });

  it('leaves no database when the seed fails', async () => {
    const file = temporaryFile();
    const seed = () => Promise.reject(new Error('No more names'));
    await expect(createHub(file, TEST_HUB, seed)).rejects.toThrow('No more names');
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});
