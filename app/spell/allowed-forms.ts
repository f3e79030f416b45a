import type { ActionView } from '../../domain/actions/action-sight.ts';
import type { EscalationLevel } from '../../domain/escalation/escalation.ts';
import { levelsAbove } from '../../domain/escalation/escalation.ts';
import type { CommandType, PermissionFacts } from '../../domain/permissions.ts';
import { isAllowed } from '../../domain/permissions.ts';
import type { Me } from '../../domain/protocol.ts';
import { isLongStay } from '../../domain/review/long-stays.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import { PATHWAYS } from '../../domain/spell/pathway.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { CatalogueEntry, TaskCatalogue } from '../../domain/tasks/catalogue.ts';
import { entriesOf, ownerFor } from '../../domain/tasks/catalogue.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { arrangesService, isOpenState } from '../../domain/tasks/task-types.ts';
import { formKeyOf } from './form-key.ts';

/** Who reads a plan; of the past there is nothing but reading. */
export type PlanReader = Me & { isOnlyReading?: boolean };

/** The forms to show to one person for one stay. The server's answer still counts. */
export type AllowedForms = {
  setEdd: boolean;
  setClinicalCriteria: boolean;
  pathways: readonly Pathway[];
  recordNoCriteria: boolean;
  recordCriteria: boolean;
  /** What may be added, as the catalogue has it. */
  taskTypes: readonly CatalogueEntry[];
  addTaskSet: boolean;
  recordHousingStep: boolean;
  setHomeDetails: boolean;
  setInterimPlan: boolean;
  addNote: boolean;
  transfer: boolean;
  discharge: boolean;
  cancelDischarge: boolean;
  setPrimaryReason: boolean;
  /** To whom the stay itself may be raised now. */
  escalateTo: readonly EscalationLevel[];
  acknowledgeEscalation: boolean;
  resolveEscalation: boolean;
  recordBoardRound: boolean;
  reviewLongStay: boolean;
  /** Of whom something can be asked for. */
  actionTeams: readonly TaskOwner[];
  /** On a page of its own, not on the plan. */
  updatePerson: boolean;
};

export function allowedForms(
  me: PlanReader,
  { card, actionTeams }: SpellView,
  catalogue: TaskCatalogue,
): AllowedForms {
  const hasLeft = card.dischargedOn !== null;
  const may = (type: CommandType, facts?: Partial<PermissionFacts>) =>
    mayNow(me, card, type, facts);
  const mayAgree = (pathway: Pathway) => may('SetPathway', { pathway: { pathway, as: undefined } });
  const mayAdd = (entry: CatalogueEntry) =>
    entry.isOffered && may('AddTask', { taskOwner: ownerFor(entry, card.place) });
  const isReady = card.dischargeReadyDate !== undefined && card.dischargeReadyDate !== null;
  return {
    setEdd: may('SetEdd') && !hasLeft,
    setClinicalCriteria: may('SetClinicalCriteria') && !hasLeft,
    pathways: hasLeft || card.pathway === undefined ? [] : PATHWAYS.filter(mayAgree),
    recordNoCriteria: may('RecordNoCriteriaToReside') && !hasLeft && !isReady,
    recordCriteria: may('RecordCriteriaToReside') && !hasLeft && isReady,
    taskTypes: hasLeft ? [] : entriesOf(catalogue).filter(mayAdd),
    addTaskSet: may('AddTaskSet') && !hasLeft,
    recordHousingStep: may('RecordHousingStep'),
    setHomeDetails: may('SetHomeDetails'),
    setInterimPlan: may('SetInterimPlan'),
    addNote: may('AddNote'),
    transfer: may('TransferPatient') && !hasLeft,
    discharge: may('DischargePatient') && !hasLeft,
    cancelDischarge: may('CancelDischarge') && hasLeft,
    setPrimaryReason: may('SetPrimaryReason') && !hasLeft && isReady,
    escalateTo: may('Escalate') && !hasLeft && isReady ? levelsForStay(me, card) : [],
    acknowledgeEscalation: may('AcknowledgeEscalation') && card.escalation !== undefined,
    resolveEscalation: may('ResolveEscalation') && card.escalation !== undefined,
    recordBoardRound: may('RecordBoardRound') && !hasLeft,
    reviewLongStay: may('ReviewLongStay') && isLongStay(card),
    actionTeams: hasLeft ? [] : actionTeams.filter((taskOwner) => may('AddAction', { taskOwner })),
    updatePerson: may('UpdatePerson'),
  };
}

export type TaskStep = 'claim' | 'take_over' | 'start' | 'release' | 'complete';

