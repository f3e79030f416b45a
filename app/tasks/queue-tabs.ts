import { isHomeWork } from '../../domain/housing/follow-up.ts';
import type { Me } from '../../domain/protocol.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { QueueEntry } from '../../domain/tasks/task-urgency.ts';
import { isOpenState, isWaiting } from '../../domain/tasks/task-types.ts';
import { teamOwns } from '../../domain/tasks/teams.ts';
import type { CalendarDay } from '../../domain/time.ts';

export const QUEUE_TABS = [
  'unclaimed',
  'mine',
  'team',
  'waiting',
  'questions',
  'after',
  'done',
] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export const TAB_NAMES: Record<QueueTab, string> = {
  unclaimed: 'Nobody has it',
  mine: 'Mine',
  team: 'My colleagues’',
  waiting: 'Waiting',
  questions: 'Questions for us',
  after: 'After discharge',
  done: 'Done today',
};

/** Questions are put to wards and the hub; wards do nothing for a home after the discharge. */
export function tabsFor({ role }: Pick<Me, 'role'>): QueueTab[] {
  const isAsked = role === 'ward' || role === 'hub';
  return QUEUE_TABS.filter(
    (tab) => (tab !== 'questions' || isAsked) && (tab !== 'after' || role !== 'ward'),
  );
}

export type TabContext = { me: Pick<Me, 'id' | 'role'>; today: CalendarDay };

/** Whether a tab offers its reader to claim a task. */
export function offersClaim(tab: QueueTab, { claimedBy }: Pick<CardTask, 'claimedBy'>): boolean {
  return tab === 'unclaimed' || (tab === 'after' && claimedBy === null);
}

/** Every task that may be on some tab. */
export function queueEntries(cards: Iterable<Card>): QueueEntry[] {
  return [...cards].flatMap((card) => card.tasks.map((task) => ({ card, task })));
}

/** Whether a task is on a tab. What is mine and waits is on both; nothing of the team's is on none. */
export function isOnTab({ card, task }: QueueEntry, tab: QueueTab, context: TabContext): boolean {
  const { me, today } = context;
  if (tab === 'done') return task.done?.on === today && teamOwns(me.role, task.owner);
  if (!isOpenState(task.state)) return false;
  if (card.dischargedOn !== null) {
    return tab === 'after' && isHomeWork(task) && teamOwns(me.role, task.owner);
  }
  if (tab === 'questions') return task.question?.askedOf === me.role;
  if (!teamOwns(me.role, task.owner)) return false;
  const holder = task.claimedBy?.id ?? null;
  switch (tab) {
    case 'unclaimed':
      return holder === null;
    case 'mine':
      return holder === me.id;
    case 'team':
      return holder !== null && holder !== me.id;
    case 'after':
      return false;
    case 'waiting':
      return isWaiting(task.state);
    default:
      return tab satisfies never;
  }
}

export type TabCounts = Record<QueueTab, number>;

export function countTabs(entries: readonly QueueEntry[], context: TabContext): TabCounts {
  const count = (tab: QueueTab) => entries.filter((entry) => isOnTab(entry, tab, context)).length;
  return Object.fromEntries(QUEUE_TABS.map((tab) => [tab, count(tab)])) as TabCounts; // one entry for each tab
}
