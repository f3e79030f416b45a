import type { CommandType, PermissionFacts } from '../../domain/permissions.ts';
import { isAllowed } from '../../domain/permissions.ts';
import type { Me } from '../../domain/protocol.ts';
import type { Card, CardTask } from '../../domain/spell/card.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import { PATHWAYS } from '../../domain/spell/pathway.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { TaskCatalogue } from '../../domain/tasks/catalogue.ts';
import { ownerFor } from '../../domain/tasks/catalogue.ts';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import { isOpenState, TASK_TYPES } from '../../domain/tasks/task-types.ts';
import { formKeyOf } from './form-key.ts';

/** The forms to show to one person for one stay. The server's answer still counts. */
export type AllowedForms = {
  setEdd: boolean;
  pathways: readonly Pathway[];
  recordNoCriteria: boolean;
  recordCriteria: boolean;
  taskTypes: readonly TaskType[];
  addNote: boolean;
  discharge: boolean;
};

export function allowedForms(me: Me, { card }: SpellView, catalogue: TaskCatalogue): AllowedForms {
  const hasLeft = card.dischargedOn !== null;
  const may = (type: CommandType, facts?: Partial<PermissionFacts>) =>
    mayNow(me, card, type, facts);
  const mayAgree = (pathway: Pathway) => may('SetPathway', { pathway: { pathway, as: undefined } });
  const mayAdd = (type: TaskType) =>
    may('AddTask', { taskOwner: ownerFor(catalogue[type], card.place) });
  const isReady = card.dischargeReadyDate !== undefined && card.dischargeReadyDate !== null;
  return {
    setEdd: may('SetEdd') && !hasLeft,
    pathways: hasLeft || card.pathway === undefined ? [] : PATHWAYS.filter(mayAgree),
    recordNoCriteria: may('RecordNoCriteriaToReside') && !hasLeft && !isReady,
    recordCriteria: may('RecordCriteriaToReside') && !hasLeft && isReady,
    taskTypes: hasLeft ? [] : TASK_TYPES.filter(mayAdd),
    addNote: may('AddNote'),
    discharge: may('DischargePatient') && !hasLeft,
  };
}

export type TaskStep = 'claim' | 'take_over' | 'start' | 'release' | 'complete';

/** The steps that make sense for a task now, of those this person may take. */
export function allowedSteps(me: Me, card: Card, task: CardTask): readonly TaskStep[] {
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

/** The key under which the id for "Use mine" stands; it belongs to no form of its own. */
export const AGAIN_KEY = 'again';

/** The forms that a person is shown, by key, in a fixed order: the page hands each a command id. */
export function formKeysOf(me: Me, view: SpellView, catalogue: TaskCatalogue): string[] {
  const forms = allowedForms(me, view, catalogue);
  const single: [string, boolean][] = [
    [AGAIN_KEY, true],
    ['SetEdd', forms.setEdd],
    ['SetPathway', forms.pathways.length > 0],
    ['RecordNoCriteriaToReside', forms.recordNoCriteria],
    ['RecordCriteriaToReside', forms.recordCriteria],
    ['AddTask', forms.taskTypes.length > 0],
    ['AddNote', forms.addNote],
    ['DischargePatient', forms.discharge],
  ];
  return [
    ...single.filter(([, isShown]) => isShown).map(([key]) => key),
    ...view.tasks.flatMap((task) =>
      allowedSteps(me, view.card, task).map((step) => formKeyOf(STEP_COMMANDS[step], task.id)),
    ),
  ];
}

/** A coordinator looking at somebody of another ward, found by NHS number. */
export function isLookingOnly(me: Me, card: Card): boolean {
  return me.role === 'ward' && !me.wardIds.includes(card.ward.id);
}

function mayNow(
  me: Me,
  card: Card,
  type: CommandType,
  facts: Partial<PermissionFacts> = {},
): boolean {
  if (isLookingOnly(me, card)) return false;
  return isAllowed(me, type, { wardId: card.ward.id, taskOwner: null, pathway: null, ...facts });
}