/** The steps that make sense for a task now, of those this person may take. */
export function allowedSteps(me: PlanReader, card: Card, task: CardTask): readonly TaskStep[] {
  if (card.dischargedOn !== null || !isOpenState(task.state)) return [];
  const may = (type: CommandType) => mayNow(me, card, type, { taskOwner: task.owner });
  const holder = task.claimedBy?.id ?? null;
  const isMine = holder === me.id;
  const steps: [TaskStep, boolean][] = [
    ['claim', holder === null && may('ClaimTask')],
    ['take_over', holder !== null && !isMine && may('ClaimTask')],
    ['start', (holder === null || isMine) && task.state !== 'in_progress' && may('StartTask')],
    ['release', isMine && may('ReleaseTask')],
    ['complete', may('CompleteTask')],
  ];
  return steps.filter(([, isOffered]) => isOffered).map(([step]) => step);
}

export const STEP_COMMANDS = {
  claim: 'ClaimTask',
  take_over: 'ClaimTask',
  start: 'StartTask',
  release: 'ReleaseTask',
  complete: 'CompleteTask',
} as const satisfies Record<TaskStep, CommandType>;

export type TaskForm =
  | 'answer'
  | 'acknowledge'
  | 'resolve'
  | 'waiting'
  | 'ask'
  | 'provider'
  | 'start'
  | 'due'
  | 'blocking'
  | 'escalate'
  | 'assign'
  | 'decline'
  | 'cancel'
  | 'reopen';

/** Whom work can be handed on to decides with it what is offered. */
type WithColleagues = Pick<SpellView, 'card' | 'colleagues'>;

/**
 * What else this person may do with a task now. A task is given to another team by the hub, which a
 * team declines it to; those who lead a team hand it on within it, the others take it over.
 */
export function allowedTaskForms(
  me: PlanReader,
  { card, colleagues }: WithColleagues,
  task: CardTask,
): readonly TaskForm[] {
  if (card.dischargedOn !== null) return [];
  const may = (type: CommandType) => mayNow(me, card, type, { taskOwner: task.owner });
  if (!isOpenState(task.state)) return may('ReopenTask') ? ['reopen'] : [];
  const isHeldByOther = task.claimedBy !== null && task.claimedBy.id !== me.id;
  const isHub = me.role === 'hub';
  const isAsked = task.question !== undefined;
  const isService = arrangesService(task.type);
  const level = task.escalation?.level ?? null;
  const mayTakeOn = level !== null && (isHub || level === 'team_lead');
  const forms: [TaskForm, boolean][] = [
    ['answer', isAsked && may('AnswerTaskQuestion')],
    ['acknowledge', mayTakeOn && may('AcknowledgeEscalation')],
    ['resolve', level !== null && may('ResolveEscalation')],
    ['waiting', !isHeldByOther && may('SetTaskWaiting')],
    ['ask', !isAsked && !isHeldByOther && may('AskAboutTask')],
    ['provider', isService && may('RecordProvider')],
    ['start', isService && may('SetPackageStart')],
    ['due', may('SetTaskDue')],
    ['blocking', may('SetTaskBlocking')],
    ['escalate', levelsToRaise(me, task).length > 0 && may('Escalate')],
    ['assign', (isHub || colleagues.length > 0) && may('AssignTask')],
    ['decline', !isHub && !isHeldByOther && task.owner !== 'hub' && may('DeclineTask')],
    ['cancel', may('CancelTask')],
  ];
  return forms.filter(([, isOffered]) => isOffered).map(([form]) => form);
}

/** To whom this person may raise a task now; only the hub reaches the duty director. */
export function levelsToRaise(
  me: PlanReader,
  { owner, escalation }: CardTask,
): readonly EscalationLevel[] {
  return withinReach(me, levelsAbove(owner, escalation?.level ?? null));
}

function levelsForStay(me: PlanReader, { escalation }: Card): readonly EscalationLevel[] {
  return withinReach(me, levelsAbove(null, escalation?.level ?? null));
}

function withinReach(
  { role }: PlanReader,
  levels: readonly EscalationLevel[],
): readonly EscalationLevel[] {
  return levels.filter((level) => role === 'hub' || level !== 'duty_director');
}

export const TASK_FORM_COMMANDS = {
  escalate: 'Escalate',
  acknowledge: 'AcknowledgeEscalation',
  resolve: 'ResolveEscalation',
  answer: 'AnswerTaskQuestion',
  ask: 'AskAboutTask',
  provider: 'RecordProvider',
  start: 'SetPackageStart',
  waiting: 'SetTaskWaiting',
  due: 'SetTaskDue',
  blocking: 'SetTaskBlocking',
  assign: 'AssignTask',
  decline: 'DeclineTask',
  cancel: 'CancelTask',
  reopen: 'ReopenTask',
} as const satisfies Record<TaskForm, CommandType>;

