import type { ActorRole } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import { unconfirmed } from './confirmations.ts';
import { isPlanCommand } from './form-key.ts';
import { PLAN_FIELDS } from './plan-fields.ts';
import { textOf } from './read-field.ts';

type FormContext = { timeZone: string; newId: () => string; role: ActorRole };

export const OUT_OF_DATE = 'This form is out of date. Open the page again and repeat the change.';

/**
 * Said of the fields whose schemas have no sentence of their own; each can be wrong in one way only.
 * A field that means another thing in one form stands with its form's name.
 */
const SENTENCES: Record<string, string> = {
  'SetEdd.reason': 'Write at most 500 characters',
  'SetClinicalCriteria.text': 'Write at most 2,000 characters',
  'SetInterimPlan.text': 'Write at most 2,000 characters',
  leavesWhen: 'Write at most 2,000 characters',
  need: 'Write at most 2,000 characters',
  rooms: 'Choose rooms from the list',
  roomsToClear: 'Choose rooms from the list',
  accessContact: 'Write at most 200 characters',
  keys: 'Write at most 200 characters',
  landlord: 'Write at most 200 characters',
  equipment: 'Write at most 200 characters',
  national: 'Choose a national pathway from the list',
  criteria: 'Choose criteria from the list',
  visibleTo: 'Choose who will read the note',
  waiting: 'Choose what it is waiting for',
  wardId: 'Choose a ward from the list',
  bed: 'Write at most 20 characters',
};

const LABELS: Record<string, string> = {
  edd: 'Estimated discharge date',
  reason: 'Reason',
  'SetClinicalCriteria.text': 'Clinical criteria',
  pathway: 'Pathway',
  national: 'National pathway',
  readyDate: 'Ready since',
  confirmed: 'Confirmation',
  criteria: 'Criteria',
  metOn: 'Date the criteria were met',
  taskType: 'Task',
  set: 'Set of tasks',
  waiting: 'Waiting for',
  dueAt: 'Target',
  owner: 'Team',
  to: 'Whom it goes to',
  need: 'What is needed',
  action: 'What happens next',
  reviewOn: 'Day to look at it again',
  outcome: 'Outcome',
  'SetPrimaryReason.reason': 'Main reason',
  'RecordBoardRound.action': 'Next action',
  what: 'What is to be done',
  dueOn: 'To be done by',
  'FinishAction.outcome': 'What became of it',
  'FinishAction.words': 'What came of it',
  'ChaseAction.words': 'What you are waiting for',
  'ChangeAction.note': 'Why',
  whyNotHome: 'Why not home',
  whyNotToday: 'Why not today',
  notSeen: 'Not seen',
  person: 'Who of the team',
  assigneeId: 'Colleague',
  askedOf: 'Whom to ask',
  question: 'Question',
  answer: 'Answer',
  name: 'Provider',
  approachedOn: 'Approached on',
  startsAt: 'Start',
  'ReopenTask.note': 'Reason',
  step: 'Step',
  plannedFor: 'Day that it is planned for',
  doneOn: 'Day on which it was done',
  rooms: 'Rooms',
  authority: 'Council',
  accessContact: 'Access contact',
  keys: 'Keys',
  landlord: 'Landlord',
  roomsToClear: 'Rooms to clear',
  equipment: 'Equipment',
  equipmentDue: 'Day the equipment is expected',
  'SetInterimPlan.text': 'Interim plan',
  leavesWhen: 'Able to leave when',
  note: 'Note',
  text: 'Note',
  visibleTo: 'Who will read it',
  wardId: 'Ward',
  bed: 'Bed',
  'TransferPatient.at': 'Date and time of the move',
  at: 'Date and time of discharge',
  destination: 'Destination',
};

/**
 * The command that a form of the plan asks for, or INVALID with a sentence for each field. Used by
 * the page's action and by the browser alike. The form's own id counts, so that a double submit is
 * one command; a form without one gets a new id.
 */
export function commandFromForm(
  form: FormData,
  { timeZone, newId, role }: FormContext,
): { ok: true; command: SpellCommand } | Refusal {
  const type = form.get('type');
  if (!isPlanCommand(type)) return refuse('INVALID', OUT_OF_DATE);
  const parsed = parseCommand({
    type,
    id: textOf(form, 'id') ?? newId(),
    spellId: textOf(form, 'spellId'),
    ...withoutGaps(PLAN_FIELDS[type](form, timeZone)),
  });
  const confirmed = unconfirmed(type, form, role);
  if (parsed.ok && confirmed === null) return parsed;
  const fields = {
    ...(parsed.ok ? {} : inWords(type, parsed.fields ?? {})),
    ...(confirmed === null ? {} : { confirmed }),
  };
  return refuse('INVALID', firstSentence(type, fields), { fields });
}

function withoutGaps(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function wordsFor(words: Record<string, string>, type: string, name: string): string | undefined {
  const key = [`${type}.${name}`, name].find((one) => Object.hasOwn(words, one));
  return key === undefined ? undefined : words[key];
}

function inWords(type: string, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const [name = path] = path.replace(/^home\./, '').split('.');
      if (wordsFor(LABELS, type, name) === undefined) return [name, OUT_OF_DATE];
      return [name, wordsFor(SENTENCES, type, name) ?? message];
    }),
  );
}

function firstSentence(type: string, fields: Record<string, string>): string {
  const [name = '', message = OUT_OF_DATE] = Object.entries(fields)[0] ?? [];
  const label = wordsFor(LABELS, type, name);
  return label === undefined ? message : `${label}: ${message}`;
}
