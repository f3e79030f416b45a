import type Database from 'better-sqlite3';
import { eq, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { CatalogueEdition } from '../../domain/catalogue/edition.ts';
import type { JourneyStay } from '../../domain/spell/spell-view.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { SettingsEdition } from '../../domain/tasks/target-settings.ts';
import type { Instant } from '../../domain/time.ts';
import { readEdition } from '../catalogue-editions.ts';
import { openDatabase } from '../open-database.ts';
import { prepareEventQueries } from '../queries/events.ts';
import { prepareJourneys } from '../queries/journeys.ts';
import { readWards } from '../queries/lookups.ts';
import { prepareSpellRows } from '../queries/spell-rows.ts';
import { readTargetSettings } from '../queries/target-settings.ts';
import type { ReportReader } from '../report-reader.ts';
import { openReportReader, reportReader } from '../report-reader.ts';
import { spells } from '../schema/spells.ts';
import type { SpellRows } from '../spell-rows.ts';
import { spellFromRows } from '../spell-rows.ts';
import type { LoadedSpell, StoredEvent } from '../store.ts';
import { goBack } from './go-back.ts';
import type { LoggedAt } from './last-recorded.ts';
import { loggedAfter, loggedBefore, loggedOf } from './last-recorded.ts';
import type { PastProgress } from './past-rows.ts';
import type { PastMoment } from './past-tables.ts';

/** Reads everything as it had been recorded by a moment; names of wards and people are of now. */
export type PastReader = ReportReader & {
  moment: PastMoment;
  /** Every stay that was on the board. */
  onBoard(): LoadedSpell[];
  stay(spellId: string): PastStay | null;
  catalogueThen(): CatalogueEdition;
  settingsThen(): SettingsEdition;
  wards(): Ward[];
  /** What was recorded around the moment, the nearest first: these look on beyond it, too. */
  loggedBefore(seq: number, limit: number): LoggedAt[];
  loggedAfter(seq: number, limit: number): LoggedAt[];
  loggedOf(spellId: string): LoggedAt[];
};

export type PastStay = LoadedSpell & {
  events: StoredEvent[];
  journey: JourneyStay[];
  otherOpenStays: JourneyStay[];
};

/** What reports are worked out from: what is recorded now, and what was by any moment. */
export type ReportSources = {
  now: ReportReader;
  /** On a connection of its own: whoever asks for it closes it. */
  goBack(at: Instant, progress: PastProgress): PastReader;
};

export function openReportSources(file: string): ReportSources {
  return {
    now: openReportReader(file),
    goBack: (at, progress) => pastReader(openDatabase(file, { isReadOnly: true }), at, progress),
  };
}

/** Takes a connection back, which is closed with the reader, or when that fails. */
export function pastReader(
  db: Database.Database,
  at: Instant,
  progress?: PastProgress,
): PastReader {
  try {
    return readerOf(db, goBack(db, at, progress));
  } catch (error) {
    db.close();
    throw error;
  }
}

function readerOf(db: Database.Database, moment: PastMoment): PastReader {
  const orm = drizzle(db);
  const onBoard = prepareSpellRows(orm, isNull(spells.leftBoardAt));
  const one = prepareSpellRows(orm, eq(spells.id, sql.placeholder('id')));
  const log = prepareEventQueries(orm);
  const journeys = prepareJourneys(orm);
  return {
    ...reportReader(db),
    // It is in one transaction already, until it is closed.
    together: (read) => read(),
    moment,
    onBoard: () => onBoard().map(loaded),
    stay(id) {
      const [rows] = one({ id });
      if (rows === undefined) return null;
      return {
        ...loaded(rows),
        events: log.ofSpell(id),
        journey: journeys.journeyOf(id),
        otherOpenStays: journeys.otherOpenStays(id),
      };
    },
    catalogueThen: () => readEdition(orm),
    settingsThen: () => readTargetSettings(orm),
    wards: () => readWards(orm),
    loggedBefore: (seq, limit) => loggedBefore(db, seq, limit),
    loggedAfter: (seq, limit) => loggedAfter(db, seq, limit),
    loggedOf: (spellId) => loggedOf(db, spellId),
  };
}

function loaded(rows: SpellRows): LoadedSpell {
  return { spell: spellFromRows(rows), seq: rows.spells[0].seq };
}
