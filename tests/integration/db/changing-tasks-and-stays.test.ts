import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { checkTables } from '../../../db/check-tables.ts';
import { fillNewHub } from '../../../db/hub-contents.ts';
import { appliedMigrations, migrateConnection, migrateFile } from '../../../db/migrate.ts';
import { MIGRATIONS } from '../../../db/migrations/list.ts';
import { configureConnection } from '../../../db/open-database.ts';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import { verifyChain } from '../../../db/verify-chain.ts';
import { DEFAULT_CONTENT } from '../../../domain/catalogue/default-content.ts';
import type { SpellCommand } from '../../../domain/spell/commands.ts';
import { carryOut } from '../../factories/change.ts';
import { NOW, minutesAfter } from '../../factories/clock.ts';
import { aContext, anAdmission } from '../../factories/command.ts';
import { TEST_PLACES } from '../../factories/database.ts';
import { idOf } from '../../factories/ids.ts';
import { countRows } from './row-counts.ts';
import { temporaryFile } from './temporary-folder.ts';

const SPELL = idOf(100);
const about = { spellId: SPELL };
const STEPS: SpellCommand[] = [
  anAdmission(),
  { ...about, id: idOf(200), type: 'AddTask', taskType: 'care_package', blocking: true },
  { ...about, id: idOf(201), type: 'AddTask', taskType: 'transport', blocking: false },
  { ...about, id: idOf(202), type: 'AddTask', taskType: 'medicines', blocking: true, note: 'Dosette' },
  { ...about, id: idOf(301), type: 'ClaimTask', taskId: idOf(200) },
  { ...about, id: idOf(302), type: 'StartTask', taskId: idOf(200) },
  { ...about, id: idOf(303), type: 'ReleaseTask', taskId: idOf(200) },
  { ...about, id: idOf(304), type: 'StartTask', taskId: idOf(200) },
  { ...about, id: idOf(305), type: 'CompleteTask', taskId: idOf(202) },
  { ...about, id: idOf(306), type: 'SetEdd', edd: '2026-11-27', seen: null },
  { ...about, id: idOf(307), type: 'RecordNoCriteriaToReside', readyDate: '2026-11-22' },
]; // prettier-ignore

/** A file as the first migration left it, with what commands write of the columns it had. */
async function beforeTheMigration(): Promise<string> {
  const file = temporaryFile();
  await migrateFile(file, { migrations: MIGRATIONS.slice(0, 1), at: NOW });
  const db = new Database(':memory:');
  configureConnection(db);
  migrateConnection(db, { at: NOW });
  fillNewHub(db, { ...TEST_PLACES, mark: { epoch: 'e', isDemo: false, demoDay: null } });
  const store = sqliteStore(db);
  for (const [index, command] of STEPS.entries()) {
    await carryOut(store, command, aContext({ now: minutesAfter(NOW, index) }));
  }
  db.prepare('ATTACH ? AS old').run(file);
  for (const { type, name, owner, processReason } of DEFAULT_CONTENT.types) {
    db.prepare(
      `INSERT INTO old.task_catalogue (type, name, owner, target_kind, target_amount, process_reason)
       VALUES (?, ?, ?, 'hours', 24, ?)`,
    ).run(type, name, owner, processReason);
  }
  for (const table of tablesOf(db)) {
    const columns = db
      .prepare('SELECT name FROM pragma_table_info(?, ?)')
      .pluck()
      .all(table, 'old');
    const names = columns.map((name) => `"${String(name)}"`).join(', ');
    db.exec(`INSERT INTO old."${table}" (${names}) SELECT ${names} FROM main."${table}"`);
  }
  await store.close();
  return file;
}

/** The tables of the first migration, parents before children. */
function tablesOf(db: Database.Database): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM old.sqlite_schema WHERE type = 'table' AND name NOT IN ('migrations', 'task_catalogue')",
    )
    .pluck()
    .all();
}

it('a database of the first migration goes on: tasks know since when they block, and nothing else changed', async () => {
  const file = await beforeTheMigration();
  const old = new Database(file);
  const { task_catalogue: types, ...counts } = countRows(old);
  old.close();

  const { applied, backupFile } = await migrateFile(file, { at: NOW });
  expect(applied).toEqual(MIGRATIONS.slice(1).map(({ name }) => name));
  expect(backupFile).toBe(`${file}.before-${applied[0] ?? ''}`);

  const db = new Database(file);
  configureConnection(db);
  expect(appliedMigrations(db)).toHaveLength(MIGRATIONS.length);
  expect({ ...countRows(db), migrations: 1 }).toMatchObject({ ...counts, migrations: 1 });
  // One row a type became the first edition; tasks refer to the list of types now.
  expect(countRows(db)).toMatchObject({ task_types: types, catalogue_editions: 1 });
  const refersTo = db.pragma('foreign_key_list(tasks)');
  expect(refersTo).toContainEqual(expect.objectContaining({ from: 'type', table: 'task_types' }));
  const blocking = db
    .prepare('SELECT id, added_at AS addedAt, blocking_since AS since FROM tasks ORDER BY id')
    .all();
  expect(blocking).toEqual([
    { id: idOf(200), addedAt: minutesAfter(NOW, 1), since: minutesAfter(NOW, 1) },
    { id: idOf(201), addedAt: minutesAfter(NOW, 2), since: null },
    { id: idOf(202), addedAt: minutesAfter(NOW, 3), since: minutesAfter(NOW, 3) },
  ]);
  expect(checkTables(db)).toEqual([]);
  expect(verifyChain(db)).toMatchObject({ ok: true });

  const store = sqliteStore(db);
  const { number, saved, content } = await store.catalogue();
  expect({ number, saved }).toEqual({ number: 1, saved: null });
  expect(content.sets).toEqual([]);
  expect(content.types.map(({ name }) => name)).toEqual(
    DEFAULT_CONTENT.types.map(({ name }) => name),
  );
  const context = aContext({ now: minutesAfter(NOW, 60) });
  const release: SpellCommand = { ...about, id: idOf(308), type: 'ReleaseTask', taskId: idOf(200) };
  await carryOut(store, release, context);
  const decline = {
    ...about,
    type: 'DeclineTask',
    taskId: idOf(200),
    reason: 'not_eligible',
  } as const;
  const { spell } = await carryOut(store, { ...decline, id: idOf(309) }, context);
  expect(spell.tasks[0]).toMatchObject({ owner: 'hub', declined: { from: 'social_care' } });
  expect(checkTables(db)).toEqual([]);
  await store.close();
});
