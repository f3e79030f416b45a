import fc from 'fast-check';
import { ESCALATION_LEVELS, openEscalation } from '../../../domain/escalation/escalation.ts';
import { openStayEscalation } from '../../../domain/escalation/stay-escalation.ts';
import { addDays } from '../../../domain/time.ts';
import { idOf } from '../domain-spell.ts';
import type { Order } from './given.ts';
import { maybe, pick, text } from './given.ts';

/** What is raised above those who do a task, or of the stay itself, taken on and settled. */
export const escalation: fc.Arbitrary<Order> = fc
  .record({
    type: fc.constantFrom(
      ...(['Escalate', 'Escalate', 'AcknowledgeEscalation', 'AcknowledgeEscalation'] as const),
      'ResolveEscalation' as const,
    ),
    at: pick,
    isStale: fc.nat(5),
    wantsStay: fc.boolean(),
    to: fc.constantFrom(...ESCALATION_LEVELS),
    offset: maybe(fc.integer({ min: -1, max: 5 })),
    need: maybe(text),
  })
  .map(({ type, at, isStale, wantsStay, to, offset, need }) => (id, spell, today, now) => {
    const raised = spell.tasks.filter((task) => openEscalation(task) !== null);
    const tasks = type === 'Escalate' || raised.length === 0 ? spell.tasks : raised;
    const task = tasks.length === 0 ? undefined : tasks[at % tasks.length];
    // What is raised is what can be taken on and settled.
    const hasStay = type === 'Escalate' || openStayEscalation(spell) !== null;
    const isOfStay = hasStay && (wantsStay || (type !== 'Escalate' && raised.length === 0));
    const taskId = isOfStay ? null : (task?.id ?? idOf(99_999));
    const { acknowledged = null } = (isOfStay ? spell.escalation : task?.escalation) ?? {};
    const about = { id, spellId: spell.id, taskId };
    switch (type) {
      case 'Escalate':
        return { type, ...about, to, need };
      case 'AcknowledgeEscalation': {
        const reviewOn = offset === undefined ? null : addDays(today, offset);
        const seen = isStale === 0 ? now : (acknowledged?.at ?? null);
        return { type, ...about, action: 'SECRET ring the provider', reviewOn, seen };
      }
      case 'ResolveEscalation':
        return { type, ...about, outcome: 'SECRET starts tomorrow' };
      default:
        return type satisfies never;
    }
  });
