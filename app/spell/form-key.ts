import type { SpellCommandType } from '../../domain/spell/commands.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';

/** The commands that have a form on the plan. */
export const PLAN_COMMANDS = [
  'SetEdd',
  'SetClinicalCriteria',
  'SetPathway',
  'RecordNoCriteriaToReside',
  'RecordCriteriaToReside',
  'ClaimTask',
  'StartTask',
  'ReleaseTask',
  'CompleteTask',
  'SetTaskWaiting',
  'SetTaskBlocking',
  'SetTaskDue',
  'AssignTask',
  'AskAboutTask',
  'AnswerTaskQuestion',
  'RecordProvider',
  'SetPackageStart',
  'Escalate',
  'AcknowledgeEscalation',
  'ResolveEscalation',
  'DeclineTask',
  'CancelTask',
  'ReopenTask',
  'AddTask',
  'AddTaskSet',
  'SetPrimaryReason',
  'RecordBoardRound',
  'ReviewLongStay',
  'AddAction',
  'ChangeAction',
  'FinishAction',
  'ChaseAction',
  'RecordHousingStep',
  'SetHomeDetails',
  'SetInterimPlan',
  'AddNote',
  'TransferPatient',
  'DischargePatient',
  'CancelDischarge',
] as const satisfies readonly SpellCommandType[];
export type PlanCommandType = (typeof PLAN_COMMANDS)[number];

const SECTIONS: Record<PlanCommandType, PlanPart> = {
  SetEdd: 'edd',
  SetClinicalCriteria: 'criteria',
  SetPathway: 'pathway',
  RecordNoCriteriaToReside: 'criteria',
  RecordCriteriaToReside: 'criteria',
  ClaimTask: 'tasks',
  StartTask: 'tasks',
  ReleaseTask: 'tasks',
  CompleteTask: 'tasks',
  SetTaskWaiting: 'tasks',
  SetTaskBlocking: 'tasks',
  SetTaskDue: 'tasks',
  AssignTask: 'tasks',
  AskAboutTask: 'tasks',
  AnswerTaskQuestion: 'tasks',
  RecordProvider: 'tasks',
  SetPackageStart: 'tasks',
  Escalate: 'tasks',
  AcknowledgeEscalation: 'tasks',
  ResolveEscalation: 'tasks',
  DeclineTask: 'tasks',
  CancelTask: 'tasks',
  ReopenTask: 'tasks',
  AddTask: 'tasks',
  AddTaskSet: 'tasks',
  SetPrimaryReason: 'criteria',
  RecordBoardRound: 'round',
  ReviewLongStay: 'review',
  AddAction: 'actions',
  ChangeAction: 'actions',
  FinishAction: 'actions',
  ChaseAction: 'actions',
  RecordHousingStep: 'home',
  SetHomeDetails: 'home',
  SetInterimPlan: 'home',
  AddNote: 'notes',
  TransferPatient: 'transfer',
  DischargePatient: 'discharge',
  CancelDischarge: 'discharge',
};

export function isPlanCommand(type: unknown): type is PlanCommandType {
  return PLAN_COMMANDS.some((known) => known === type);
}

/**
 * One name for each form on the plan: its command, and for a task's step the task. A form of the
 * stay that could be a task's says so by an empty one.
 */
export function formKeyOf(type: string, taskId?: string): string {
  return taskId === undefined || taskId === '' ? type : `${type}:${taskId}`;
}

export function typeOfKey(formKey: string): string {
  return formKey.split(':')[0] ?? '';
}

/** The task that a form is about; undefined where it is about the stay. */
export function taskIdOfKey(formKey: string): string | undefined {
  return formKey.split(':')[1];
}

/** The start of the ids of a form's fields: `plan-set-edd`. */
export function formIdOf(formKey: string): string {
  const [type = '', taskId] = formKey.split(':');
  const name = type.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return taskId === undefined ? `plan${name}` : `plan${name}-${taskId}`;
}

/** What may be about a task or the stay: the stay's stand with its delay. */
const ABOUT_EITHER: readonly PlanCommandType[] = [
  'Escalate',
  'AcknowledgeEscalation',
  'ResolveEscalation',
];

/** Of a form, by its key. */
export function partOf(formKey: string): PlanPart | null {
  const type = typeOfKey(formKey);
  if (!isPlanCommand(type)) return null;
  const isOfStay = taskIdOfKey(formKey) === undefined && ABOUT_EITHER.includes(type);
  return isOfStay ? 'criteria' : SECTIONS[type];
}

/** Where a page is to be scrolled to after a form. */
export function sectionAnchor(formKey: string): string {
  const part = partOf(formKey);
  return part === null ? 'plan-title' : `plan-${part}`;
}
