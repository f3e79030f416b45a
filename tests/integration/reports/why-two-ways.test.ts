import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredEvent } from '../../../db/store.ts';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import type { ReportTable } from '../../../domain/reports/report-table.ts';
import { isFinished } from '../../../domain/reports/stay-facts.ts';
import { taskLives } from '../../../domain/reports/task-times.ts';
import { workOutReport } from '../../../server/reports/work-out-report.ts';
import { hubOf, stayHistory } from './hub-of-histories.ts';
import type { PlainStay } from './straight-from-events.ts';
import {
  isPlainlyRemaining,
  next,
  plainNational,
  plainNationalHere,
  plainStays,
} from './straight-from-events.ts';
import { plainChosen, plainReason, plainTasks, plainTimes } from './tasks-straight-from-events.ts';

const SEED = 20_261_122;
const TODAY = '2027-06-01';
const ASKED = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, timeZone: 'Europe/London' };
const MONTHS = ['2026-03', '2026-10', '2026-11', '2026-12'];

type Hub = ReturnType<typeof hubOf>;

it(`why people waited is the same straight from events (seed ${SEED})`, () => {
  const seen = { delayDays: 0, reasons: new Set<string>(), hours: 0 };
  fc.assert(
    fc.property(fc.array(stayHistory, { minLength: 8, maxLength: 12 }), (histories) => {
      const hub = hubOf(histories);
      const plain = plainStays(hub.events);
      for (const population of ['national', 'everybody'] as const) {
        for (const month of MONTHS) {
          const isAll = population === 'everybody';
          const tables = reported(hub, month, population);
          const here = plain.filter((each) => isAll || plainNationalHere(each));
          const days = plainDays(hub, here, month);
          seen.delayDays += days.length;
          for (const { reason } of days) seen.reasons.add(reason);
          const counted = tables.get('reasons')?.rows.map(({ id, cells }) => [id, cells[1]]);
          expect(Object.fromEntries(counted ?? [])).toEqual({
            all: days.length,
            ...tally(days.map(({ reason }) => reason)),
          });
          const teams = tables.get('waited_for')?.rows.map(({ id, cells }) => [id, cells[0]]);
          expect(Object.fromEntries(teams ?? [])).toEqual({
            all: days.length,
            ...tally(days.map(({ owner }) => owner)),
          });
          const left = plain.filter(
            (each) => each.leftOn?.startsWith(month) && (isAll || plainNational(each)),
          );
          seen.hours += left.length;
          expect(hourCells(tables.get('hours'))).toEqual(plainHours(left));
          expect(forecasts(tables.get('edd_wards'))).toEqual(plainForecasts(hub, left));
        }
      }
    }),
    { seed: SEED, numRuns: 18 },
  );
  // Histories without delays, reasons and discharges would prove nothing.
  expect(seen.delayDays).toBeGreaterThan(200);
  expect(seen.reasons.size).toBeGreaterThan(8);
  expect(seen.hours).toBeGreaterThan(50);
});

it(`tasks stood as long in each state and with each team as straight from events (seed ${SEED})`, () => {
  let spanCount = 0;
  fc.assert(
    fc.property(fc.array(stayHistory, { minLength: 8, maxLength: 12 }), (histories) => {
      const { reader, events } = hubOf(histories);
      for (const stay of reader.discharged({ from: '2026-01-01', to: TODAY })) {
        if (!isFinished(stay)) continue;
        const own = events.filter(({ spellId }) => spellId === stay.spellId);
        const { at } = stay.discharge;
        const until = own.filter(({ occurredAt }) => occurredAt <= at);
        const lives = taskLives(until, at);
        const times = new Map<string, number>();
        for (const { taskId, spans } of lives) {
          for (const { state, owner, from, to } of spans) {
            const key = `${taskId} ${state} ${owner}`;
            times.set(key, (times.get(key) ?? 0) + Date.parse(to) - Date.parse(from));
            spanCount += 1;
          }
        }
        expect(sorted(times)).toEqual(sorted(plainTimes(own, at)));
      }
    }),
    { seed: SEED, numRuns: 15 },
  );
  expect(spanCount).toBeGreaterThan(100);
});

