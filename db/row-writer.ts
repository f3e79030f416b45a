import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { RowOf, TableName } from './tables.ts';
import { TABLES } from './tables.ts';

/** Writes whole rows, each through a statement prepared once. */
export type RowWriter = {
  insert<Name extends TableName>(table: Name, row: RowOf<Name>): void;
  /**
   * Sets these columns of the row with this primary key. To set one, even to what it is, makes
   * SQLite write its indexes anew and look for what it refers to.
   */
  update<Name extends TableName>(table: Name, row: RowOf<Name>, changed: readonly string[]): void;
  remove<Name extends TableName>(table: Name, row: RowOf<Name>): void;
};

type Statement = { run(row: Record<string, unknown>): unknown };

/**
 * A correction of a person or a home may change any of their columns, which makes more statements
 * than a server that runs for months should hold; orders of every kind make about a hundred.
 */
const MOST_STATEMENTS = 500;

export function rowWriter(orm: BetterSQLite3Database): RowWriter {
  /** Those used last come last. */
  const prepared = new Map<string, Statement>();
  const statement = (kind: string, name: TableName, prepare: (table: SQLiteTable) => Statement) => {
    const key = `${kind} ${name}`;
    const known = prepared.get(key) ?? prepare(TABLES[name]);
    prepared.delete(key);
    prepared.set(key, known);
    for (const unused of prepared.keys()) {
      if (prepared.size <= MOST_STATEMENTS) break;
      prepared.delete(unused);
    }
    return known;
  };
  return {
    insert(name, row) {
      statement('insert', name, (table) => insertStatement(orm, table)).run(row);
    },
    update(name, row, changed) {
      statement(`update ${changed.join(' ')}`, name, (table) =>
        orm.update(table).set(placeholders(changed)).where(byKey(table)).prepare(),
      ).run(row);
    },
    remove(name, row) {
      statement('remove', name, (table) => orm.delete(table).where(byKey(table)).prepare()).run(
        row,
      );
    },
  };
}

function insertStatement(orm: BetterSQLite3Database, table: SQLiteTable): Statement {
  return orm
    .insert(table)
    .values(placeholders(Object.keys(getTableColumns(table))))
    .prepare();
}

function placeholders(properties: readonly string[]) {
  return Object.fromEntries(properties.map((property) => [property, sql.placeholder(property)]));
}

/** The names of the properties that make up a table's primary key. */
export function keyOf(name: TableName): string[] {
  return keyProperties(TABLES[name]).map(([property]) => property);
}

function byKey(table: SQLiteTable) {
  return and(
    ...keyProperties(table).map(([property, column]) => eq(column, sql.placeholder(property))),
  );
}

function keyProperties(table: SQLiteTable): [string, SQLiteColumn][] {
  const columns = Object.entries<SQLiteColumn>(getTableColumns(table));
  const joint = getTableConfig(table).primaryKeys.flatMap((key) =>
    key.columns.map((column) => column.name),
  );
  return columns.filter(([, column]) => column.primary || joint.includes(column.name));
}
