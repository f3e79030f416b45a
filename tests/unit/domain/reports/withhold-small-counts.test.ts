import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer, Withheld } from '../../../../domain/reports/withhold-small-counts.ts';
import {
  countOf,
  isSmall,
  withholdSmallCounts,
} from '../../../../domain/reports/withhold-small-counts.ts';
import { allCounts, foundByAlgebra, foundByBounds, foundByTryingAll } from './reveal-withheld.ts';

const SEED = 20_261_122;

/** Many small counts and some large ones, as in real tables. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 3_000 }) },
);
const tiny = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.constant(6));

function layersOf(
  cell: fc.Arbitrary<number>,
  most: { layers: number; groups: number; bands: number },
  leastLayers = 1,
) {
  return fc
    .record({
      groups: fc.integer({ min: 2, max: most.groups }),
      bands: fc.integer({ min: 2, max: most.bands }),
      layers: fc.integer({ min: leastLayers, max: most.layers }),
    })
    .chain(({ groups, bands, layers }) =>
      fc.array(
        fc.array(fc.array(cell, { minLength: bands, maxLength: bands }), {
          minLength: groups,
          maxLength: groups,
        }),
        { minLength: layers, maxLength: layers },
      ),
    );
}

function secretsOf(layers: readonly Layer[], { exposed }: Pick<Withheld, 'exposed'>): Set<string> {
  const open = new Set(exposed.map(({ layer, count: { group, of } }) => `${layer} ${group} ${of}`));
  const small = layers.flatMap((layer, at) =>
    allCounts(layer)
      .filter((each) => isSmall(countOf(layer, each)))
      .map(({ group, of }) => `${at} ${group} ${of}`),
  );
  return new Set(small.filter((name) => !open.has(name)));
}

const revealed = (secrets: ReadonlySet<string>, found: ReadonlyMap<string, number>) =>
  [...found.keys()].filter((name) => secrets.has(name));

describe('what is withheld', () => {
  it('is every count of 1 to 4, and none that is 0 needs to be for itself', () => {
    const layer = [
      [20, 6, 9],
      [30, 7, 5],
      [8, 0, 0],
    ];
    const { isWithheld } = withholdSmallCounts([layer], { isLinked: false });
    expect(allCounts(layer).filter((each) => isWithheld(0, each))).toEqual([]);
  });

  it('worked by hand: one small count takes three more along, the smallest that do', () => {
    // Of the first group 3 waited longest. Its other delayed, and both of another group, go with
    // it: 6 and 3 make 9, 3 and 5 make 8, and so on, whoever of the 3 belonged to whom.
    const layer = [
      [50, 6, 3],
      [60, 7, 5],
      [90, 30, 40],
    ];
    const { isWithheld, exposed } = withholdSmallCounts([layer], { isLinked: false });
    expect(exposed).toEqual([]);
    expect(allCounts(layer).filter((each) => isWithheld(0, each))).toEqual([
      { group: 0, of: 1 },
      { group: 0, of: 2 },
      { group: 1, of: 1 },
      { group: 1, of: 2 },
    ]);
  });

  it('of a group of 4 is all there is of it', () => {
    const layer = [
      [2, 1, 1],
      [60, 7, 5],
      [90, 30, 40],
    ];
    const { isWithheld } = withholdSmallCounts([layer], { isLinked: false });
    const own = allCounts(layer).filter(({ group }) => group === 0);
    expect(own.filter((each) => !isWithheld(0, each))).toEqual([]);
  });
});

describe('who subtracts', () => {
  it('finds small counts where only they are withheld: the attack works', () => {
    const layers = [
      [
        [50, 6, 3],
        [60, 7, 5],
      ],
    ];
    const isWithheld = (at: number, each: Parameters<Withheld['isWithheld']>[1]) =>
      isSmall(countOf(layers[at] ?? [], each));
    const published = { layers, isLinked: false, isWithheld };
    expect([...foundByAlgebra(published)]).toEqual([['0 0 2', 3]]);
    expect([...foundByBounds(published)]).toEqual([['0 0 2', 3]]);
    expect([...foundByTryingAll(published)]).toEqual([['0 0 2', 3]]);
  });

  it(`learns no small count from totals and what is shown, by algebra or bounds (seed ${SEED})`, () => {
    let secretCount = 0;
    fc.assert(
      fc.property(layersOf(count, { layers: 2, groups: 8, bands: 7 }), (layers) => {
        const withheld = withholdSmallCounts(layers, { isLinked: false });
        expect(withheld.exposed).toEqual([]);
        const published = { layers, isLinked: false, isWithheld: withheld.isWithheld };
        const secrets = secretsOf(layers, withheld);
        secretCount += secrets.size;
        expect(revealed(secrets, foundByAlgebra(published))).toEqual([]);
        expect(revealed(secrets, foundByBounds(published))).toEqual([]);
      }),
      { seed: SEED, numRuns: 80 },
    );
    expect(secretCount).toBeGreaterThan(500);
  });

  it(`learns none by trying every table that fits (seed ${SEED})`, () => {
    let secretCount = 0;
    fc.assert(
      fc.property(layersOf(tiny, { layers: 1, groups: 3, bands: 3 }), (layers) => {
        const withheld = withholdSmallCounts(layers, { isLinked: false });
        const published = { layers, isLinked: false, isWithheld: withheld.isWithheld };
        const secrets = secretsOf(layers, withheld);
        secretCount += secrets.size;
        expect(revealed(secrets, foundByTryingAll(published))).toEqual([]);
      }),
      { seed: SEED, numRuns: 15 },
    );
    expect(secretCount).toBeGreaterThan(30);
  });

  it(`learns none where another report tells the sums of all pathways (seed ${SEED})`, () => {
    const seen = { secrets: 0, exposed: 0 };
    fc.assert(
      fc.property(layersOf(count, { layers: 5, groups: 5, bands: 7 }, 4), (layers) => {
        const withheld = withholdSmallCounts(layers, { isLinked: true });
        const published = { layers, isLinked: true, isWithheld: withheld.isWithheld };
        const secrets = secretsOf(layers, withheld);
        seen.secrets += secrets.size;
        seen.exposed += withheld.exposed.length;
        expect(revealed(secrets, foundByAlgebra(published))).toEqual([]);
        expect(revealed(secrets, foundByBounds(published))).toEqual([]);
      }),
      { seed: SEED, numRuns: 60 },
    );
    expect(seen.secrets).toBeGreaterThan(10 * seen.exposed);
  });

  it(`nor there by trying every pair of tables (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        layersOf(fc.integer({ min: 0, max: 2 }), { layers: 2, groups: 3, bands: 3 }),
        (layers) => {
          const withheld = withholdSmallCounts(layers, { isLinked: true });
          const published = { layers, isLinked: true, isWithheld: withheld.isWithheld };
          expect(revealed(secretsOf(layers, withheld), foundByTryingAll(published))).toEqual([]);
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  it(`every witness fits all that is known, and is another table (seed ${SEED})`, () => {
    fc.assert(
      fc.property(layersOf(count, { layers: 3, groups: 5, bands: 5 }), (layers) => {
        const { isWithheld, witnesses } = withholdSmallCounts(layers, { isLinked: true });
        for (const witness of witnesses) {
          const other = layers.map((layer) => layer.map((bands) => [...bands]));
          for (const {
            layer,
            count: { group, of },
            by,
          } of witness) {
            // prettier-ignore
            expect(isWithheld(layer, { group, of })).toBe(true);
            const bands = other[layer]?.[group];
            if (bands !== undefined && typeof of === 'number') bands[of] = (bands[of] ?? 0) + by;
          }
          expect(other).not.toEqual(layers);
          expect(Math.min(...other.flat(2))).toBeGreaterThanOrEqual(0);
          layers.forEach((layer, at) => {
            for (const each of allCounts(layer).filter((name) => !isWithheld(at, name))) {
              expect(countOf(other[at] ?? [], each)).toBe(countOf(layer, each));
            }
          });
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
