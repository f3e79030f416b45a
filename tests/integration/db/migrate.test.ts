import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { appliedMigrations, migrateFile } from '../../../db/migrate.ts';
import { MIGRATIONS } from '../../../db/migrations/list.ts';
import type { Migration } from '../../../db/migrations/migration.ts';
import { NOW } from '../../factories/clock.ts';
import { countRows } from './row-counts.ts';
import { temporaryFile } from './temporary-folder.ts';

const FAMILIES: Migration = {
  name: '0001-families',
  sql: `
    CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT) STRICT;
    CREATE TABLE children (
      id INTEGER PRIMARY KEY,
      parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO parents VALUES (1, 'Ann'), (2, 'Bob');
    INSERT INTO children VALUES (10, 1), (11, 1), (12, 2);`,
};
const rebuild = (condition = ''): string => `
  CREATE TABLE new_parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
  INSERT INTO new_parents SELECT id, name FROM parents ${condition};
  DROP TABLE parents;
  ALTER TABLE new_parents RENAME TO parents;`;
const NAMES_NEEDED: Migration = { name: '0002-names-needed', sql: rebuild() };

async function migrated(...migrations: Migration[]): Promise<string> {
  const file = temporaryFile();
  await migrateFile(file, { migrations, at: NOW });
  return file;
}

function read<T>(file: string, work: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const fingerprint = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function expectRefused(file: string, migrations: Migration[], code: string, words: string) {
  const before = fingerprint(file);
  const refusal = migrateFile(file, { migrations, at: NOW });
  await expect(refusal).rejects.toMatchObject({ code });
  await expect(refusal).rejects.toThrow(words);
  expect(fingerprint(file)).toBe(before);
}

describe('migrating a database', () => {
  it('makes all tables of a new one, without a copy of nothing', async () => {
    const file = temporaryFile();
    const names = MIGRATIONS.map((migration) => migration.name);
    expect(await migrateFile(file, { at: NOW })).toEqual({ applied: names, backupFile: null });
    const applied = read(file, appliedMigrations);
    expect(applied.map(({ name, appliedAt }) => [name, appliedAt])).toEqual(
      names.map((name) => [name, NOW]),
    );
  });

  it('does nothing the second time', async () => {
    const file = await migrated(FAMILIES);
    const again = await migrateFile(file, { migrations: [FAMILIES], at: NOW });
    expect(again).toEqual({ applied: [], backupFile: null });
  });

  it('keeps the child rows of a table that is built anew', async () => {
    const file = await migrated(FAMILIES);
    await migrateFile(file, { migrations: [FAMILIES, NAMES_NEEDED], at: NOW });
    expect(read(file, countRows)).toMatchObject({ parents: 2, children: 3 });
  });

  it('copies what was there before it changes anything', async () => {
    const file = await migrated(FAMILIES);
    const done = await migrateFile(file, { migrations: [FAMILIES, NAMES_NEEDED], at: NOW });
    expect(done.backupFile).toBe(`${file}.before-0002-names-needed`);
    const names = read(done.backupFile ?? '', appliedMigrations).map(({ name }) => name);
    expect(names).toEqual(['0001-families']);
    expect(existsSync(`${file}.before-0002-names-needed.part`)).toBe(false);
  });

  it('leaves the file as it was when one of several fails', async () => {
    const file = await migrated(FAMILIES);
    const wrong: Migration = {
      name: '0003-wrong',
      sql: 'CREATE TABLE a (b TEXT); SELECT nothing;',
    };
    await expectRefused(file, [FAMILIES, NAMES_NEEDED, wrong], 'migration_failed', '0003-wrong');
  });

  it('refuses to lose rows that nobody said may go', async () => {
    const file = await migrated(FAMILIES);
    const loses: Migration = { name: '0002-loses', sql: rebuild('WHERE id = 1') };
    await expectRefused(file, [FAMILIES, loses], 'migration_failed', 'lose 1 rows of parents');
    const drops: Migration = { name: '0002-drops', sql: 'DROP TABLE children' };
    await expectRefused(file, [FAMILIES, drops], 'migration_failed', 'lose 3 rows of children');
  });

  it('loses the rows that it says it loses', async () => {
    const file = await migrated(FAMILIES);
    const sql = 'DROP TABLE children';
    const drops: Migration = { name: '0002-drops', sql, losesRowsOf: ['children'] };
    await migrateFile(file, { migrations: [FAMILIES, drops], at: NOW });
    expect(read(file, countRows)).not.toHaveProperty('children');
  });

  it('refuses to leave rows that refer to nothing', async () => {
    const file = await migrated(FAMILIES);
    const sql = rebuild('WHERE id = 1');
    const orphans: Migration = { name: '0002-orphans', sql, losesRowsOf: ['parents'] };
    await expectRefused(file, [FAMILIES, orphans], 'damaged', 'refer to nothing, in: children');
  });

  it('refuses a migration that was edited after it had landed', async () => {
    const file = await migrated(FAMILIES);
    const edited = { ...FAMILIES, sql: `${FAMILIES.sql} -- better` };
    await expectRefused(file, [edited], 'changed_migration', '0001-families was edited');
  });

  it('refuses a database that a newer version of the hub has migrated', async () => {
    const file = await migrated(FAMILIES, NAMES_NEEDED);
    await expectRefused(file, [FAMILIES], 'newer_schema', 'has 0002-names-needed');
  });
});
