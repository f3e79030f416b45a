import fc from 'fast-check';
import { ACTION_OUTCOMES, ACTION_SOURCES } from '../../../domain/actions/action.ts';
import { TASK_OWNERS } from '../../../domain/tasks/task-types.ts';
import { addDays } from '../../../domain/time.ts';
import { idOf } from '../domain-spell.ts';
import type { Order } from './given.ts';
import { pick } from './given.ts';
import { STAFF } from './staff.ts';

/** What is agreed about somebody: asked for, moved, chased and finished, some of it by the wrong. */
export const action: fc.Arbitrary<Order> = fc
  .record({
    type: fc.constantFrom(
      ...(['AddAction', 'AddAction', 'ChangeAction', 'ChangeAction'] as const),
      ...(['FinishAction', 'ChaseAction'] as const),
    ),
    at: pick,
    isStale: fc.nat(5),
    owner: fc.constantFrom(...TASK_OWNERS),
    source: fc.constantFrom(...ACTION_SOURCES),
    outcome: fc.constantFrom(...ACTION_OUTCOMES),
    offset: fc.integer({ min: -1, max: 4 }),
    assignee: fc.option(fc.constantFrom(...STAFF), { nil: undefined, freq: 1 }),
    words: fc.constantFrom('SECRET ring the son', 'SECRET é 中 \u0000 🙂'),
  })
  .map((given) => (id, spell, today, now) => {
    const { type, at, source, owner, outcome, words } = given;
    const open = spell.actions.filter(({ ended }) => ended === null);
    const actions = open.length === 0 ? spell.actions : open;
    const chosen = actions.length === 0 ? undefined : actions[at % actions.length];
    const about = { id, spellId: spell.id, actionId: chosen?.id ?? idOf(99_997) };
    const wish = { assigneeId: given.assignee?.id, dueOn: addDays(today, given.offset) };
    switch (type) {
      case 'AddAction': {
        const raised = spell.tasks.find(({ escalation }) => escalation !== null);
        const isOfTask = source === 'escalation' && at % 2 === 0;
        const from = isOfTask ? { fromTaskId: raised?.id } : {};
        return { type, id, spellId: spell.id, what: words, owner, source, ...wish, ...from };
      }
      case 'ChangeAction': {
        const seen = given.isStale === 0 ? now : (chosen?.setAt ?? now);
        return { type, ...about, ...wish, note: words, seen };
      }
      case 'FinishAction':
        return { type, ...about, outcome, words };
      case 'ChaseAction':
        return { type, ...about, words };
      default:
        return type satisfies never;
    }
  });
