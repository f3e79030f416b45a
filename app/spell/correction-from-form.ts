import type { PersonDetails } from '../../domain/persons/person.ts';
import { somePersonDetails } from '../../domain/persons/person.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import { OUT_OF_DATE } from './command-from-form.ts';
import type { FormValues } from './form-values.ts';
import { formOfValues } from './form-values.ts';
import type { WrittenFact } from './person-from-form.ts';
import { WRITTEN_FACTS, errorsInForm, personFromForm } from './person-from-form.ts';
import { textOf } from './read-field.ts';

/** What was shown, in one hidden field; which facts were asked about, and what was answered. */
export const SEEN = 'seen';
export const ASKED = 'asked';
export function choiceOf(field: WrittenFact): string {
  return `choice-${field}`;
}

type Facts = Partial<PersonDetails>;

/**
 * The correction that the form asks for: what differs from what was shown, without what somebody
 * else corrected meanwhile and the person decided to keep.
 */
export function correctionFromForm(
  form: FormData,
  { spellId, newId }: { spellId: string; newId: () => string },
): { ok: true; command: SpellCommand } | Refusal {
  const seen = seenOf(form);
  if (seen === null) return refuse('INVALID', OUT_OF_DATE);
  const unanswered = askedOf(form).filter((field) => !form.has(choiceOf(field)));
  if (unanswered.length > 0) {
    const fields = Object.fromEntries(unanswered.map((field) => [choiceOf(field), UNANSWERED]));
    return refuse('INVALID', UNANSWERED, { fields });
  }
  const written = personFromForm(form);
  const changed = WRITTEN_FACTS.filter(
    (field) => !isSame(written[field], seen[field]) && form.get(choiceOf(field)) !== 'theirs',
  );
  const parsed = parseCommand({
    type: 'UpdatePerson',
    id: textOf(form, 'id') ?? newId(),
    spellId,
    person: Object.fromEntries(changed.map((field) => [field, written[field]])),
    seen: Object.fromEntries(changed.map((field) => [field, seen[field]])),
  });
  return parsed.ok ? parsed : { ...parsed, fields: errorsInForm(parsed.fields, true) };
}

const UNANSWERED = 'Choose which of the two is right';

/**
 * What a refused form and somebody else's correction disagree about, with what counts as shown from
 * now on. What the person did not touch is not theirs to overwrite: it stays as it was shown.
 */
export function divergencesOf(
  values: FormValues,
  current: PersonDetails,
): { fields: WrittenFact[]; seen: Facts } {
  const form = formOfValues(values);
  const seen = seenOf(form) ?? {};
  const asked = askedOf(form);
  const written = personFromForm(form);
  const fields = WRITTEN_FACTS.filter((field) => {
    if (isSame(written[field], current[field])) return false;
    const isMoved = !isSame(seen[field], current[field]) && !isSame(seen[field], written[field]);
    return isMoved || asked.includes(field);
  });
  const moved = Object.fromEntries(fields.map((field) => [field, current[field]]));
  return { fields, seen: { ...seen, ...moved } };
}

function askedOf(form: FormData): WrittenFact[] {
  const names = form.getAll(ASKED);
  return WRITTEN_FACTS.filter((field) => names.includes(field));
}

function seenOf(form: FormData): Facts | null {
  const text = form.get(SEEN);
  if (typeof text !== 'string') return null;
  try {
    const parsed = somePersonDetails.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not written by our page: the same answer as for a form without it.
    return null;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
