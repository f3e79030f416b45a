import type { ActorRef, ActorRole } from '../actor.ts';
import { isDone, withStep } from '../housing/housing-steps.ts';
import { stepRecorded, tasksFinishedBy } from '../housing/step-recorded.ts';
import type { TaskCatalogue, TaskSet } from '../tasks/catalogue.ts';
import { dueAtFor, movedWithEdd, ownerFor } from '../tasks/catalogue.ts';
import type { TaskOfSet } from '../tasks/task-sets.ts';
import { tasksOfSet } from '../tasks/task-sets.ts';
import { claimed, completed, released, started } from '../tasks/task.ts';
import type { WorkingTimes } from '../tasks/working-hours.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay } from '../time.ts';
import type { CardHome } from './card-home.ts';
import type { CardTask } from './card-task.ts';
import type { Card } from './card.ts';
import { stepDates } from './card-home.ts';
import { rederive } from './card.ts';
import type { SpellCommandInput } from './commands.ts';
import { canReadNote } from './notes.ts';
import { nextPathwayChoice, pathwayStanding, shownPathway } from './pathway.ts';

export type ForeseeContext = {
  now: Instant;
  asOfDay: CalendarDay;
  timeZone: string;
  catalogue: TaskCatalogue;
  settings: WorkingTimes;
  taskSets: readonly TaskSet[];
  me: ActorRef & { role: ActorRole };
};

/**
 * The card as it will be if the server accepts a command that is still on its way; commands that
 * are not foreseen leave it as it is. Equal to projecting decide + evolve (a property test holds
 * this), so that what people see before the answer is what they see after it.
 */
export function foresee(card: Card, command: SpellCommandInput, context: ForeseeContext): Card {
  switch (command.type) {
    case 'SetEdd':
      return rederive(withEdd(card, command.edd, context), context.asOfDay, context);
    case 'SetPathway':
      return rederive(withPathway(card, command, context.me.role), context.asOfDay, context);
    case 'AddTask': {
      const { taskType, id, blocking } = command;
      const entry = context.catalogue[taskType];
      // The server would refuse what is not offered.
      const tasks = entry?.isOffered === true ? [{ id, entry, blocking }] : [];
      return withTasks(card, tasks, context);
    }
    case 'AddTaskSet': {
      const set = context.taskSets.find(({ key }) => key === command.set);
      if (set === undefined) return card;
      return withTasks(card, tasksOfSet(set, command.id, { ...card, ...context }), context);
    }
    case 'ClaimTask':
      return onTask(card, command.taskId, (task) => claimed(task, refOf(context.me)), context);
    case 'ReleaseTask':
      return onTask(card, command.taskId, released, context);
    case 'StartTask':
      return onTask(card, command.taskId, (task) => started(task, refOf(context.me)), context);
    case 'CompleteTask':
      return withTaskDone(card, command.taskId, context);
    case 'AddNote': {
      const isRead = canReadNote(context.me.role, command.visibleTo ?? 'ward_and_hub');
      return isRead ? { ...card, noteCount: card.noteCount + 1 } : card;
    }
    case 'RecordHousingStep':
      return withHousingStep(card, command, context);
    case 'AdmitPatient':
    case 'TransferPatient':
    case 'UpdatePerson':
    case 'SetClinicalCriteria':
    case 'SetHomeDetails':
    case 'SetInterimPlan':
    case 'SetTaskWaiting':
    case 'CancelTask':
    case 'DeclineTask':
    case 'ReopenTask':
    case 'SetTaskBlocking':
    case 'SetTaskDue':
    case 'AssignTask':
    case 'FollowCatalogue':
    case 'AskAboutTask':
    case 'AnswerTaskQuestion':
    case 'RecordProvider':
    case 'SetPackageStart':
    case 'CancelDischarge':
    case 'RecordCriteriaToReside':
    case 'RecordNoCriteriaToReside':
    case 'DischargePatient':
    case 'LeaveBoard':
    case 'MergePersons':
    case 'UndoMerge':
    case 'RecordBoardRound':
    case 'ReviewLongStay':
    case 'SetPrimaryReason':
    case 'Escalate':
    case 'AcknowledgeEscalation':
    case 'ResolveEscalation':
    case 'AddAction':
    case 'ChangeAction':
    case 'FinishAction':
    case 'ChaseAction':
      return card;
    default:
      return command satisfies never;
  }
}

