import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { ReturnVersion, ReturnWhich } from '../../domain/reports/return-versions.ts';
import { returnContent } from '../../domain/reports/return-versions.ts';
import { returnVersions } from '../schema/report-records.ts';

type Orm = BetterSQLite3Database;

/** The versions of one return, the first one first. */
export function readReturnVersions(orm: Orm, { part, day }: ReturnWhich): ReturnVersion[] {
  return orm
    .select()
    .from(returnVersions)
    .where(and(eq(returnVersions.part, part), eq(returnVersions.day, day)))
    .orderBy(asc(returnVersions.version))
    .all()
    .map(versionOf);
}

/** The last version of every return, the latest day first. */
export function readLastReturnVersions(orm: Orm, limit: number): ReturnVersion[] {
  // Of the rows of one return SQLite takes the others from that with the highest version.
  const last = orm
    .select({ id: sql<string>`${returnVersions.id}`, top: sql`max(${returnVersions.version})` })
    .from(returnVersions)
    .groupBy(returnVersions.part, returnVersions.day)
    .orderBy(desc(returnVersions.day))
    .limit(limit)
    .all();
  const ids = last.map(({ id }) => id);
  return orm
    .select()
    .from(returnVersions)
    .where(inArray(returnVersions.id, ids))
    .orderBy(desc(returnVersions.day), asc(returnVersions.part))
    .all()
    .map(versionOf);
}

export function addReturnVersion(
  orm: Orm,
  { by, at: madeAt, content, ...version }: ReturnVersion,
): boolean {
  const made = { madeAt, madeById: by.id, madeByName: by.name };
  const { changes } = orm
    .insert(returnVersions)
    .values({ ...version, ...made, content: content && JSON.stringify(content) })
    .onConflictDoNothing()
    .run();
  return changes === 1;
}

function versionOf(row: typeof returnVersions.$inferSelect): ReturnVersion {
  const { madeAt: at, madeById, madeByName, content, ...version } = row;
  return {
    ...version,
    by: { id: madeById, name: madeByName },
    at,
    content: content === null ? null : returnContent.parse(JSON.parse(content)),
  };
}
