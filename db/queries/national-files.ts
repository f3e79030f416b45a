import { desc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { StoredNationalFile } from '../../domain/reports/take-national-file.ts';
import { nationalContent } from '../../domain/reports/take-national-file.ts';
import type { ActedAs } from '../report-record-store.ts';
import { nationalFiles } from '../schema/report-records.ts';

type Orm = BetterSQLite3Database;

/** The file of a month that counts: the last one. */
export function readNationalFile(orm: Orm, month: string): StoredNationalFile | null {
  const row = orm
    .select()
    .from(nationalFiles)
    .where(eq(nationalFiles.month, month))
    .orderBy(desc(nationalFiles.madeAt), desc(sql`${nationalFiles}.rowid`))
    .limit(1)
    .get();
  if (row === undefined) return null;
  const { id, fileName, fileHash, madeAt: at, madeById, madeByName } = row;
  const content = nationalContent.parse(JSON.parse(row.content));
  const by = { id: madeById, name: madeByName };
  return { id, month, fileName, fileHash, content, by, at };
}

/** False where this file was taken already. */
export function addNationalFile(
  orm: Orm,
  { by, at: madeAt, content, ...file }: StoredNationalFile,
  { role, organisation }: ActedAs,
): boolean {
  const made = { madeAt, madeById: by.id, madeByName: by.name, role, organisation };
  const { changes } = orm
    .insert(nationalFiles)
    .values({ ...file, ...made, content: JSON.stringify(content) })
    .onConflictDoNothing()
    .run();
  return changes === 1;
}