function refOf({ id, name }: ActorRef): ActorRef {
  return { id, name };
}

function withEdd(card: Card, edd: CalendarDay, context: ForeseeContext): Card {
  const change = { before: card.edd, after: edd };
  const moved = movedWithEdd(card.tasks, change, context.catalogue, context);
  const dueOf = new Map(moved.map(({ task, dueAt }) => [task.id, dueAt]));
  const tasks = card.tasks.map((task) => ({ ...task, dueAt: dueOf.get(task.id) ?? task.dueAt }));
  return { ...card, edd, tasks };
}

function withPathway(
  card: Card,
  command: Extract<SpellCommandInput, { type: 'SetPathway' }>,
  role: ActorRole,
): Card {
  if (card.pathwayRecommended === undefined || card.pathwayAgreed === undefined) return card;
  const choice = nextPathwayChoice(
    {
      recommended: card.pathwayRecommended,
      agreed: card.pathwayAgreed,
      national: card.nationalPathway ?? null,
    },
    command.pathway,
    pathwayStanding(role, command.pathway, command.as),
    command.national,
  );
  return {
    ...card,
    pathway: shownPathway(choice),
    pathwayRecommended: choice.recommended,
    pathwayAgreed: choice.agreed,
    nationalPathway: choice.national,
  };
}

/** What is taken back waits for the answer: the card does not say which tasks it had finished. */
function withHousingStep(
  card: Card,
  command: Extract<SpellCommandInput, { type: 'RecordHousingStep' }>,
  context: ForeseeContext,
): Card {
  const step = stepDates(stepRecorded(command, context.asOfDay));
  if (step.doneOn === null && isDone(card.housingSteps, step.step)) return card;
  if (step.doneOn === null && step.plannedFor === null) return card;
  const housingSteps = withStep(card.housingSteps, step.step, step);
  const home = card.home && withFollowUp(card.home, command);
  return tasksFinishedBy(step, card.housingSteps, card.tasks).reduce(
    (shown, taskId) => withTaskDone(shown, taskId, context),
    { ...card, housingSteps, ...(home && { home }) },
  );
}

function withFollowUp(
  home: CardHome,
  { step, who, note }: Extract<SpellCommandInput, { type: 'RecordHousingStep' }>,
): CardHome {
  if (step !== 'followed_up') return home;
  return { ...home, followUp: { who: who?.trim() || null, note: note?.trim() || null } };
}

function withTasks(card: Card, added: readonly TaskOfSet[], context: ForeseeContext): Card {
  // The news of a task may come before the answer.
  const known = new Set(card.tasks.map(({ id }) => id));
  const tasks = added
    .filter(({ id }) => !known.has(id))
    .map(({ id, entry, blocking }): CardTask => {
      const owner = ownerFor(entry, card.place);
      return {
        ...{ id, type: entry.type, owner, state: 'open', blocking, claimedBy: null },
        blockingSince: blocking ? context.now : null,
        dueAt: dueAtFor(entry.target, owner, { ...context, edd: card.edd }),
      };
    });
  return rederive({ ...card, tasks: [...card.tasks, ...tasks] }, context.asOfDay, context);
}

function withTaskDone(card: Card, taskId: string, context: ForeseeContext): Card {
  const done = {
    ...{ by: refOf(context.me), at: context.now },
    on: calendarDay(context.now, context.timeZone),
  };
  const isReferral = card.tasks.some(({ id, type }) => id === taskId && type === 'hub_referral');
  const referred = isReferral && card.isReferred !== undefined ? { isReferred: true } : {};
  const change = (task: CardTask) => {
    const {
      question: _asked,
      escalation: _raised,
      ...finished
    } = completed(task, refOf(context.me));
    return task.state === 'done' ? task : { ...finished, done };
  };
  return onTask({ ...card, ...referred }, taskId, change, context);
}

function onTask(
  card: Card,
  taskId: string,
  change: (task: CardTask) => CardTask,
  context: ForeseeContext,
): Card {
  const tasks = card.tasks.map((task) => (task.id === taskId ? change(task) : task));
  return rederive({ ...card, tasks }, context.asOfDay, context);
}
