import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { ReportPlaces } from '../domain/reports/places.ts';
import { catalogueOf } from '../domain/catalogue/catalogue-content.ts';
import type { TaskCatalogue } from '../domain/tasks/catalogue.ts';
import type { OrganisationAreas } from '../domain/reports/situation-return.ts';
import type { Spell } from '../domain/spell/state.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';
import { readEdition, readEditionNumber } from './catalogue-editions.ts';
import { openDatabase } from './open-database.ts';
import type { BoardRoundQueries } from './queries/board-rounds.ts';
import { prepareBoardRounds } from './queries/board-rounds.ts';
import { readOrganisationAreas } from './queries/organisation-areas.ts';
import type { PersonBehind } from './queries/people-behind.ts';
import { readPeopleBehind } from './queries/people-behind.ts';
import { prepareSpellRows } from './queries/spell-rows.ts';
import { readReportPlaces } from './queries/report-places.ts';
import type { StayCourses } from './queries/stay-courses.ts';
import { prepareStayCourses } from './queries/stay-courses.ts';
import type { StayFactsQueries } from './queries/stay-facts.ts';
import { prepareStayFacts } from './queries/stay-facts.ts';
import type { StaysOfDay } from './queries/stays-of-day.ts';
import { prepareStaysOfDay } from './queries/stays-of-day.ts';
import { spells } from './schema/spells.ts';
import { spellFromRows } from './spell-rows.ts';

/** What reports read. It never writes, and waits for nobody who does. */
export type ReportReader = StayFactsQueries &
  StayCourses &
  StaysOfDay &
  BoardRoundQueries & {
    places(): ReportPlaces;
    /** As it stands, or as it stood at an instant. */
    catalogue(at?: Instant): TaskCatalogue;
    /** Which edition of it held at an instant. */
    editionNumber(at: Instant): number;
    /** The region and integrated care board of each organisation on a day. */
    areas(day: CalendarDay): OrganisationAreas;
    people(spellIds: readonly string[]): PersonBehind[];
    /** Whole stays. */
    stays(spellIds: readonly string[]): Spell[];
    /** Runs several reads on one state of the data. */
    together<T>(read: () => T): T;
    close(): void;
  };

export function reportReader(db: Database.Database): ReportReader {
  const orm = drizzle(db);
  const stays = prepareSpellRows(
    orm,
    sql`${spells.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
  );
  return {
    ...prepareStayFacts(db),
    ...prepareStayCourses(db),
    ...prepareStaysOfDay(db),
    ...prepareBoardRounds(db),
    places: () => readReportPlaces(orm),
    catalogue: (at) => catalogueOf(readEdition(orm, at).content),
    editionNumber: (at) => readEditionNumber(orm, at),
    areas: (day) => readOrganisationAreas(orm, day),
    people: (spellIds) => readPeopleBehind(orm, spellIds),
    stays: (spellIds) => stays({ ids: JSON.stringify(spellIds) }).map(spellFromRows),
    together: (read) => db.transaction(read).deferred(),
    close: () => {
      db.close();
    },
  };
}

/** A reader on a connection of its own, that cannot write. */
export function openReportReader(file: string): ReportReader {
  return reportReader(openDatabase(file, { isReadOnly: true }));
}
