import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EquityDimension } from '../../../../domain/reports/equity-groups.ts';
import {
  EQUITY,
  EQUITY_DIMENSIONS,
  EQUITY_PATHWAYS,
  equityPathwayOf,
} from '../../../../domain/reports/equity-groups.ts';
import { equityTables } from '../../../../domain/reports/equity-tables.ts';
import type { ReportTable } from '../../../../domain/reports/report-table.ts';
import { WITHHELD } from '../../../../domain/reports/report-table.ts';
import type { FinishedStay } from '../../../../domain/reports/stay-facts.ts';
import { daysOfDelay } from '../../../../domain/reports/stay-facts.ts';
import type { CountName, Layer } from '../../../../domain/reports/withhold-small-counts.ts';
import { countOf, isSmall } from '../../../../domain/reports/withhold-small-counts.ts';
import { DELAY_BANDS } from '../../../../domain/reports/ready-date-statistics.ts';
import { BED_DAYS, NIGHTS, withholdSums } from '../../../../domain/reports/withhold-sums.ts';
import { withholdSmallCounts } from '../../../../domain/reports/withhold-small-counts.ts';
import { ETHNIC_CATEGORIES, SEXES } from '../../../../domain/persons/person.ts';
import { PLACES } from '../../../../domain/persons/place.ts';
import { addDays } from '../../../../domain/time.ts';
import { allCounts, foundByAlgebra, foundByBounds } from './reveal-withheld.ts';

const SEED = 20_261_122;

/** Few of most groups, many of some, as people are. */
const rarely = <T>(values: readonly T[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...values.slice(0, 2)) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  );

const stay: fc.Arbitrary<FinishedStay> = fc
  .record({
    delay: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 60 }),
    ),
    national: rarely(['P1', 'P0', 'P2', 'P3', null] as const),
    place: rarely(PLACES),
    sex: rarely(SEXES),
    ethnicCategory: rarely(ETHNIC_CATEGORIES),
    imdQuintile: rarely([1, 2, 3, 4, 5, null]),
    needsInterpreter: fc.boolean(),
    age: fc.integer({ min: 18, max: 99 }),
  })
  .map(({ delay, national, age, ...person }) => {
    const on = addDays('2026-08-01', delay);
    return {
      ...{ spellId: 'a', wardId: 'w15', specialty: null, patientClass: 'emergency' as const },
      ...{ isMaternity: false, edd: null, national },
      ...{ admittedAt: '2026-07-28T09:00:00.000Z', admittedOn: '2026-07-28' },
      ...{
        pathway: 'none_set' as const,
        recommended: 'none_set' as const,
        agreed: 'none_set' as const,
      },
      discharge: { at: `${on}T12:00:00.000Z`, on, destination: 'usual_residence' as const },
      nctrPeriods: [{ startedOn: '2026-08-01', endedOn: on, endedBy: 'discharge' as const }],
      person: { ...person, dateOfBirth: `${2026 - age}-01-01` },
    };
  });

const crowds = fc.array(stay, { minLength: 20, maxLength: 160, size: 'max' });

/** What the tables of all pathways show, as an attacker reads them. */
function readTables(stays: readonly FinishedStay[], across: EquityDimension) {
  const { groups, groupIdOf } = EQUITY[across];
  const answers = EQUITY_PATHWAYS.map((pathway) => equityTables(stays, { across, pathway }));
  const layers: Layer[] = EQUITY_PATHWAYS.map((pathway) =>
    groups.map(({ id }) =>
      DELAY_BANDS.map(
        ({ from, to }) =>
          stays.filter((each) => {
            const days = daysOfDelay(each);
            const isInBand = days >= from && (to === null || days <= to);
            return equityPathwayOf(each) === pathway && groupIdOf(each) === id && isInBand;
          }).length,
      ),
    ),
  );
  const cellOf = (layer: number, { group, of }: CountName) => {
    const [measures, , bands] = answers[layer] ?? [];
    const table = typeof of === 'number' ? bands : measures;
    const column = of === 'all' ? 0 : of === 'delayed' ? 1 : of;
    return table?.rows[group + 1]?.cells[column];
  };
  return { answers, layers, cellOf };
}

const isCount = (table: ReportTable, column: number) => table.columns[column]?.kind === 'count';

