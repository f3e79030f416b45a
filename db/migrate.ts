import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import type { Instant } from '../domain/time.ts';
import { backUp, requireSound } from './backup.ts';
import { DatabaseFault, faultOf } from './database-fault.ts';
import { MIGRATIONS } from './migrations/list.ts';
import type { Migration } from './migrations/migration.ts';

export type Migrated = {
  applied: string[];
  /** The copy made before; null when there was nothing to lose or nothing to do. */
  backupFile: string | null;
};

/**
 * Brings a database file up to this program's schema, on a connection of its own. What it held is
 * first copied to `<file>.before-<migration>`. All pending migrations land together or not at all.
 * Whoever calls holds the lock (`acquireLock`).
 */
export async function migrateFile(
  file: string,
  options: { migrations?: readonly Migration[]; at: Instant },
): Promise<Migrated> {
  const { migrations = MIGRATIONS, at } = options;
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    const first = pendingMigrations(db, migrations)[0];
    if (first === undefined) return { applied: [], backupFile: null };
    const hasContent = tableNames(db).length > 0;
    const backupFile = hasContent ? `${file}.before-${first.name}` : null;
    if (backupFile !== null) await backUp(db, backupFile);
    return { applied: migrateConnection(db, { migrations, at }), backupFile };
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    db?.close();
  }
}

/** The same on an open connection that nothing else uses; answers the names of what it applied. */
export function migrateConnection(
  db: Database.Database,
  options: { migrations?: readonly Migration[]; at: Instant },
): string[] {
  const { migrations = MIGRATIONS, at } = options;
  const pending = pendingMigrations(db, migrations);
  if (pending.length === 0) return [];
  // Must come before BEGIN, where it does nothing: rebuilding a table would delete its child rows.
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(
      'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    );
    for (const migration of pending) apply(db, migration, at);
    requireSound(db, 'The migrated database');
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return pending.map((migration) => migration.name);
}

export type AppliedMigration = { name: string; checksum: string; appliedAt: Instant };

export function appliedMigrations(db: Database.Database): AppliedMigration[] {
  if (!tableNames(db).includes('migrations')) return [];
  return db
    .prepare<[], AppliedMigration>(
      'SELECT name, checksum, applied_at AS appliedAt FROM migrations ORDER BY name',
    )
    .all();
}

/** What is still to be applied; refuses a database that went another way than this program. */
function pendingMigrations(
  db: Database.Database,
  migrations: readonly Migration[],
): readonly Migration[] {
  const applied = appliedMigrations(db);
  applied.forEach(({ name, checksum }, index) => {
    const ours = migrations[index];
    if (ours === undefined || ours.name !== name) {
      throw new DatabaseFault(
        'newer_schema',
        `The database has ${name}, which this version of the hub does not know. Use the newer version.`,
      );
    }
    if (checksumOf(ours) !== checksum) {
      throw new DatabaseFault(
        'changed_migration',
        `${name} was edited after this database took it in. Undo the edit and add a migration.`,
      );
    }
  });
  return migrations.slice(applied.length);
}

function apply(db: Database.Database, migration: Migration, at: Instant): void {
  const before = rowCounts(db);
  try {
    db.exec(migration.sql);
  } catch (error) {
    throw failed(migration, error instanceof Error ? error.message : String(error), error);
  }
  if (!db.inTransaction) {
    throw new DatabaseFault(
      'migration_failed',
      `Migration ${migration.name} ended the transaction. Restore the copy made before it.`,
    );
  }
  const after = rowCounts(db);
  const declared = new Set(migration.losesRowsOf);
  for (const [table, count] of before) {
    const left = after.get(table) ?? 0;
    const isLost = left < count || !after.has(table);
    if (isLost && !declared.has(table)) {
      throw failed(migration, `it would lose ${count - left} rows of ${table}`);
    }
  }
  db.prepare('INSERT INTO migrations (name, checksum, applied_at) VALUES (?, ?, ?)').run(
    migration.name,
    checksumOf(migration),
    at,
  );
}

function failed(migration: Migration, why: string, cause?: unknown): DatabaseFault {
  const message = `Migration ${migration.name} failed and nothing was changed: ${why}.`;
  return new DatabaseFault('migration_failed', message, { cause });
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}

function tableNames(db: Database.Database): string[] {
  return db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
}

function rowCounts(db: Database.Database): Map<string, number> {
  return new Map(
    tableNames(db).map((table) => {
      const count = db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
      return [table, count];
    }),
  );
}
