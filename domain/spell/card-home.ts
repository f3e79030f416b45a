import type { HomeDetails } from '../housing/home.ts';
import type { HousingStep, StepDates } from '../housing/housing-steps.ts';
import { findStep } from '../housing/housing-steps.ts';
import type { Spell } from './state.ts';

/** Whom to ring and what to bring, in a hallway. */
export type CardHome = HomeDetails & {
  accessContact: string | null;
  /** Who follows up, and what for or how it went; null where nothing is agreed or done. */
  followUp: Pick<HousingStep, 'who' | 'note'> | null;
};

export function cardHome({ home, person }: Spell): CardHome {
  const { setBy: _setBy, setAt: _setAt, ...details } = home.details;
  const step = findStep(home.steps, 'followed_up');
  const followUp = step === null ? null : { who: step.who, note: step.note };
  return { ...details, accessContact: person.accessContact, followUp };
}

export function stepDates({ step, plannedFor, doneOn, rooms }: StepDates): StepDates {
  return { step, plannedFor, doneOn, rooms };
}
