import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { ReportPlaces } from '../domain/reports/places.ts';
import type { TaskCatalogue } from '../domain/tasks/catalogue.ts';
import { openDatabase } from './open-database.ts';
import { readCatalogue } from './queries/lookups.ts';
import type { PersonBehind } from './queries/people-behind.ts';
import { readPeopleBehind } from './queries/people-behind.ts';
import { readReportPlaces } from './queries/report-places.ts';
import type { StayFactsQueries } from './queries/stay-facts.ts';
import { prepareStayFacts } from './queries/stay-facts.ts';
import type { StaysOfDay } from './queries/stays-of-day.ts';
import { prepareStaysOfDay } from './queries/stays-of-day.ts';

/** What reports read. It never writes, and waits for nobody who does. */
export type ReportReader = StayFactsQueries &
  StaysOfDay & {
    places(): ReportPlaces;
    catalogue(): TaskCatalogue;
    people(spellIds: readonly string[]): PersonBehind[];
    /** Runs several reads on one state of the data. */
    together<T>(read: () => T): T;
    close(): void;
  };

export function reportReader(db: Database.Database): ReportReader {
  const orm = drizzle(db);
  return {
    ...prepareStayFacts(orm),
    ...prepareStaysOfDay(orm),
    places: () => readReportPlaces(orm),
    catalogue: () => readCatalogue(orm),
    people: (spellIds) => readPeopleBehind(orm, spellIds),
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
