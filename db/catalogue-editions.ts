import { asc, desc, eq, isNotNull, isNull, and, lte, or } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { parseContent } from '../domain/catalogue/catalogue-content.ts';
import type { CatalogueEdition, EditionDraft, Follow } from '../domain/catalogue/edition.ts';
import type { Instant } from '../domain/time.ts';
import { catalogueEditions, catalogueFollowUps } from './schema/catalogue.ts';
import { taskTypes } from './schema/tasks.ts';
import type { SaveEditionResult } from './store.ts';

type Orm = BetterSQLite3Database;

/** The edition that holds now, or that held at an instant. */
export function readEdition(orm: Orm, at?: Instant): CatalogueEdition {
  const row = selectEditions(orm)
    .where(at === undefined ? undefined : heldAt(at))
    .orderBy(desc(catalogueEditions.number))
    .limit(1)
    .get();
  if (row === undefined) throw new Error(NEVER_SET_UP);
  return editionOf(row);
}

/** Which edition held at an instant, without reading what is in it. */
export function readEditionNumber(orm: Orm, at: Instant): number {
  const { number } = catalogueEditions;
  const query = orm.select({ number }).from(catalogueEditions).where(heldAt(at));
  const row = query.orderBy(desc(number)).limit(1).get();
  if (row === undefined) throw new Error(NEVER_SET_UP);
  return row.number;
}

const NEVER_SET_UP = 'The database has no task catalogue: it was never set up';

function heldAt(at: Instant) {
  const { savedAt } = catalogueEditions;
  return or(isNull(savedAt), lte(savedAt, at));
}

/** Every edition, the first one first. */
export function readEditions(orm: Orm): CatalogueEdition[] {
  return selectEditions(orm).orderBy(asc(catalogueEditions.number)).all().map(editionOf);
}

/** Those that open tasks were to follow and have not yet: a server that ended left them. */
export function readUnfollowed(orm: Orm): CatalogueEdition[] {
  return selectEditions(orm)
    .where(and(isNotNull(catalogueEditions.follow), isNull(catalogueFollowUps.edition)))
    .orderBy(asc(catalogueEditions.number))
    .all()
    .map(editionOf);
}

/** Within a transaction. The number says which edition it follows on from: it is the next. */
export function saveEdition(orm: Orm, edition: EditionDraft): SaveEditionResult {
  const { commandId, content, follow, note, number, saved } = edition;
  const answered = orm
    .select({ number: catalogueEditions.number })
    .from(catalogueEditions)
    .where(eq(catalogueEditions.commandId, commandId))
    .get();
  if (answered !== undefined) return { ok: false, reason: 'answered' };
  if (readEdition(orm).number !== number - 1) return { ok: false, reason: 'moved' };
  const { at: savedAt, by, role, organisation } = saved;
  orm
    .insert(catalogueEditions)
    .values({
      ...{ number, savedAt, savedById: by.id, savedByName: by.name, role, organisation },
      ...{ commandId, note, content: JSON.stringify(content) },
      follow: follow === null ? null : JSON.stringify(follow),
    })
    .run();
  addTypes(orm, edition);
  return { ok: true };
}

/** Gives a new hub the catalogue it starts with. */
export function writeFirstEdition(orm: Orm, { content }: Pick<CatalogueEdition, 'content'>): void {
  orm
    .insert(catalogueEditions)
    .values({ number: 1, content: JSON.stringify(parseContent(content)) })
    .run();
  addTypes(orm, { content });
}

export function finishFollowing(
  orm: Orm,
  followUp: { edition: number; finishedAt: Instant; changed: number },
): void {
  orm.insert(catalogueFollowUps).values(followUp).onConflictDoNothing().run();
}

function addTypes(orm: Orm, { content }: Pick<CatalogueEdition, 'content'>): void {
  for (const { type } of content.types) {
    orm.insert(taskTypes).values({ type }).onConflictDoNothing().run();
  }
}

function selectEditions(orm: Orm) {
  return orm
    .select()
    .from(catalogueEditions)
    .leftJoin(catalogueFollowUps, eq(catalogueFollowUps.edition, catalogueEditions.number))
    .$dynamic();
}

type EditionRow = {
  catalogue_editions: typeof catalogueEditions.$inferSelect;
  catalogue_follow_ups: typeof catalogueFollowUps.$inferSelect | null;
};

function editionOf({ catalogue_editions: row, catalogue_follow_ups: done }: EditionRow) {
  const { number, commandId, note, savedAt: at, savedById: id, savedByName: name } = row;
  const { role, organisation } = row;
  const isSaved = at !== null && id !== null && name !== null && role !== null;
  return {
    ...{ number, commandId, note },
    content: parseContent(JSON.parse(row.content)),
    saved: isSaved && organisation !== null ? { at, by: { id, name }, role, organisation } : null,
    // Only `saveEdition` writes it.
    follow: row.follow === null ? null : (JSON.parse(row.follow) as Follow),
    followed: done === null ? null : { at: done.finishedAt, changed: done.changed },
  };
}
