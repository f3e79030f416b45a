import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../db/seed/random.ts';

const draws = (seed: string) => {
  const random = createRandom(seed);
  return Array.from({ length: 50 }, () => random.next());
};

describe('seeded randomness', () => {
  it('repeats itself for one seed and differs for another', () => {
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
  });

  it('gives a fork the same draws however much was drawn before it', () => {
    const early = createRandom('a').fork('beds').next();
    const late = createRandom('a');
    late.shuffle([1, 2, 3]);
    expect(late.fork('beds').next()).toBe(early);
    expect(late.fork('wards').next()).not.toBe(early);
  });

  it('makes valid version 7 identifiers that sort by their instant', () => {
    const random = createRandom('ids');
    const ids = Array.from({ length: 200 }, (_, index) => random.uuid(1_790_000_000_000 + index));
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect([...ids].sort()).toEqual(ids);
    expect(parseInt((ids[3] ?? '').replace('-', '').slice(0, 12), 16)).toBe(1_790_000_000_003);
  });

  it('follows weights, never drawing what weighs nothing', () => {
    const random = createRandom('weights');
    const drawn = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(drawn).not.toContain('never');
    expect(drawn.filter((value) => value === 'often').length / 4000).toBeCloseTo(0.75, 1);
  });
});
