import { getTableColumns } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/list.ts';
import { TABLES } from '../../../db/tables.ts';
import { aDatabase } from '../../factories/database.ts';

const db = aDatabase();
type Column = { name: string; type: string; notnull: number; pk: number };
const tables = Object.entries(TABLES);
const sqlOf = (table: string) =>
  db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) ??
  '';

/** Every list of words that a column may hold, as the database has it. */
function checkedWords(table: string, column: string): string[] | null {
  const list = new RegExp(`CHECK \\(${column} IN \\(([^)]*)\\)\\)`).exec(sqlOf(table))?.[1];
  return list?.split(',').map((word) => word.trim().replaceAll("'", '')) ?? null;
}

describe('the schema in the program and in the database', () => {
  it('has the same tables', () => {
    const inDatabase = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all()
      .filter((name) => name !== 'migrations');
    expect(new Set(inDatabase)).toEqual(new Set(Object.keys(TABLES)));
  });

  it.each(tables)('has the same columns in %s', (name, table) => {
    const inDatabase = db.prepare<[string], Column>('SELECT * FROM pragma_table_info(?)').all(name);
    const joint = getTableConfig(table).primaryKeys.flatMap((key) =>
      key.columns.map((column) => column.name),
    );
    const inProgram = Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      isKey: column.primary || joint.includes(column.name),
      isNeeded: column.notNull,
    }));
    expect(inProgram).toEqual(
      inDatabase.map((column) => ({
        name: column.name,
        type: column.type,
        isKey: column.pk > 0,
        isNeeded: column.notnull === 1 || column.pk > 0,
      })),
    );
  });

  it.each(tables)('allows the same words in %s', (name, table) => {
    for (const column of Object.values(getTableColumns(table))) {
      if (column.enumValues === undefined) continue;
      expect([column.name, checkedWords(name, column.name)]).toEqual([
        column.name,
        column.enumValues,
      ]);
    }
  });

  it.each(tables)('is strict about the types in %s', (name) => {
    expect(sqlOf(name)).toMatch(/\) STRICT(, WITHOUT ROWID)?$/);
  });

  it('has migrations whose names rise', () => {
    const names = MIGRATIONS.map((migration) => migration.name);
    expect(names).toEqual([...names].sort());
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z0-9-]+$/);
  });
});
