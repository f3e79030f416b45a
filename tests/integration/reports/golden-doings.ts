import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import { PATHWAYS } from '../../../domain/spell/pathway.ts';
import type { TaskType } from '../../../domain/tasks/task-types.ts';
import { TASK_TYPES } from '../../../domain/tasks/task-types.ts';
import { idOf } from '../../factories/ids.ts';
import type { Order } from './golden-stays.ts';

/** Forecasts, pathways and tasks of one stay, as a row of the golden month's second table has them. */
export function goldenDoings(row: Record<string, string>): Order[] {
  const number = Number(row.No);
  const spellId = idOf(number);
  let nextId = number * 1000 + 500;
  const id = () => idOf((nextId += 1));
  const listed = (name: string) => (row[name] === '–' ? [] : (row[name] ?? '').split(', '));
  let seen: string | null = null;
  const edds = listed('EDD').map((entry): Order => {
    const [edd = '', when = ''] = entry.split('@');
    const body = { type: 'SetEdd' as const, id: id(), spellId, edd, seen };
    seen = edd;
    return { at: inOctober(when), body };
  });
  let shown: (typeof PATHWAYS)[number] = 'none_set';
  const pathways = (['Recommended', 'Agreed'] as const).flatMap((as) =>
    listed(as).map((entry): Order => {
      const [name = '', when = ''] = entry.split('@');
      const pathway = PATHWAYS.find((each) => each === name) ?? 'none_set';
      const how = as === 'Agreed' ? ('agreed' as const) : ('recommended' as const);
      const body = {
        type: 'SetPathway' as const,
        id: id(),
        spellId,
        pathway,
        seen: shown,
        as: how,
      };
      shown = pathway;
      return { at: inOctober(when), body };
    }),
  );
  const tasks = (row.Tasks ?? '').split('; ').flatMap((entry) => taskOrders(entry, spellId, id));
  return [...edds, ...pathways, ...tasks];
}

/** `care_package!: added 05T10:00, claimed 05T12:00` */
function taskOrders(entry: string, spellId: string, id: () => string): Order[] {
  const [head = '', steps = ''] = entry.split(': ');
  const found = TASK_TYPES.find((each) => each === head.replace('!', ''));
  if (found === undefined) throw new Error(`There is no task ${head}`);
  const taskType: TaskType = found;
  const taskId = id();
  return steps.split(', ').map((step): Order => {
    const [done = '', when = ''] = step.split(' ');
    return { at: inOctober(when), body: orderOf(done) };
  });

  function orderOf(done: string): SpellCommandInput {
    const onTask = { id: id(), spellId, taskId };
    switch (done) {
      case 'added':
        return { type: 'AddTask', id: taskId, spellId, taskType, blocking: head.endsWith('!') };
      case 'claimed':
        return { type: 'ClaimTask', ...onTask };
      case 'started':
        return { type: 'StartTask', ...onTask };
      case 'waiting':
        return { type: 'SetTaskWaiting', ...onTask, waiting: 'capacity' };
      case 'declined':
        return { type: 'DeclineTask', ...onTask, reason: 'not_eligible', note: 'Too frail' };
      case 'done':
        return { type: 'CompleteTask', ...onTask, note: 'Done' };
      default:
        throw new Error(`Nothing is called ${done}`);
    }
  }
}

/** `05T10:00`, a day and time of October 2026 in UTC. */
function inOctober(when: string): string {
  return new Date(`2026-10-${when}Z`).toISOString();
}
