import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { QueueEntry } from '../../domain/tasks/task-urgency.ts';
import { WAITING_FOR } from '../../domain/tasks/task-types.ts';
import type { QueueTab } from './queue-tabs.ts';

/** What the page does with several tasks at once; each of them is a command of its own. */
export type BatchOrder =
  { do: 'claim' } | { do: 'wait'; waiting: (typeof WAITING_FOR)[number] | null; note: string };

export type Picked = { spellId: string; taskId: string };

/** Waiting for nothing any more. Not an empty value, which a form without a choice would be, too. */
export const AT_WORK = 'at_work';

const MOST_AT_ONCE = 200;

export function pickedValue({ card, task }: QueueEntry): string {
  return `${card.id} ${task.id}`;
}

/** What a form says: which tasks, and what to do with them. A row's own button means that row alone. */
export function readBatch(form: FormData): { picked: Picked[]; order: BatchOrder } | string {
  const single = form.get('claim');
  const values = typeof single === 'string' ? [single] : form.getAll('task').map(String);
  const picked = values.map(pickedOf);
  if (picked.length === 0) return 'Choose at least one task.';
  if (picked.length > MOST_AT_ONCE) return `Choose at most ${MOST_AT_ONCE} tasks at once.`;
  if (typeof single === 'string' || form.get('do') === 'claim') {
    return { picked, order: { do: 'claim' } };
  }
  const waiting = form.get('waiting');
  const chosen = WAITING_FOR.find((one) => one === waiting);
  if (chosen === undefined && waiting !== AT_WORK) return 'Choose what the tasks are waiting for.';
  const note = form.get('note');
  const words = typeof note === 'string' ? note.trim() : '';
  return { picked, order: { do: 'wait', waiting: chosen ?? null, note: words } };
}

function pickedOf(value: string): Picked {
  const [spellId = '', taskId = ''] = value.split(' ');
  return { spellId, taskId };
}

/** The command for one of them. */
export function commandFor(picked: Picked, order: BatchOrder, id: string): SpellCommandInput {
  if (order.do === 'claim') return { id, type: 'ClaimTask', ...picked };
  const { waiting, note } = order;
  const about = { id, type: 'SetTaskWaiting', ...picked, waiting } as const;
  return note === '' ? about : { ...about, note };
}

/** What several tasks of a tab may be told at once; null where there is nothing to tell them. */
export function batchOf(tab: QueueTab): BatchOrder['do'] | null {
  if (tab === 'unclaimed') return 'claim';
  return tab === 'mine' || tab === 'waiting' ? 'wait' : null;
}

/** Only whoever has a task says what it waits for. */
export function canBePicked({ task }: QueueEntry, tab: QueueTab, meId: string): boolean {
  return batchOf(tab) === 'claim' || (batchOf(tab) === 'wait' && task.claimedBy?.id === meId);
}
