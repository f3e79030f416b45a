import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import { dayFigure } from '../../../domain/reports/situation.ts';
import { dayStandings } from '../../../server/reports/day-standings.ts';
import { workOutReport } from '../../../server/reports/work-out-report.ts';
import { hubOf, stayHistory } from './hub-of-histories.ts';
import type { PlainStay } from './straight-from-events.ts';
import {
  isPlainlyRemaining,
  next,
  plainDelay,
  plainNational,
  plainNationalHere,
  plainStays,
} from './straight-from-events.ts';

const SEED = 20_261_122;
const TODAY = '2027-06-01';
const ASKED = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, timeZone: 'Europe/London' };
const MONTHS = ['2026-03', '2026-04', '2026-10', '2026-11', '2026-12'];

it(`every figure of a month and of a day is the same straight from events (seed ${SEED})`, () => {
  let discharges = 0;
  let delayed = 0;
  fc.assert(
    fc.property(fc.array(stayHistory, { minLength: 10, maxLength: 16 }), (histories) => {
      const { reader, events } = hubOf(histories);
      const plain = plainStays(events);
      for (const population of ['national', 'everybody'] as const) {
        const counted = plain.filter((each) => population === 'everybody' || plainNational(each));
        for (const month of MONTHS) {
          const left = counted.filter(({ leftOn }) => leftOn?.startsWith(month));
          discharges += left.length;
          delayed += left.filter((each) => plainDelay(each) > 0).length;
          expect(reported(reader, month, population)).toEqual(plainly(left));
        }
        for (const from of ['2026-03-27', '2026-10-23', '2026-11-21']) {
          for (let day = from, count = 0; count < 5; day = next(day), count += 1) {
            expect(reportedDay(reader, day, population), day).toEqual(
              plainDay(plain, day, population),
            );
          }
        }
      }
    }),
    { seed: SEED, numRuns: 12 },
  );
  // Histories without discharges and delays would prove nothing.
  expect(discharges).toBeGreaterThan(100);
  expect(delayed).toBeGreaterThan(20);
});

type Reader = ReturnType<typeof hubOf>['reader'];

/** Discharged, delayed and bed days of each ward, and discharges by band. */
function reported(reader: Reader, month: string, population: string) {
  const params = new URLSearchParams({ month, population, by: 'ward' });
  const answer = workOutReport(reader, readQuestion('discharges', params, TODAY), ASKED, () => {});
  const [measures, bands] = answer.tables;
  const wards = (measures?.rows ?? []).slice(1);
  return {
    wards: Object.fromEntries(wards.map(({ id, cells }) => [id, [cells[0], cells[1], cells[3]]])),
    bands: (bands?.rows ?? []).map(({ cells }) => [cells[0], cells[3]]),
  };
}

const LAST_DAYS = [0, 1, 3, 6, 13, 20, Number.POSITIVE_INFINITY];

function plainly(stays: readonly PlainStay[]) {
  const wards: Record<string, [number, number, number]> = {};
  const bands = LAST_DAYS.map((): [number, number] => [0, 0]);
  for (const each of stays) {
    const days = plainDelay(each);
    const ward = (wards[each.wardId] ??= [0, 0, 0]);
    ward[0] += 1;
    if (days > 0) ward[1] += 1;
    ward[2] += days;
    const band = bands[LAST_DAYS.findIndex((last) => days <= last)];
    if (band !== undefined) [band[0], band[1]] = [band[0] + 1, band[1] + days];
  }
  return { wards, bands };
}

function reportedDay(reader: Reader, day: string, population: 'national' | 'everybody') {
  const asked = { ...ASKED, day, population, places: reader.places() };
  const { standings } = dayStandings(reader, asked);
  return {
    remaining: dayFigure(standings, 'remaining'),
    discharged: dayFigure(standings, 'discharged'),
    by17: dayFigure(standings, 'discharged_by_17'),
    noCriteria: dayFigure(standings, 'no_criteria'),
  };
}

function plainDay(stays: readonly PlainStay[], day: string, population: string) {
  const isAll = population === 'everybody';
  const remaining = stays.filter(
    (each) => isPlainlyRemaining(each, day) && (isAll || plainNationalHere(each)),
  ).length;
  const left = stays.filter((each) => each.leftOn === day && (isAll || plainNational(each)));
  return {
    remaining,
    discharged: left.length,
    by17: left.filter(({ leftAtTime }) => (leftAtTime ?? '') <= '17:00').length,
    noCriteria: remaining + left.length,
  };
}
