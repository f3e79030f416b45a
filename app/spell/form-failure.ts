import type { CurrentValue, Refusal } from '../../domain/result.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { PATHWAYS, PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { PROVIDER_ANSWERS, PROVIDER_ANSWER_NAMES } from '../../domain/tasks/task-types.ts';
import { formatDay, formatInstant, instantOfWallClock, isCalendarDay } from '../../domain/time.ts';
import { formIdOf, formKeyOf } from './form-key.ts';
import { HOME_SEEN, seenWith } from './home-fields.ts';
import type { FormValues } from './form-values.ts';
import { valuesOfCommand } from './form-values.ts';

/**
 * A form that was not accepted, with what was typed into it. `page`: answered by the server with
 * the page; `sent`: refused after it had left the form; `here`: never left, the fields still hold it.
 */
export type FormFailure = {
  id: string;
  formKey: string;
  values: FormValues;
  refusal: Refusal;
  origin: 'page' | 'sent' | 'here';
};

export type RefusedCommand = { command: SpellCommandInput; refusal: Refusal };

/** What the page's action answers with: what was typed, and why it was not accepted. */
export type PageFailure = { values: FormValues; refusal: Refusal };

export function failureOfPage({ values, refusal }: PageFailure): FormFailure {
  return { id: 'page', formKey: keyOfValues(values), values, refusal, origin: 'page' };
}

export function failureOfCommand(refused: RefusedCommand, timeZone: string): FormFailure {
  const values = valuesOfCommand(refused.command, timeZone);
  return {
    id: refused.command.id,
    formKey: keyOfValues(values),
    values,
    refusal: refused.refusal,
    origin: 'sent',
  };
}

export function keyOfValues(values: FormValues): string {
  const aboutId = values.taskId ?? values.actionId ?? values.fromTaskId;
  return formKeyOf(values.type?.[0] ?? '', aboutId?.[0]);
}

/** Fields that a person can go to; the others are hidden in the form. */
const HIDDEN = new Set([
  'id',
  'type',
  'spellId',
  'taskId',
  'seen',
  'as',
  'takeOverFrom',
  'questionId',
  'actionId',
  'source',
  'fromTaskId',
]);

export function errorsOf({ formKey, refusal }: FormFailure) {
  const entries = Object.entries(refusal.fields ?? {});
  if (entries.length === 0) return [{ message: refusal.message }];
  const seen = new Set<string>();
  return entries.flatMap(([name, message]) => {
    if (HIDDEN.has(name) && seen.has(message)) return [];
    seen.add(message);
    return HIDDEN.has(name)
      ? [{ message }]
      : [{ message, fieldId: `${formIdOf(formKey)}-${name}` }];
  });
}

export type Insistence = { values: FormValues; keep: string; mine: string };

/** The field of the form in which a thing is wished for, where it has another name. */
const WISHED_IN: Record<string, string> = {
  clinicalCriteria: 'text',
  interimPlan: 'text',
  housingStep: 'step',
  acknowledgement: 'action',
  primaryReason: 'reason',
  // Whoever was passed over has no next action: what was seen is always there.
  boardRound: 'seen',
  longStayReview: 'whyNotHome',
  action: 'dueOn',
};

/** What is too long for a button, or told beside it already. */
const WITHOUT_WORDS = new Set(Object.keys(WISHED_IN));

/**
 * The same wish once more, now knowing what stands: null where there is no choice to offer. A task
 * that somebody else has is taken over from that person by name.
 */
export function insistenceOf(
  { values, refusal }: FormFailure,
  timeZone: string,
): Insistence | null {
  const { current } = refusal;
  if (refusal.code !== 'CONFLICT' || current === undefined) return null;
  if (current.field === 'claimedBy') return takeOver(values, current);
  if (current.field.startsWith('home.')) return ofHome(values, current);
  const wish = values[WISHED_IN[current.field] ?? current.field]?.[0];
  if (wish === undefined) return null;
  const theirs = asFormValue(current.value);
  const inWords = (value: string) => valueInWords(current.field, value, timeZone);
  return {
    values: { ...values, seen: [theirs] },
    keep: `Keep that${inWords(theirs)}`,
    mine: `Use mine${inWords(wish)}`,
  };
}

function takeOver(values: FormValues, { value, by }: CurrentValue): Insistence | null {
  const { spellId, taskId } = values;
  if (spellId === undefined || taskId === undefined || typeof value !== 'string') return null;
  const name = by?.name ?? 'them';
  return {
    values: { type: ['ClaimTask'], spellId, taskId, takeOverFrom: [value] },
    keep: `Leave it with ${name}`,
    mine: `Take over from ${name}`,
  };
}

/** Of the facts of a home the one that was changed counts as seen now; the others were never lost. */
function ofHome(values: FormValues, { field, value }: CurrentValue): Insistence {
  const seen = seenWith(values[HOME_SEEN]?.[0], field.slice('home.'.length), value);
  return {
    values: { ...values, [HOME_SEEN]: [seen] },
    keep: 'Keep that',
    mine: 'Use mine',
  };
}

/** As a form holds it: a box is ticked or not, nothing is empty. */
function asFormValue(value: CurrentValue['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return value ?? '';
}

/** In brackets, for a button; a longer text stands beside it already. */
function valueInWords(field: string, value: string, timeZone: string): string {
  if (WITHOUT_WORDS.has(field)) return '';
  if (field === 'blocking') return value === 'yes' ? ' (blocking)' : ' (not blocking)';
  if (value === '') return ' (not set)';
  if (field === 'dueAt' || field === 'startsAt') {
    const instant = instantOfWallClock(value, timeZone) ?? value;
    return ` (${formatInstant(instant, timeZone)})`;
  }
  if (isCalendarDay(value)) return ` (${formatDay(value)})`;
  const answer = PROVIDER_ANSWERS.find((name) => name === value);
  if (answer !== undefined) return ` (${PROVIDER_ANSWER_NAMES[answer].toLowerCase()})`;
  const pathway = PATHWAYS.find((name) => name === value);
  return ` (${pathway === undefined ? value : PATHWAY_NAMES[pathway]})`;
}
