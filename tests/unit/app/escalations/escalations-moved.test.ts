import { expect, it } from 'vitest';
import { movedTo } from '../../../../app/escalations/use-escalations.ts';
import { NOW } from '../../../factories/clock.ts';

const escalation = { level: 'hub', at: NOW, isTakenOn: false } as const;
const quiet = { seq: 9, tasks: [{}] };
const stay = { seq: 5, escalation, tasks: [] };
const task = { seq: 3, tasks: [{ escalation }] };
const moved = (...cards: Parameters<typeof movedTo>[0] extends ReadonlyMap<string, infer Held> ? Held[] : never) =>
  movedTo(new Map(cards.map((card, index) => [String(index), card]))); // prettier-ignore

it('a list of escalations is read again when one begins, moves or ends, and for nothing else', () => {
  const before = moved(quiet, stay, task);
  const after = [
    moved({ ...quiet, seq: 10, escalation }, stay, task),
    moved(quiet, { ...stay, seq: 11 }, task),
    moved(quiet, stay, { ...task, seq: 12, tasks: [] }),
    moved(quiet, task),
  ];
  expect(new Set([before, ...after]).size).toBe(1 + after.length);
  expect(moved({ ...quiet, seq: 99 }, stay, task)).toBe(before);
});