describe('the equity report', () => {
  it(`shows no count of 1 to 4, opens nothing, and what it shows is true (seed ${SEED})`, () => {
    const seen = { shown: 0, withheld: 0 };
    fc.assert(
      fc.property(crowds, fc.constantFrom(...EQUITY_DIMENSIONS), (stays, across) => {
        const { answers, layers, cellOf } = readTables(stays, across);
        for (const table of answers.flat()) {
          expect(table.columns.some(({ figure }) => figure !== undefined)).toBe(false);
          for (const { cells } of table.rows) {
            const counts = cells.filter(
              (_, at) => isCount(table, at) && table.columns[at]?.key !== 'bed_days',
            );
            expect(counts.filter((cell) => typeof cell === 'number' && isSmall(cell))).toEqual([]);
          }
        }
        layers.forEach((layer, at) => {
          for (const count of allCounts(layer)) {
            const cell = cellOf(at, count);
            if (cell === WITHHELD) seen.withheld += 1;
            else {
              expect(cell).toBe(countOf(layer, count));
              seen.shown += 1;
            }
          }
        });
      }),
      { seed: SEED, numRuns: 8 },
    );
    expect(seen.shown).toBeGreaterThan(200);
    expect(seen.withheld).toBeGreaterThan(200);
  });

  it(`lets nobody work out a small count from its tables and the totals (seed ${SEED})`, () => {
    let secretCount = 0;
    fc.assert(
      fc.property(crowds, fc.constantFrom(...EQUITY_DIMENSIONS), (stays, across) => {
        const { layers, cellOf } = readTables(stays, across);
        const isWithheld = (layer: number, count: CountName) => cellOf(layer, count) === WITHHELD;
        const isLinked = across === 'place';
        const { exposed } = withholdSmallCounts(layers, { isLinked });
        const open = new Set(
          exposed.map(({ layer, count: { group, of } }) => `${layer} ${group} ${of}`),
        );
        const secrets = layers.flatMap((layer, at) =>
          allCounts(layer)
            .filter((count) => isSmall(countOf(layer, count)))
            .map(({ group, of }) => `${at} ${group} ${of}`)
            .filter((name) => !open.has(name)),
        );
        secretCount += secrets.length;
        const published = { layers, isLinked, isWithheld };
        const found = [...foundByAlgebra(published).keys(), ...foundByBounds(published).keys()];
        expect(found.filter((name) => secrets.includes(name))).toEqual([]);
      }),
      { seed: SEED, numRuns: 8 },
    );
    expect(secretCount).toBeGreaterThan(200);
  });

  it(`withholds with a count whatever is worked out from it (seed ${SEED})`, () => {
    fc.assert(
      fc.property(crowds, fc.constantFrom(...EQUITY_DIMENSIONS), (stays, across) => {
        const { answers } = readTables(stays, across);
        for (const [measures, differences, bands, shares] of answers) {
          measures?.rows.forEach(({ cells }, at) => {
            const [all, delayed, share, bedDays, mean, meanDelayed, nights] = cells;
            const isHidden = (cell: unknown) => cell === WITHHELD;
            const isBandHidden = isHidden(bands?.rows[at]?.cells[0]);
            if (isHidden(all))
              expect([share, mean, nights, bedDays]).toEqual(Array(4).fill(WITHHELD));
            if (isHidden(delayed))
              expect([share, bedDays, meanDelayed]).toEqual(Array(3).fill(WITHHELD));
            if (isBandHidden) expect(share).toBe(WITHHELD);
            if (isHidden(bedDays)) expect([mean, meanDelayed]).toEqual([WITHHELD, WITHHELD]);
            const difference = at === 0 ? undefined : differences?.rows[at - 1]?.cells;
            if (isHidden(share) && difference)
              expect(difference.slice(0, 3)).toEqual(Array(3).fill(WITHHELD));
            if (isHidden(bedDays) && difference)
              expect(difference.slice(3, 6)).toEqual(Array(3).fill(WITHHELD));
            bands?.rows[at]?.cells.forEach((cell, band) => {
              if (isHidden(cell)) expect(shares?.rows[at]?.cells[band]).toBe(WITHHELD);
            });
          });
        }
      }),
      { seed: SEED, numRuns: 8 },
    );
  });
});

describe('bed days', () => {
  // Delayed by 1 day and by 2 to 3; the third band is not there.
  const layer = [
    [9, 3, 6],
    [9, 6, 3],
    [9, 8, 8],
  ];

  it('are withheld where they would tell which of two tables it is', () => {
    // 6 with a day and 3 with two each: 12, and 5 and 4 would be 13 at least. 3 with a day and 6
    // with two: 15, and 2 and 7 would be 16. Whichever way round the other table goes, one of the
    // two does not fit; and if one alone were withheld, it would follow from the total.
    const counts = withholdSmallCounts([layer], { isLinked: false });
    const isWithheld = withholdSums([layer], [[15, 12, 24]], BED_DAYS, counts);
    expect([0, 1, 2].filter((group) => isWithheld(0, group)).length).toBeGreaterThan(1);
  });

  it('are shown where they fit the other table too', () => {
    // 3 with a day and 6 with 2.5 on average; 6 and 3 likewise.
    const counts = withholdSmallCounts([layer], { isLinked: false });
    const isWithheld = withholdSums([layer], [[18, 14, 28]], BED_DAYS, counts);
    expect([0, 1, 2].filter((group) => isWithheld(0, group))).toEqual([]);
  });

  it('are withheld wherever the delayed are', () => {
    const small = [
      [20, 3, 0],
      [20, 9, 9],
      [20, 9, 9],
    ];
    const counts = withholdSmallCounts([small], { isLinked: false });
    const isWithheld = withholdSums([small], [[3, 27, 27]], BED_DAYS, counts);
    expect(isWithheld(0, 0)).toBe(true);
  });

  it('and nights are withheld where only one table of delays fits into them', () => {
    // 3 with a day of delay and 6 with two to three: 9 + 3 + 12 nights at least, and these are all
    // the nights there were; the same of the other group. One more with two days would not fit.
    const counts = withholdSmallCounts([layer], { isLinked: false });
    const isWithheld = withholdSums([layer], [[24, 21, 90]], NIGHTS, counts);
    expect([0, 1, 2].filter((group) => isWithheld(0, group)).length).toBeGreaterThan(1);
    const roomy = withholdSums([layer], [[40, 40, 90]], NIGHTS, counts);
    expect([0, 1, 2].filter((group) => roomy(0, group))).toEqual([]);
  });
});
