import { NATIONAL_CHOICES, PATHWAYS } from '../../domain/spell/pathway.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import { homeDetailsFields, housingStepFields } from './home-fields.ts';
import type { PlanCommandType } from './form-key.ts';
import { instantOf, textOf, textOrNothing } from './read-field.ts';

/** Waiting for nothing any more. Not an empty value, which a form without a choice would be, too. */
export const AT_WORK = 'at_work';

/** The main reason that follows from the tasks, in the place of one that was chosen. */
export const FROM_TASKS = 'from_tasks';

type Fields = Record<string, unknown>;
type ReadFields = (form: FormData, timeZone: string) => Fields;

/** What each form of the plan says, as its command has it. */
export const PLAN_FIELDS: Record<PlanCommandType, ReadFields> = {
  SetEdd: (form) => ({
    edd: textOf(form, 'edd'),
    seen: textOrNothing(form, 'seen'),
    reason: textOf(form, 'reason'),
  }),
  SetClinicalCriteria: (form) => ({
    text: textOrNothing(form, 'text'),
    seen: textOrNothing(form, 'seen'),
  }),
  SetPathway: (form) => ({
    pathway: textOf(form, 'pathway'),
    seen: textOrNothing(form, 'seen'),
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
  ClaimTask: (form) => ({ ...aboutTask(form), takeOverFrom: textOf(form, 'takeOverFrom') }),
  StartTask: aboutTask,
  ReleaseTask: aboutTask,
  CompleteTask: aboutTask,
  SetTaskWaiting: (form) => {
    const waiting = textOf(form, 'waiting');
    return { ...aboutTask(form), waiting: waiting === AT_WORK ? null : waiting };
  },
  SetTaskBlocking: (form) => ({
    ...aboutTask(form),
    blocking: form.get('blocking') === 'yes',
    seen: form.has('seen') ? form.get('seen') === 'yes' : undefined,
  }),
  SetTaskDue: (form, timeZone) => ({
    ...aboutTask(form),
    dueAt: timeOf(form, 'dueAt', timeZone),
    seen: textOrNothing(form, 'seen'),
  }),
  AssignTask: (form) => ({
    ...aboutTask(form),
    owner: textOf(form, 'owner'),
    assigneeId: textOf(form, 'assigneeId'),
  }),
  Escalate: (form) => ({
    taskId: textOrNothing(form, 'taskId'),
    to: textOf(form, 'to'),
    need: textOf(form, 'need'),
  }),
  AcknowledgeEscalation: (form) => ({
    taskId: textOrNothing(form, 'taskId'),
    action: textOf(form, 'action') ?? '',
    reviewOn: textOrNothing(form, 'reviewOn'),
    seen: textOrNothing(form, 'seen'),
  }),
  ResolveEscalation: (form) => ({
    taskId: textOrNothing(form, 'taskId'),
    outcome: textOf(form, 'outcome') ?? '',
  }),
  SetPrimaryReason: (form) => {
    const reason = textOf(form, 'reason');
    return {
      reason: reason === FROM_TASKS ? null : reason,
      note: textOf(form, 'note'),
      seen: textOrNothing(form, 'seen'),
    };
  },
  RecordBoardRound: (form) => ({
    notSeen: textOrNothing(form, 'notSeen'),
    action: textOf(form, 'action'),
    owner: textOrNothing(form, 'owner'),
    person: textOf(form, 'person'),
    seen: textOrNothing(form, 'seen'),
  }),
  ReviewLongStay: (form) => ({
    whyNotHome: textOf(form, 'whyNotHome'),
    whyNotToday: textOf(form, 'whyNotToday'),
    seen: textOrNothing(form, 'seen'),
  }),
  AddAction: (form) => ({
    what: textOf(form, 'what') ?? '',
    owner: textOf(form, 'owner'),
    assigneeId: textOf(form, 'assigneeId'),
    dueOn: textOf(form, 'dueOn'),
    source: textOf(form, 'source'),
    fromTaskId: textOf(form, 'fromTaskId'),
  }),
  ChangeAction: (form) => ({
    actionId: textOf(form, 'actionId'),
    dueOn: textOf(form, 'dueOn'),
    assigneeId: textOf(form, 'assigneeId'),
    note: textOf(form, 'note'),
    seen: textOf(form, 'seen'),
  }),
  FinishAction: (form) => ({
    actionId: textOf(form, 'actionId'),
    outcome: textOf(form, 'outcome'),
    words: textOf(form, 'words') ?? '',
  }),
  ChaseAction: (form) => ({
    actionId: textOf(form, 'actionId'),
    words: textOf(form, 'words'),
  }),
  AskAboutTask: (form) => ({
    taskId: textOf(form, 'taskId'),
    askedOf: textOf(form, 'askedOf'),
    question: textOf(form, 'question') ?? '',
  }),
  AnswerTaskQuestion: (form) => ({
    taskId: textOf(form, 'taskId'),
    questionId: textOf(form, 'questionId'),
    answer: textOf(form, 'answer') ?? '',
  }),
  RecordProvider: (form) => ({
    ...aboutTask(form),
    name: textOf(form, 'name') ?? '',
    approachedOn: textOf(form, 'approachedOn'),
    answer: textOf(form, 'answer'),
    seen: answerSeen(form),
  }),
  SetPackageStart: (form, timeZone) => ({
    ...aboutTask(form),
    startsAt: timeOf(form, 'startsAt', timeZone),
    seen: textOrNothing(form, 'seen'),
  }),
  DeclineTask: (form) => ({ ...aboutTask(form), reason: textOf(form, 'reason') }),
  CancelTask: (form) => ({ ...aboutTask(form), reason: textOf(form, 'reason') }),
  // Its note is the reason, so that an empty one is refused in words.
  ReopenTask: (form) => ({ taskId: textOf(form, 'taskId'), note: textOf(form, 'note') ?? '' }),
  AddTask: (form) => ({
    taskType: textOf(form, 'taskType'),
    blocking: form.get('blocking') === 'yes',
    note: textOf(form, 'note'),
  }),
  // Radios of which none is chosen are not sent; that is refused in words.
  AddTaskSet: (form) => ({ set: textOf(form, 'set') ?? '' }),
  RecordHousingStep: housingStepFields,
  SetHomeDetails: homeDetailsFields,
  SetInterimPlan: (form) => ({
    text: textOrNothing(form, 'text'),
    leavesWhen: textOrNothing(form, 'leavesWhen'),
    seen: textOrNothing(form, 'seen'),
  }),
  AddNote: (form) => ({
    text: textOf(form, 'text') ?? '',
    visibleTo: textOf(form, 'visibleTo'),
  }),
  TransferPatient: (form, timeZone) => ({
    wardId: textOf(form, 'wardId'),
    bed: textOf(form, 'bed'),
    at: instantOf(form, 'at', timeZone),
  }),
  DischargePatient: (form, timeZone) => ({
    at: instantOf(form, 'at', timeZone),
    destination: textOf(form, 'destination'),
  }),
  CancelDischarge: (form) => ({ note: textOf(form, 'note') }),
};

function aboutTask(form: FormData): Fields {
  return { taskId: textOf(form, 'taskId'), note: textOf(form, 'note') };
}

/** The field has no seconds: what was shown and left alone is the time as it was. */
function timeOf(form: FormData, name: string, timeZone: string) {
  const time = textOrNothing(form, name);
  const seen = textOf(form, 'seen');
  const isInstant = seen !== undefined && !Number.isNaN(Date.parse(seen));
  if (isInstant && time === wallClockOfInstant(seen, timeZone)) return seen;
  return time === null ? null : instantOf(form, name, timeZone);
}

/** The field that holds what was shown of one provider, whose name a person may type. */
export function seenAnswerField(name: string): string {
  return `seen ${name.toLowerCase()}`;
}

/** Of the provider that is named: one of those listed, or one approached anew. */
function answerSeen(form: FormData): string | null | undefined {
  if (form.has('seen')) return textOrNothing(form, 'seen');
  return textOf(form, seenAnswerField(textOf(form, 'name') ?? '')) ?? null;
}

/** Most pathways are returned as one national pathway only: then there was nothing to choose. */
function nationalOf(form: FormData): string | undefined {
  const pathway = PATHWAYS.find((name) => name === form.get('pathway'));
  const hasChoice = pathway === undefined || NATIONAL_CHOICES[pathway].length > 1;
  return hasChoice ? textOf(form, 'national') : undefined;
}
