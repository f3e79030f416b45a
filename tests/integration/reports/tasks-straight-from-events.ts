import type { StoredEvent } from '../../../db/store.ts';
import { DEFAULT_CATALOGUE } from '../../../domain/tasks/default-catalogue.ts';
import type { BuiltInTaskType } from '../../../domain/tasks/task-types.ts';
import { TASK_TYPES } from '../../../domain/tasks/task-types.ts';

/** Tasks once more, straight from events; of the hub's code only the table of reasons is shared. */
export type PlainTask = {
  id: string;
  type: BuiltInTaskType;
  owner: string;
  state: string;
  hasStarted: boolean;
  isBlocking: boolean;
  since: string;
};

/** The tasks of one stay as they stood before an instant. */
export function plainTasks(events: readonly StoredEvent[], until: string): PlainTask[] {
  const tasks: PlainTask[] = [];
  for (const event of events) {
    if (event.occurredAt >= until) continue;
    if (event.type === 'TaskAdded') {
      const { taskType, owner, blocking: isBlocking } = event.data;
      const type = TASK_TYPES.find((each) => each === taskType);
      if (type === undefined) throw new Error(`No history adds ${taskType}`);
      const id = event.taskId ?? '';
      const since = event.occurredAt;
      tasks.push({ id, type, owner, state: 'open', hasStarted: false, isBlocking, since });
    }
    const task = tasks.find(({ id }) => id === event.taskId);
    if (task !== undefined) change(task, event);
  }
  return tasks;
}

function change(task: PlainTask, event: StoredEvent): void {
  switch (event.type) {
    case 'TaskClaimed':
      if (task.state === 'open') task.state = 'claimed';
      break;
    case 'TaskReleased':
      task.state = 'open';
      break;
    case 'TaskStarted':
      Object.assign(task, { state: 'in_progress', hasStarted: true });
      break;
    case 'TaskWaitingSet':
      if (event.data.waiting === null)
        Object.assign(task, { state: 'in_progress', hasStarted: true });
      else task.state = `waiting_${event.data.waiting}`;
      break;
    case 'TaskQuestionAsked':
      task.state = 'waiting_information';
      break;
    case 'TaskQuestionAnswered':
      if (task.state === 'waiting_information') {
        task.state = task.hasStarted ? 'in_progress' : 'claimed';
      }
      break;
    case 'TaskCompleted':
      task.state = 'done';
      break;
    case 'TaskCancelled':
      task.state = 'cancelled';
      break;
    case 'TaskReopened':
      Object.assign(task, { state: 'open', hasStarted: false });
      break;
    case 'TaskDeclined':
      Object.assign(task, { state: 'open', owner: 'hub' });
      break;
    case 'TaskAssigned': {
      const { owner, assignee } = event.data;
      if (owner !== task.owner || assignee === null) task.state = 'open';
      if (task.state === 'open' && assignee !== null) task.state = 'claimed';
      task.owner = owner;
      break;
    }
    case 'TaskBlockingSet':
      task.isBlocking = event.data.blocking;
      if (task.isBlocking) task.since = event.occurredAt;
      break;
    default:
  }
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The task that has blocked for longest, and its reason, found by comparing each with each. */
export function plainReason(tasks: readonly PlainTask[]): { reason: string; owner: string } | null {
  let found: { reason: string; owner: string; key: string } | null = null;
  for (const task of tasks) {
    if (!task.isBlocking || task.state === 'done' || task.state === 'cancelled') continue;
    const { capacityReason, processReason } = DEFAULT_CATALOGUE[task.type];
    const isShort = task.state === 'waiting_capacity' && capacityReason !== null;
    const reason = isShort ? capacityReason : processReason;
    const day = london.format(new Date(task.since));
    const key = `${day} ${'CITWH'.indexOf(reason.charAt(0))} ${task.since}`;
    if (found === null || key < found.key) found = { reason, owner: task.owner, key };
  }
  return found;
}

/** What the hub chose last for the delay that lasts, if it was not taken back. */
export function plainChosen(events: readonly StoredEvent[], until: string): string | null {
  let chosen: string | null = null;
  for (const event of events) {
    if (event.occurredAt >= until) continue;
    if (event.type === 'PrimaryReasonSet') chosen = event.data.reason;
    if (event.type === 'CriteriaToResideRecorded' && event.data.periodEndedOn) chosen = null;
  }
  return chosen;
}

/** Milliseconds of each state and team, and hand-overs, of every task until an instant. */
export function plainTimes(events: readonly StoredEvent[], until: string) {
  const before = events.filter(({ occurredAt }) => occurredAt <= until);
  const times = new Map<string, number>();
  const instants = [...new Set(before.map(({ occurredAt }) => occurredAt)), until].sort();
  instants.slice(0, -1).forEach((from, at) => {
    const to = instants[at + 1] ?? until;
    // As it stood after all that happened at `from`.
    for (const { id, state, owner } of plainTasks(before, to)) {
      if (state === 'done' || state === 'cancelled') continue;
      const key = `${id} ${state} ${owner}`;
      times.set(key, (times.get(key) ?? 0) + Date.parse(to) - Date.parse(from));
    }
  });
  return times;
}