/** The keys of the forms of one task, besides its everyday buttons. */
export function taskFormKeys(me: PlanReader, view: WithColleagues, task: CardTask): string[] {
  return allowedTaskForms(me, view, task).map((form) =>
    formKeyOf(TASK_FORM_COMMANDS[form], task.id),
  );
}

export type ActionForm = 'finish' | 'chase' | 'change';

export const ACTION_FORM_COMMANDS = {
  finish: 'FinishAction',
  chase: 'ChaseAction',
  change: 'ChangeAction',
} as const satisfies Record<ActionForm, CommandType>;

/** What this person may do with an action now; nobody chases what they have themselves. */
export function allowedActionForms(
  me: PlanReader,
  card: Card,
  { state, owner, askedBy, person }: ActionView,
): readonly ActionForm[] {
  if (state !== 'open') return [];
  const may = (type: CommandType) =>
    mayNow(me, card, type, { taskOwner: owner, askedById: askedBy.id });
  const forms: [ActionForm, boolean][] = [
    ['finish', may('FinishAction')],
    ['chase', person?.id !== me.id && may('ChaseAction')],
    ['change', may('ChangeAction')],
  ];
  return forms.filter(([, isOffered]) => isOffered).map(([form]) => form);
}

/** The key under which the id for "Use mine" stands; it belongs to no form of its own. */
export const AGAIN_KEY = 'again';

/** The forms that a person is shown, by key, in a fixed order: the page hands each a command id. */
export function formKeysOf(me: PlanReader, view: SpellView, catalogue: TaskCatalogue): string[] {
  const forms = allowedForms(me, view, catalogue);
  const single: [string, boolean][] = [
    [AGAIN_KEY, true],
    ['SetEdd', forms.setEdd],
    ['SetClinicalCriteria', forms.setClinicalCriteria],
    ['SetPathway', forms.pathways.length > 0],
    ['RecordNoCriteriaToReside', forms.recordNoCriteria],
    ['RecordCriteriaToReside', forms.recordCriteria],
    ['AddTask', forms.taskTypes.length > 0],
    ['AddTaskSet', forms.addTaskSet],
    ['RecordHousingStep', forms.recordHousingStep],
    ['SetHomeDetails', forms.setHomeDetails],
    ['SetInterimPlan', forms.setInterimPlan],
    ['AddNote', forms.addNote],
    ['TransferPatient', forms.transfer],
    ['DischargePatient', forms.discharge],
    ['CancelDischarge', forms.cancelDischarge],
    ['SetPrimaryReason', forms.setPrimaryReason],
    ['Escalate', forms.escalateTo.length > 0],
    ['AcknowledgeEscalation', forms.acknowledgeEscalation],
    ['ResolveEscalation', forms.resolveEscalation],
    ['RecordBoardRound', forms.recordBoardRound],
    ['ReviewLongStay', forms.reviewLongStay],
    ['AddAction', forms.actionTeams.length > 0],
  ];
  return [
    ...single.filter(([, isShown]) => isShown).map(([key]) => key),
    ...view.tasks.flatMap((task) => [
      ...allowedSteps(me, view.card, task).map((step) => formKeyOf(STEP_COMMANDS[step], task.id)),
      ...taskFormKeys(me, view, task),
      ...(forms.actionTeams.length > 0 && task.escalation !== undefined
        ? [formKeyOf('AddAction', task.id)]
        : []),
    ]),
    ...view.actions.flatMap((action) =>
      allowedActionForms(me, view.card, action).map((form) =>
        formKeyOf(ACTION_FORM_COMMANDS[form], action.id),
      ),
    ),
  ];
}

/** Whether this person may admit somebody to a ward. */
export function mayAdmit(me: PlanReader, wardId: string): boolean {
  return isAllowed(me, 'AdmitPatient', { wardId, taskOwner: null, pathway: null });
}

/** A coordinator looking at somebody of another ward, found by NHS number. */
export function isLookingOnly(me: PlanReader, card: Card): boolean {
  return me.role === 'ward' && !me.wardIds.includes(card.ward.id);
}

function mayNow(
  me: PlanReader,
  card: Card,
  type: CommandType,
  facts: Partial<PermissionFacts> = {},
): boolean {
  if (me.isOnlyReading === true || isLookingOnly(me, card)) return false;
  return isAllowed(me, type, { wardId: card.ward.id, taskOwner: null, pathway: null, ...facts });
}
