import { NATIONAL_CHOICES, PATHWAYS } from '../../domain/spell/pathway.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import { homeDetailsFields, housingStepFields } from './home-fields.ts';
import type { PlanCommandType } from './form-key.ts';
import { instantOf, textOf, textOrNothing } from './read-field.ts';

/** Waiting for nothing any more. Not an empty value, which a form without a choice would be, too. */
export const AT_WORK = 'at_work';

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
    dueAt: dueAtOf(form, timeZone),
    seen: textOrNothing(form, 'seen'),
  }),
  AssignTask: (form) => ({ ...aboutTask(form), owner: textOf(form, 'owner') }),
  DeclineTask: (form) => ({ ...aboutTask(form), reason: textOf(form, 'reason') }),
  CancelTask: (form) => ({ ...aboutTask(form), reason: textOf(form, 'reason') }),
  // Its note is the reason, so that an empty one is refused in words.
  ReopenTask: (form) => ({ taskId: textOf(form, 'taskId'), note: textOf(form, 'note') ?? '' }),
  AddTask: (form) => ({
    taskType: textOf(form, 'taskType'),
    blocking: form.get('blocking') === 'yes',
    note: textOf(form, 'note'),
  }),
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

/** The field has no seconds: what was shown and left alone is the target as it was. */
function dueAtOf(form: FormData, timeZone: string) {
  const dueAt = textOrNothing(form, 'dueAt');
  const seen = textOf(form, 'seen');
  const isInstant = seen !== undefined && !Number.isNaN(Date.parse(seen));
  if (isInstant && dueAt === wallClockOfInstant(seen, timeZone)) return seen;
  return dueAt === null ? null : instantOf(form, 'dueAt', timeZone);
}

/** Most pathways are returned as one national pathway only: then there was nothing to choose. */
function nationalOf(form: FormData): string | undefined {
  const pathway = PATHWAYS.find((name) => name === form.get('pathway'));
  const hasChoice = pathway === undefined || NATIONAL_CHOICES[pathway].length > 1;
  return hasChoice ? textOf(form, 'national') : undefined;
}
