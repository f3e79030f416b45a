import { and, asc, eq, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SpellEventType } from '../../domain/spell/events.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { eventFromRow } from '../event-rows.ts';
import { events } from '../schema/events.ts';
import { spells } from '../schema/spells.ts';
import { spellFromRows } from '../spell-rows.ts';
import { prepareSpellRows } from './spell-rows.ts';
import { presentDuring } from './stay-facts.ts';

export type StaysOfDay = {
  /** Whole stays of those who are in hospital, or left today, as they are now. */
  asNow(today: CalendarDay): Spell[];
  /**
   * Stays of those who were in hospital on a day, as all that happened until an instant made them,
   * without details: who the person is, and what was written, is not among them.
   */
  asOf(day: CalendarDay, until: Instant): Spell[];
};

/** Events that say nothing of a stay but what somebody wrote. */
const WORDS_ONLY = ['NoteAdded', 'ClinicalCriteriaSet', 'PersonUpdated'] satisfies SpellEventType[];

export function prepareStaysOfDay(orm: BetterSQLite3Database): StaysOfDay {
  const now = prepareSpellRows(
    orm,
    // Never undefined: both sides are there.
    or(isNull(spells.dischargedOn), eq(spells.dischargedOn, sql.placeholder('today'))) ?? sql`0`,
  );
  const present = orm.select({ id: spells.id }).from(spells).where(presentDuring);
  const happened = orm
    .select()
    .from(events)
    .where(
      and(
        inArray(events.spellId, present),
        lt(events.occurredAt, sql.placeholder('until')),
        notInArray(events.type, WORDS_ONLY),
      ),
    )
    .orderBy(asc(events.spellId), asc(events.seq))
    .prepare();
  return {
    asNow: (today) => now({ today }).map(spellFromRows),
    asOf(day, until) {
      const found = new Map<string, Spell>();
      for (const row of happened.all({ from: day, to: day, until })) {
        const event = eventFromRow({ ...row, body: null });
        const before = found.get(event.spellId) ?? null;
        // What was back-dated to before the admission says nothing yet.
        if (before === null && event.type !== 'PatientAdmitted') continue;
        found.set(event.spellId, evolve(before, event));
      }
      return [...found.values()];
    },
  };
}
