import type { HomeDetails } from '../../domain/housing/home.ts';
import { someHomeDetails } from '../../domain/housing/home.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { FormValues } from './form-values.ts';
import { textOf, textOrNothing } from './read-field.ts';

/** How a step of a home stands, as people say it. */
export const STEP_STANDINGS = ['done', 'planned', 'taken_back'] as const;
export type StepStanding = (typeof STEP_STANDINGS)[number];

/** What was shown of each step stands beside the list of them, under this name. */
export function seenOf(step: string): string {
  return `seen-${step}`;
}

/** What the form for a step says. A day left empty is today for what is done, and none for a plan. */
export function housingStepFields(form: FormData): Record<string, unknown> {
  const step = textOf(form, 'step');
  const standing = textOf(form, 'standing') ?? 'done';
  return {
    step,
    ...daysOf(form, standing),
    rooms: form.getAll('rooms'),
    authority: textOrNothing(form, 'authority') ?? null,
    note: textOf(form, 'note'),
    who: textOf(form, 'who'),
    seen: textOrNothing(form, form.has('seen') ? 'seen' : seenOf(step ?? '')),
  };
}

/** A plan without a day is left for the schema to refuse. */
function daysOf(form: FormData, standing: string) {
  if (standing === 'taken_back') return { plannedFor: null, doneOn: null };
  const plannedFor = textOf(form, 'plannedFor');
  if (standing === 'planned') return { plannedFor: plannedFor ?? '', doneOn: null };
  return { plannedFor: plannedFor ?? null, doneOn: textOf(form, 'doneOn') };
}

/** The way back: what a person said of a step, from the command that came of it. */
export function standingOf(
  command: Extract<SpellCommandInput, { type: 'RecordHousingStep' }>,
): StepStanding {
  if (command.doneOn !== null) return 'done';
  return (command.plannedFor ?? null) === null ? 'taken_back' : 'planned';
}

type Facts = Partial<HomeDetails & { accessContact: string | null }>;

/** The field that holds all that was shown, as one text. */
export const HOME_SEEN = 'seenHome';

/** What the form for a home says: only what differs from what was shown is sent. */
export function homeDetailsFields(form: FormData): Record<string, unknown> {
  const seen = factsIn(form.get(HOME_SEEN));
  const written: Record<string, unknown> = {
    accessContact: textOrNothing(form, 'accessContact'),
    keys: textOrNothing(form, 'keys'),
    landlord: textOrNothing(form, 'landlord'),
    roomsToClear: form.getAll('roomsToClear'),
    equipment: textOrNothing(form, 'equipment'),
    equipmentDue: textOrNothing(form, 'equipmentDue'),
    isGrantUrgent: form.get('isGrantUrgent') === 'yes',
  };
  const shown: Record<string, unknown> = seen ?? {};
  // Of what was not shown nothing can be said, not even by a box that is not ticked.
  const changed = Object.keys(shown).filter(
    (name) => written[name] !== undefined && !isSame(written[name], shown[name]),
  );
  const only = (facts: Record<string, unknown>) =>
    Object.fromEntries(changed.map((name) => [name, facts[name]]));
  return { home: only(written), seen: seen === null ? undefined : only(shown) };
}

/** The form that the command came from: what was changed, over what was shown. */
export function valuesOfHome({
  home,
  seen,
}: Extract<SpellCommandInput, { type: 'SetHomeDetails' }>): FormValues {
  const { roomsToClear = [], isGrantUrgent = false, ...texts } = { ...seen, ...home };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, [value ?? '']])),
    roomsToClear,
    ...(isGrantUrgent && { isGrantUrgent: ['yes'] }),
    [HOME_SEEN]: [JSON.stringify(seen)],
  };
}

/** What was shown, with one fact as it stands now; a list comes as text. */
export function seenWith(
  text: string | undefined,
  name: string,
  value: string | boolean | null,
): string {
  const isList = name === 'roomsToClear' && typeof value === 'string';
  const now: unknown = isList ? JSON.parse(value) : value;
  return JSON.stringify({ ...factsIn(text), [name]: now });
}

function factsIn(text: unknown): Facts | null {
  if (typeof text !== 'string') return null;
  try {
    const parsed = someHomeDetails.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not written by our page: the same answer as for a form without it.
    return null;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