function reported({ reader }: Hub, month: string, population: string): Map<string, ReportTable> {
  const question = readQuestion('why', new URLSearchParams({ month, population }), TODAY);
  const { tables } = workOutReport(reader, question, ASKED, () => {});
  return new Map(tables.map((table) => [table.id, table]));
}

function plainDays({ events }: Hub, stays: readonly PlainStay[], month: string) {
  return stays.flatMap((stay) => {
    const own = events.filter(({ spellId }) => spellId === stay.spellId);
    const days: { reason: string; owner: string }[] = [];
    for (let day = `${month}-01`; day.startsWith(month); day = next(day)) {
      if (!isPlainlyRemaining(stay, day)) continue;
      const waited = plainReason(plainTasks(own, midnightAfter(day)));
      const reason = plainChosen(own, midnightAfter(day)) ?? waited?.reason ?? 'none';
      days.push({ reason, owner: waited?.owner ?? 'none' });
    }
    return days;
  });
}

/** Summer time ends with 25 October and began with 29 March. */
function midnightAfter(day: string): string {
  const isSummer = day >= '2026-03-29' && day < '2026-10-25';
  return isSummer ? `${day}T23:00:00.000Z` : `${next(day)}T00:00:00.000Z`;
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function plainHours(stays: readonly PlainStay[]): Record<string, number> {
  return tally(
    stays.map(({ leftOn, leftAtTime }) => {
      const weekday = WEEKDAYS[new Date(`${leftOn ?? ''}T12:00:00Z`).getUTCDay()] ?? '';
      return `${weekday} ${(leftAtTime ?? '').slice(0, 2)}`;
    }),
  );
}

function hourCells(table: ReportTable | undefined): Record<string, number> {
  const cells = (table?.rows.slice(1) ?? []).flatMap(({ name, cells: counts }) =>
    counts.slice(1).map((count, hour) => [`${name} ${String(hour).padStart(2, '0')}`, count]),
  );
  return Object.fromEntries(cells.filter(([, count]) => count !== 0));
}

/** Discharged, with an EDD, and by ward the sum of the drifts. */
function plainForecasts({ events }: Hub, stays: readonly PlainStay[]) {
  const wards: Record<string, [number, number, number]> = {};
  for (const stay of stays) {
    const edds = events.filter(
      (event): event is Extract<StoredEvent, { type: 'EddSet' }> =>
        event.type === 'EddSet' && event.spellId === stay.spellId,
    );
    const ward = (wards[stay.wardId] ??= [0, 0, 0]);
    ward[0] += 1;
    const until = edds.filter(({ occurredAt }) => occurredAt <= (leftAt(events, stay) ?? ''));
    const [first, last] = [until[0]?.data.edd, until.at(-1)?.data.edd];
    if (first === undefined || last === undefined) continue;
    ward[1] += 1;
    ward[2] += Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  }
  return wards;
}

function leftAt(events: readonly StoredEvent[], { spellId }: PlainStay): string | null {
  let at: string | null = null;
  for (const event of events) {
    if (event.spellId !== spellId) continue;
    if (event.type === 'PatientDischarged') at = event.data.at;
    if (event.type === 'DischargeCancelled') at = null;
  }
  return at;
}

function forecasts(table: ReportTable | undefined) {
  return Object.fromEntries(
    (table?.rows.slice(1) ?? []).map(({ id, cells }) => {
      const [discharged, withEdd, , , mean] = cells.map((cell) => Number(cell));
      return [id, [discharged, withEdd, Math.round((mean ?? 0) * (withEdd ?? 0))]];
    }),
  );
}

function sorted(times: ReadonlyMap<string, number>) {
  return [...times].filter(([, ms]) => ms > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}
