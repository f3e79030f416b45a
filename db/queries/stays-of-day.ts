import type Database from 'better-sqlite3';
import { eq, isNull, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { SpellEventType } from '../../domain/spell/events.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { spells } from '../schema/spells.ts';
import { spellFromRows } from '../spell-rows.ts';
import { prepareSpellRows } from './spell-rows.ts';
import { prepareCourses, quoted } from './stay-courses.ts';
import { PRESENT } from './stay-facts.ts';

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

export function prepareStaysOfDay(db: Database.Database): StaysOfDay {
  const now = prepareSpellRows(
    drizzle(db),
    // Never undefined: both sides are there.
    or(isNull(spells.dischargedOn), eq(spells.dischargedOn, sql.placeholder('today'))) ?? sql`0`,
  );
  const happened = prepareCourses(
    db,
    `spell_id IN (SELECT id FROM spells WHERE ${PRESENT}) AND occurred_at < :until
     AND type NOT IN (${quoted(WORDS_ONLY)})`,
  );
  return {
    asNow: (today) => now({ today }).map(spellFromRows),
    asOf(day, until) {
      const found: Spell[] = [];
      for (const { events } of happened({ day, until })) {
        let spell: Spell | null = null;
        for (const event of events) {
          // What was back-dated to before the admission says nothing yet.
          if (spell === null && event.type !== 'PatientAdmitted') continue;
          spell = evolve(spell, event);
        }
        if (spell !== null) found.push(spell);
      }
      return found;
    },
  };
}
