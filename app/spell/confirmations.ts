import type { ActorRole } from '../../domain/actor.ts';
import type { PathwayChoice } from '../../domain/spell/pathway.ts';
import {
  NATIONAL_PATHWAYS,
  PATHWAYS,
  nationalChange,
  nextPathwayChoice,
  pathwayStanding,
} from '../../domain/spell/pathway.ts';
import type { PlanCommandType } from './form-key.ts';

/** What is confirmed by a tick whenever the form is sent. */
const ALWAYS: Partial<Record<PlanCommandType, string>> = {
  RecordNoCriteriaToReside: 'Confirm that the team responsible for this person has decided this',
  DischargePatient: 'Confirm that this person has left the hospital',
  CancelDischarge: 'Confirm that this person is still in hospital',
};

export function needsConfirmation(type: string): boolean {
  return Object.hasOwn(ALWAYS, type);
}

/**
 * What still has to be confirmed before a form is a command; null when nothing has. A pathway that
 * is returned as another national one is asked about only then, and what is ticked is the very
 * sentence: it does not confirm another change.
 */
export function unconfirmed(type: PlanCommandType, form: FormData, role: ActorRole): string | null {
  const confirmed = form.get('confirmed');
  const sentence = ALWAYS[type];
  if (sentence !== undefined) return confirmed === 'yes' ? null : sentence;
  const change = type === 'SetPathway' ? nationalChangeIn(form, role) : null;
  return change === null || confirmed === change ? null : change;
}

/** The pathways that a form was made from, in one hidden field. */
export function pathwaysAsField({ recommended, agreed, national }: PathwayChoice): string {
  return [recommended, agreed, national ?? ''].join(' ');
}

function nationalChangeIn(form: FormData, role: ActorRole): string | null {
  const before = pathwaysOf(form);
  const pathway = PATHWAYS.find((name) => name === form.get('pathway'));
  if (before === null || pathway === undefined) return null;
  const standing = pathwayStanding(role, pathway, undefined);
  const national = NATIONAL_PATHWAYS.find((name) => name === form.get('national'));
  const after = nextPathwayChoice(before, pathway, standing, national);
  const change = nationalChange(before, after);
  return change === null ? null : `Confirm that ${change}`;
}

function pathwaysOf(form: FormData): PathwayChoice | null {
  const field = form.get('before');
  const [first, second, third] = typeof field === 'string' ? field.split(' ') : [];
  const recommended = PATHWAYS.find((name) => name === first);
  const agreed = PATHWAYS.find((name) => name === second);
  const national = NATIONAL_PATHWAYS.find((name) => name === third) ?? null;
  return recommended === undefined || agreed === undefined
    ? null
    : { recommended, agreed, national };
}
