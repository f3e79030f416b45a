import type { SQL } from 'drizzle-orm';
import { and, asc, between, eq, inArray, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { DayRange } from '../../domain/reports/months.ts';
import type { SpellEvent, SpellEventType } from '../../domain/spell/events.ts';
import { eventFromRow } from '../event-rows.ts';
import { events } from '../schema/events.ts';
import { spells } from '../schema/spells.ts';
import { readyWithin } from './stay-facts.ts';

export type StayEventQueries = {
  /** What happened in the stays of those who left on the days of a range, by stay. */
  eventsOfDischarged(range: DayRange): Map<string, SpellEvent[]>;
  /** The same of those with a period without criteria to reside that touches a range. */
  eventsOfReady(range: DayRange): Map<string, SpellEvent[]>;
  /** What happened in one stay. */
  eventsOfStay(spellId: string): SpellEvent[];
};

/** What reports tell of a stay's course; its facts are read from the tables. */
const TOLD = [
  'PatientAdmitted',
  'EddSet',
  'PathwaySet',
  'CriteriaToResideRecorded',
  'PrimaryReasonSet',
  'TaskAdded',
  'TaskClaimed',
  'TaskReleased',
  'TaskStarted',
  'TaskWaitingSet',
  'TaskQuestionAsked',
  'TaskQuestionAnswered',
  'TaskBlockingSet',
  'TaskAssigned',
  'TaskDeclined',
  'TaskCompleted',
  'TaskCancelled',
  'TaskReopened',
] satisfies SpellEventType[];

/**
 * The course of stays, first to last: forecasts, pathways and tasks, without details, so that no
 * name and nothing that was written is among it.
 */
export function prepareStayEvents(orm: BetterSQLite3Database): StayEventQueries {
  const rowsWhere = (condition: SQL) =>
    orm
      .select()
      .from(events)
      .where(and(condition, inArray(events.type, TOLD)))
      .orderBy(asc(events.spellId), asc(events.seq))
      .prepare();
  const ofSpells = (condition: SQL | undefined) =>
    rowsWhere(inArray(events.spellId, orm.select({ id: spells.id }).from(spells).where(condition)));
  const { placeholder } = sql;
  const left = ofSpells(between(spells.dischargedOn, placeholder('from'), placeholder('to')));
  const ready = ofSpells(readyWithin(orm));
  const one = rowsWhere(eq(events.spellId, placeholder('spellId')));
  const eventOf = (row: typeof events.$inferSelect) => eventFromRow({ ...row, body: null });
  const byStay = (rows: (typeof events.$inferSelect)[]) => {
    const found = new Map<string, SpellEvent[]>();
    for (const row of rows) {
      const known = found.get(row.spellId);
      if (known === undefined) found.set(row.spellId, [eventOf(row)]);
      else known.push(eventOf(row));
    }
    return found;
  };
  return {
    eventsOfDischarged: (range) => byStay(left.all(range)),
    eventsOfReady: (range) => byStay(ready.all(range)),
    eventsOfStay: (spellId) => one.all({ spellId }).map(eventOf),
  };
}
