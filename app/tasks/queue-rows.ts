import type { Me } from '../../domain/protocol.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import { isWaiting } from '../../domain/tasks/task-types.ts';
import type { QueueEntry, Urgency } from '../../domain/tasks/task-urgency.ts';
import { inOrderOfUrgency } from '../../domain/tasks/task-urgency.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
import type { TabCounts } from './queue-tabs.ts';
import { countTabs, isOnTab, queueEntries } from './queue-tabs.ts';
import type { DueChoice, QueueUrl, StateChoice } from './queue-url.ts';

export type QueueRow = QueueEntry & { urgency: Urgency };

export type QueueContext = {
  me: Pick<Me, 'id' | 'role'>;
  today: CalendarDay;
  now: Instant;
  timeZone: string;
};

export type Queue = {
  rows: QueueRow[];
  /** How many match, shown or not. */
  found: number;
  counts: TabCounts;
  /** What there is to filter by, among what is on the tab. */
  types: TaskType[];
  sites: string[];
  wards: Pick<Ward, 'id' | 'name' | 'site'>[];
};

/** The tasks of one tab that match the filters, in the order of work, cut to as many as asked for. */
export function readQueue(cards: Iterable<Card>, url: QueueUrl, context: QueueContext): Queue {
  const entries = queueEntries(cards);
  const ofTeam = entries.filter(
    ({ task }) => url.team === null || url.tab === 'questions' || task.owner === url.team,
  );
  const onTab = ofTeam.filter((entry) => isOnTab(entry, url.tab, context));
  const matching = onTab.filter((entry) => matches(entry, url, context));
  const sorted =
    url.tab === 'done' ? byTimeDone(matching, context) : inOrderOfUrgency(matching, context);
  return {
    rows: sorted.slice(0, url.limit),
    found: sorted.length,
    counts: countTabs(ofTeam, context),
    ...choicesAmong(onTab),
  };
}

function matches({ card, task }: QueueEntry, url: QueueUrl, context: QueueContext): boolean {
  return (
    (url.type === null || task.type === url.type) &&
    (url.site === null || card.ward.site === url.site) &&
    (url.wardId === null || card.ward.id === url.wardId) &&
    (url.state === null || stateChoiceOf(task) === url.state) &&
    (url.due === null || dueChoiceOf(task, context) === url.due)
  );
}

function stateChoiceOf({ state }: CardTask): StateChoice | null {
  if (isWaiting(state)) return 'waiting';
  return state === 'open' || state === 'claimed' || state === 'in_progress' ? state : null;
}

/** A target at midnight belongs to the day that it closes. */
function dueChoiceOf({ dueAt }: CardTask, { now, today, timeZone }: QueueContext): DueChoice {
  if (dueAt === null) return 'none';
  if (dueAt < now) return 'passed';
  const lastMoment = new Date(Date.parse(dueAt) - 1).toISOString();
  return calendarDay(lastMoment, timeZone) === today ? 'today' : 'later';
}

/** The last first; why it was urgent no longer matters. */
function byTimeDone(entries: readonly QueueEntry[], context: QueueContext): QueueRow[] {
  return inOrderOfUrgency(entries, context).sort((one, other) =>
    (other.task.done?.at ?? '') < (one.task.done?.at ?? '') ? -1 : 1,
  );
}

function choicesAmong(entries: readonly QueueEntry[]): Pick<Queue, 'types' | 'sites' | 'wards'> {
  const wards = new Map(entries.map(({ card }) => [card.ward.id, card.ward]));
  return {
    types: [...new Set(entries.map(({ task }) => task.type))],
    sites: [...new Set(entries.map(({ card }) => card.ward.site))].sort(),
    wards: [...wards.values()].sort((one, other) =>
      `${one.site} ${one.name}`.localeCompare(`${other.site} ${other.name}`, 'en-GB'),
    ),
  };
}
