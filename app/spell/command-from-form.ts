import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import { NATIONAL_CHOICES, PATHWAYS } from '../../domain/spell/pathway.ts';
import { instantOfWallClock } from '../../domain/time.ts';
import type { PlanCommandType } from './form-key.ts';
import { isPlanCommand } from './form-key.ts';

type FormContext = { timeZone: string; newId: () => string };

const OUT_OF_DATE = 'This form is out of date. Open the page again and repeat the change.';

/** Said of the fields whose schemas have no sentence of their own; each can be wrong in one way only. */
const SENTENCES: Record<string, string> = {
  reason: 'Write at most 500 characters',
  national: 'Choose a national pathway from the list',
  criteria: 'Choose criteria from the list',
  visibleTo: 'Choose who will read the note',
};

const LABELS: Record<string, string> = {
  edd: 'Estimated discharge date',
  reason: 'Reason',
  pathway: 'Pathway',
  national: 'National pathway',
  readyDate: 'Ready since',
  confirmed: 'Confirmation',
  criteria: 'Criteria',
  metOn: 'Date the criteria were met',
  taskType: 'Task',
  note: 'Note',
  text: 'Note',
  visibleTo: 'Who will read it',
  at: 'Date and time of discharge',
  destination: 'Destination',
};

const CONFIRMATIONS: Partial<Record<PlanCommandType, string>> = {
  RecordNoCriteriaToReside: 'Confirm that the team responsible for this person has decided this',
  DischargePatient: 'Confirm that this person has left the hospital',
};

/**
 * The command that a form of the plan asks for, or INVALID with a sentence for each field. Used by
 * the page's action and by the browser alike. The form's own id counts, so that a double submit is
 * one command; a form without one gets a new id.
 */
export function commandFromForm(
  form: FormData,
  context: FormContext,
): { ok: true; command: SpellCommand } | Refusal {
  const type = form.get('type');
  if (!isPlanCommand(type)) return refuse('INVALID', OUT_OF_DATE);
  const parsed = parseCommand({
    type,
    id: textOf(form, 'id') ?? context.newId(),
    spellId: textOf(form, 'spellId'),
    ...withoutGaps(FIELDS[type](form, context)),
  });
  const unconfirmed = form.get('confirmed') === 'yes' ? undefined : CONFIRMATIONS[type];
  if (parsed.ok && unconfirmed === undefined) return parsed;
  const fields = {
    ...(parsed.ok ? {} : inWords(parsed.fields ?? {})),
    ...(unconfirmed === undefined ? {} : { confirmed: unconfirmed }),
  };
  return refuse('INVALID', firstSentence(fields), { fields });
}

type Fields = Record<string, unknown>;

const FIELDS: Record<PlanCommandType, (form: FormData, context: FormContext) => Fields> = {
  SetEdd: (form) => ({
    edd: textOf(form, 'edd'),
    seen: seenOf(form),
    reason: textOf(form, 'reason'),
  }),
  SetPathway: (form) => ({
    pathway: textOf(form, 'pathway'),
    seen: seenOf(form),
    as: textOf(form, 'as'),
    national: nationalOf(form),
  }),
  RecordNoCriteriaToReside: (form) => ({
    readyDate: textOf(form, 'readyDate'),
    note: textOf(form, 'note'),
  }),
  RecordCriteriaToReside: (form) => ({
    criteria: form.has('criteria') ? form.getAll('criteria') : undefined,
    metOn: textOf(form, 'metOn'),
    note: textOf(form, 'note'),
  }),
  ClaimTask: (form) => ({ ...taskStep(form), takeOverFrom: textOf(form, 'takeOverFrom') }),
  StartTask: taskStep,
  ReleaseTask: taskStep,
  CompleteTask: taskStep,
  AddTask: (form) => ({
    taskType: textOf(form, 'taskType'),
    blocking: form.get('blocking') === 'yes',
    note: textOf(form, 'note'),
  }),
  AddNote: (form) => ({
    text: textOf(form, 'text') ?? '',
    visibleTo: textOf(form, 'visibleTo'),
  }),
  DischargePatient: (form, { timeZone }) => {
    const at = textOf(form, 'at');
    return {
      at: at === undefined ? at : (instantOfWallClock(at, timeZone) ?? at),
      destination: textOf(form, 'destination'),
    };
  },
};

function taskStep(form: FormData): Fields {
  return { taskId: textOf(form, 'taskId'), note: textOf(form, 'note') };
}

/** Empty means that nothing was set when the form was made; a form without it is not ours. */
function seenOf(form: FormData): string | null | undefined {
  return form.has('seen') ? (textOf(form, 'seen') ?? null) : undefined;
}

/** Most pathways are returned as one national pathway only: then there was nothing to choose. */
function nationalOf(form: FormData): string | undefined {
  const pathway = PATHWAYS.find((name) => name === form.get('pathway'));
  const hasChoice = pathway === undefined || NATIONAL_CHOICES[pathway].length > 1;
  return hasChoice ? textOf(form, 'national') : undefined;
}

function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

function withoutGaps(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function inWords(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const [name = path] = path.split('.');
      if (!Object.hasOwn(LABELS, name)) return [name, OUT_OF_DATE];
      return [name, SENTENCES[name] ?? message];
    }),
  );
}

function firstSentence(fields: Record<string, string>): string {
  const [name = '', message = OUT_OF_DATE] = Object.entries(fields)[0] ?? [];
  const label = LABELS[name];
  return label === undefined ? message : `${label}: ${message}`;
}
