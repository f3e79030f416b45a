import type { Spell } from '../spell/state.ts';
import type { Escalation, EscalationCause } from './escalation.ts';
import type { StayRung } from './stay-rules.ts';

/** That a stay itself needs somebody above those who work on it: the last time in this delay. */
export type StayCause = Exclude<EscalationCause, 'target_passed'>;
export type StayEscalation = Escalation<StayRung, StayCause> & {
  /** The highest rung that has had it in this delay: no rule brings it there again. */
  reached: StayRung;
};

/**
 * The escalation of a stay while there is something to do about it: not once it is settled, and not
 * after the discharge. With the delay it is gone altogether (`evolve`).
 */
export function openStayEscalation({
  discharge,
  escalation,
}: Pick<Spell, 'discharge' | 'escalation'>): StayEscalation | null {
  return escalation === null || escalation.resolved !== null || discharge !== null
    ? null
    : escalation;
}
