import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { planDemo } from '../../../../db/seed/plan.ts';

const MOMENT = { today: '2026-11-22', now: '2026-11-22T14:00:00.000Z' };

const print = (seed: string, openSpells: number) =>
  createHash('sha256')
    .update(JSON.stringify([...planDemo({ seed, ...MOMENT, openSpells })]))
    .digest('hex');

describe('the demo', () => {
  const plans = [...planDemo({ seed: 'full', ...MOMENT })];

  it('is the same byte for byte for one seed and day, and another for another seed', () => {
    const first = print('a', 150);
    expect(print('a', 150)).toBe(first);
    expect(print('b', 150)).not.toBe(first);
  });

  it('plans about 22,000 stays', () => {
    expect(plans.length).toBeGreaterThan(21_000);
    expect(plans.length).toBeLessThan(23_500);
    expect(new Set(plans.map((plan) => plan.id)).size).toBe(plans.length);
  });

  it('gives no NHS number to two people, and a few people none', () => {
    const numbers = new Map<string, string>();
    let without = 0;
    for (const { person, personId } of plans) {
      if (person.nhsNumber === null) without += 1;
      else {
        expect(numbers.get(person.nhsNumber) ?? personId).toBe(personId);
        numbers.set(person.nhsNumber, personId);
      }
    }
    expect(without / plans.length).toBeGreaterThan(0.002);
    expect(without / plans.length).toBeLessThan(0.01);
  });

  it('comes in order of admission', () => {
    const admitted = [...planDemo({ seed: 'order', ...MOMENT, openSpells: 200 })].map(
      (plan) => plan.admittedAt,
    );
    expect([...admitted].sort()).toEqual(admitted);
  });
});
