import { and, asc, desc, eq, getTableColumns, gt, notExists } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { alias } from 'drizzle-orm/sqlite-core';
import type {
  ReturnVersion,
  ReturnVersionHead,
  ReturnWhich,
} from '../../domain/reports/return-versions.ts';
import { returnContent } from '../../domain/reports/return-versions.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { returnVersions } from '../schema/report-records.ts';

type Orm = BetterSQLite3Database;
type Row = typeof returnVersions.$inferSelect;

/** Every return that was ever signed. */
export function readEachReturn(orm: Orm): ReturnWhich[] {
  const { part, day } = returnVersions;
  return orm.selectDistinct({ part, day }).from(returnVersions).orderBy(asc(day)).all();
}

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

/** The last version of every return, or of those of a day, the latest day first. */
export function readLastReturnVersions(
  orm: Orm,
  { limit, day }: { limit: number; day?: CalendarDay },
): ReturnVersionHead[] {
  const { content: _large, ...columns } = getTableColumns(returnVersions);
  const later = alias(returnVersions, 'later');
  const hasLater = orm
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.part, returnVersions.part),
        eq(later.day, returnVersions.day),
        gt(later.version, returnVersions.version),
      ),
    );
  return orm
    .select(columns)
    .from(returnVersions)
    .where(and(notExists(hasLater), day === undefined ? undefined : eq(returnVersions.day, day)))
    .orderBy(desc(returnVersions.day), asc(returnVersions.part))
    .limit(limit)
    .all()
    .map(headOf);
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

function versionOf({ content, ...row }: Row): ReturnVersion {
  return {
    ...headOf(row),
    content: content === null ? null : returnContent.parse(JSON.parse(content)),
  };
}

function headOf(row: Omit<Row, 'content'>): ReturnVersionHead {
  const { madeAt: at, madeById: id, madeByName: name, ...version } = row;
  return { ...version, by: { id, name }, at };
}
