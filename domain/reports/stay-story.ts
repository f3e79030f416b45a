import type { SpellEvent } from '../spell/events.ts';
import { evolve } from '../spell/evolve.ts';
import type { Spell } from '../spell/state.ts';
import type { Instant } from '../time.ts';
import type { StayFacts } from './stay-facts.ts';

/** A stay with all that happened in it, first to last, without what was written. */
export type StayStory<Stay extends StayFacts = StayFacts> = {
  stay: Stay;
  events: readonly SpellEvent[];
};

/**
 * The stay as it was at each of some instants, in their order: as all that happened before it made
 * it. Null where it had not begun. What was back-dated counts from when it happened, as in a day's
 * report (docs/decisions, 14).
 */
export function stayAt(
  { events }: Pick<StayStory, 'events'>,
  instants: readonly Instant[],
): (Spell | null)[] {
  let known = 0;
  let stay: Spell | null = null;
  return instants.map((until) => {
    const happened = events.filter(({ occurredAt }) => occurredAt < until);
    if (happened.length !== known) {
      known = happened.length;
      stay = happened.reduce<Spell | null>(told, null);
    }
    return stay;
  });
}

/** What was back-dated to before the admission says nothing yet. */
function told(stay: Spell | null, event: SpellEvent): Spell | null {
  return stay === null && event.type !== 'PatientAdmitted' ? null : evolve(stay, event);
}
