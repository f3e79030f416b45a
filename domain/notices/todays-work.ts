import type { Actor, ActorRef } from '../actor.ts';
import type { EscalationLevel } from '../escalation/escalation.ts';
import type { CardTask } from '../spell/card-task.ts';
import type { Card } from '../spell/card.ts';
import type { TaskOwner, TaskType } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import { teamRole } from '../tasks/teams.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { nextMidnight } from '../time.ts';
import type { NoticePatient } from './notice-view.ts';
import { noticePatient } from './notice-view.ts';

/** One thing to do for one patient. */
export type WaitingTask = {
  patient: NoticePatient;
  taskId: string;
  taskType: TaskType;
  blocking: boolean;
  dueAt: Instant | null;
  question: { by: ActorRef; at: Instant } | null;
};

/** A task that is escalated, or for null the stay itself, and since when. */
export type WaitingEscalation = {
  patient: NoticePatient;
  task: Pick<CardTask, 'id' | 'type'> | null;
  at: Instant;
};

/** What waits for one person today. */
export type TodaysWork = {
  /** What they have that is due today or passed, the oldest target first. */
  due: WaitingTask[];
  /** How many such tasks of their team nobody has. */
  unclaimedCount: number;
  /** What somebody asks their ward or the hub, the oldest question first. */
  asked: WaitingTask[];
  /** What is escalated to them and nobody has taken on, the longest first. */
  escalated: WaitingEscalation[];
  /** The patients whose EDD is today, and how many tasks still block each. */
  leaving: { patient: NoticePatient; blockers: number }[];
};

type TodayContext = { now: Instant; today: CalendarDay; timeZone: string };

/**
 * What waits for somebody today, of the cards that they may see (handbook 12): tasks that they have,
 * due by the end of today, and how many of their team nobody has; what is escalated
 * to them and not taken on; questions that wait for their answer;
 * and who leaves today: on a ward everyone, for others the patients they still have something to do
 * for. A target that has passed is a fact of the task and the hour: it is shown until it is met.
 */
export function todaysWork(
  cards: readonly Card[],
  me: Pick<Actor, 'id' | 'role' | 'isTeamLead'>,
  { now, today, timeZone }: TodayContext,
): TodaysWork {
  const here = cards.filter(({ dischargedOn }) => dischargedOn === null);
  const open = here.flatMap((card) => openTasks(card).map((task) => ({ card, task })));
  const endOfToday = nextMidnight(now, timeZone);
  const due = open
    .filter(({ task }) => isTheirs(task, me) && task.dueAt !== null && task.dueAt <= endOfToday)
    .sort(by(({ task }) => task.dueAt ?? ''));
  return {
    due: due.filter(({ task }) => task.claimedBy !== null).map(waitingTask),
    unclaimedCount: due.filter(({ task }) => task.claimedBy === null).length,
    asked: open
      .filter(({ task }) => task.question !== undefined && task.question.askedOf === me.role)
      .sort(by(({ task }) => task.question?.at ?? ''))
      .map(waitingTask),
    escalated: here.flatMap((card) => escalatedTo(card, me)).sort(by(({ at }) => at)),
    leaving: here
      .filter(
        (card) =>
          card.edd === today &&
          (me.role === 'ward' || openTasks(card).some((task) => isTheirs(task, me))),
      )
      .sort(by(({ ward, bed, person }) => `${ward.name} ${bed ?? ''} ${person.name}`))
      .map((card) => ({
        patient: noticePatient(card),
        blockers: openTasks(card).filter(({ blocking }) => blocking).length,
      })),
  };
}

function openTasks({ tasks }: Card): CardTask[] {
  return tasks.filter(({ state }) => isOpenState(state));
}

function waitingTask({ card, task }: { card: Card; task: CardTask }): WaitingTask {
  const { id: taskId, type: taskType, blocking, dueAt, question } = task;
  return {
    ...{ patient: noticePatient(card), taskId, taskType, blocking, dueAt },
    question: question === undefined ? null : { by: question.by, at: question.at },
  };
}

/** What of one patient is with somebody and not taken on: tasks, and the stay itself. */
function escalatedTo(card: Card, me: Pick<Actor, 'role' | 'isTeamLead'>): WaitingEscalation[] {
  const patient = noticePatient(card);
  const subjects = [
    { task: null, owner: null, escalation: card.escalation },
    ...openTasks(card).map((task) => ({ task, ...task })),
  ];
  return subjects.flatMap(({ task, owner, escalation }) => {
    if (escalation === undefined || escalation.isTakenOn) return [];
    if (!isWith(escalation.level, owner, me)) return [];
    const { at } = escalation;
    return [{ patient, task: task && { id: task.id, type: task.type }, at }];
  });
}

function isWith(
  level: EscalationLevel,
  owner: TaskOwner | null,
  { role, isTeamLead }: Pick<Actor, 'role' | 'isTeamLead'>,
): boolean {
  if (level !== 'team_lead') return role === 'hub';
  return isTeamLead && owner !== null && teamRole(owner) === role;
}

/** They have it, or nobody of their own team has. */
function isTheirs({ claimedBy, owner }: CardTask, me: Pick<Actor, 'id' | 'role'>): boolean {
  return claimedBy === null ? teamRole(owner) === me.role : claimedBy.id === me.id;
}

function by<Item>(key: (item: Item) => string) {
  return (one: Item, other: Item) => {
    const [first, second] = [key(one), key(other)];
    if (first === second) return 0;
    return first < second ? -1 : 1;
  };
}
