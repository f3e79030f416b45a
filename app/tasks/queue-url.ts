import type { Me } from '../../domain/protocol.ts';
import type { TaskOwner, TaskType } from '../../domain/tasks/task-types.ts';
import { isTaskType } from '../../domain/tasks/task-types.ts';
import { teamsOf } from '../../domain/tasks/teams.ts';
import type { QueueTab } from './queue-tabs.ts';
import { tabsFor } from './queue-tabs.ts';

export const DUE_CHOICES = ['passed', 'today', 'later', 'none'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

export const STATE_CHOICES = ['open', 'claimed', 'in_progress', 'waiting'] as const;
export type StateChoice = (typeof STATE_CHOICES)[number];

/** What of the list's state is in the address: no patient data but a stay's random id. */
export type QueueUrl = {
  tab: QueueTab;
  /** One team's tasks; null for all that the reader's role does. */
  team: TaskOwner | null;
  type: TaskType | null;
  site: string | null;
  wardId: string | null;
  state: StateChoice | null;
  due: DueChoice | null;
  /** How many rows are asked for. */
  limit: number;
  patientId: string | null;
  /** The task that the patient's plan was opened for. */
  taskId: string | null;
};

/** Rows at first, and with each "Show more". */
export const ROWS = 50;
const MOST_ROWS = 2_000;

const NAMES = {
  ...{ tab: 'tab', team: 'team', type: 'type', site: 'site', wardId: 'ward', state: 'state' },
  ...{ due: 'due', limit: 'rows', patientId: 'patient', taskId: 'task' },
} as const satisfies Record<keyof QueueUrl, string>;

/** Unknown choices, and those that this reader does not have, count as not made. */
export function readQueueUrl(params: URLSearchParams, me: Pick<Me, 'role'>): QueueUrl {
  const chosen = <T extends string>(name: string, choices: readonly T[]): T | null =>
    choices.find((choice) => choice === params.get(name)) ?? null;
  const limit = Math.ceil(Number(params.get(NAMES.limit)) / ROWS) * ROWS;
  const tabs = tabsFor(me);
  const type = params.get(NAMES.type);
  return {
    tab: chosen(NAMES.tab, tabs) ?? 'unclaimed',
    team: chosen(NAMES.team, teamsOf(me.role)),
    type: isTaskType(type) ? type : null,
    site: params.get(NAMES.site) || null,
    wardId: params.get(NAMES.wardId) || null,
    state: chosen(NAMES.state, STATE_CHOICES),
    due: chosen(NAMES.due, DUE_CHOICES),
    limit: Number.isFinite(limit) ? Math.min(Math.max(limit, ROWS), MOST_ROWS) : ROWS,
    patientId: params.get(NAMES.patientId) || null,
    taskId: params.get(NAMES.taskId) || null,
  };
}

/** The same address with something else chosen; null takes a choice out. */
export function withQueueUrl(params: URLSearchParams, changes: Partial<QueueUrl>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, name] of Object.entries(NAMES) as [keyof QueueUrl, string][]) {
    const value = changes[key];
    if (value === undefined) continue;
    if (value === null) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

export const NO_FILTERS = {
  ...{ team: null, type: null, site: null, wardId: null, state: null, due: null },
} as const satisfies Partial<QueueUrl>;
