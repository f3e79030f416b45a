import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredEvent } from '../../../db/store.ts';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import { NOT_SEEN_REASONS } from '../../../domain/rounds/board-round.ts';
import { workOutReport } from '../../../server/reports/work-out-report.ts';
import type { Step } from '../../factories/domain-histories.ts';
import { places } from '../../factories/domain-histories.ts';
import { MO } from '../../factories/domain-spell.ts';
import { hubOf } from './hub-of-histories.ts';

const SEED = 20_261_122;
const TODAY = '2027-06-01';
const ASKED = { now: `${TODAY}T09:00:00.000Z`, today: TODAY, timeZone: 'Europe/London' };
const MONTH = '2026-10';
const DAYS = Array.from({ length: 31 }, (_, day) => `${MONTH}-${String(day + 1).padStart(2, '0')}`);

/** All on few days around the end of summer time, so that rounds have several patients. */
const starts = fc.constantFrom('2026-10-23T07:00:00.000Z', '2026-10-24T19:30:00.000Z');
const stepOf = (order: fc.Arbitrary<Step['order']>): fc.Arbitrary<Step> =>
  fc.record({ actor: fc.constant(MO), minutes: fc.nat(420), order });
const before = (now: string, minutes: number) =>
  new Date(Date.parse(now) - minutes * 60_000).toISOString();

const round = fc
  .record({ notSeen: fc.constantFrom(null, null, ...NOT_SEEN_REASONS), action: fc.uuid() })
  .map(({ notSeen, action }): Step['order'] => (id, { id: spellId, lastRound }) => ({
    ...{ type: 'RecordBoardRound', id, spellId, notSeen, action, owner: 'ward' },
    seen: lastRound?.at ?? null,
  }));
const transfer = fc
  .record({ wardId: fc.constantFrom('w15', 'w16', 'g20'), minutesAgo: fc.nat(900) })
  .map(({ wardId, minutesAgo }): Step['order'] => (id, { id: spellId }, _today, now) => ({
    ...{ type: 'TransferPatient', id, spellId, wardId, bed: null },
    at: before(now, minutesAgo),
  }));
const discharge = fc.nat(600).map((minutesAgo): Step['order'] => (id, spell, _today, now) => {
  const at = before(now, minutesAgo);
  return { type: 'DischargePatient', id, spellId: spell.id, at, destination: 'usual_residence' };
});
const takenBack = fc.constant<Step['order']>((id, { id: spellId }) => {
  return { type: 'CancelDischarge', id, spellId };
});
const history = fc.record({
  start: starts,
  place: places,
  taken: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: stepOf(round) },
      { weight: 2, arbitrary: stepOf(transfer) },
      { weight: 1, arbitrary: stepOf(discharge) },
      { weight: 2, arbitrary: stepOf(takenBack) },
    ),
    { minLength: 4, maxLength: 24, size: 'max' },
  ),
});

it(`board rounds were held as straight from events (seed ${SEED})`, () => {
  const met = { held: 0, notHeld: 0, unrecorded: 0 };
  fc.assert(
    fc.property(fc.array(history, { minLength: 4, maxLength: 8 }), (histories) => {
      const { reader, events } = hubOf(histories);
      const params = new URLSearchParams({ month: MONTH, population: 'everybody' });
      const question = readQuestion('why', params, TODAY);
      const { tables } = workOutReport(reader, question, ASKED, () => {});
      const plain = plainRounds(events);
      for (const [id, keyOf] of [
        ['round_wards', ({ ward }: PlainRound) => ward],
        ['round_days', ({ day }: PlainRound) => day],
      ] as const) {
        const rows = tables.find((table) => table.id === id)?.rows ?? [];
        const keys = ['all', ...new Set(plain.map(keyOf))];
        expect(rows.map((row) => row.id).sort()).toEqual(keys.sort());
        for (const row of rows) {
          const own = plain.filter((each) => row.id === 'all' || keyOf(each) === row.id);
          // The shares are of what is beside them.
          const cells = row.cells.filter((_cell, at) => ![2, 5, 8].includes(at));
          expect(cells).toEqual(plainCells(own));
        }
      }
      const both = tables.find(({ id }) => id === 'round_ward_days')?.rows ?? [];
      const held = both.slice(1).flatMap(({ cells }) => cells.slice(1).map(Number));
      expect(held.reduce((sum, count) => sum + count, 0)).toBe(both[0]?.cells[0]);
      expect(both[0]?.cells[0]).toBe(plain.filter(({ isHeld }) => isHeld).length);
      for (const each of plain) {
        if (each.isHeld) met.held += 1;
        else if (each.present > 0) met.notHeld += 1;
        met.unrecorded += each.present - each.outcomes.length;
      }
    }),
    { seed: SEED, numRuns: 25 },
  );
  // Rounds that nobody held, or of everybody there, would prove little.
  expect(met.held).toBeGreaterThan(50);
  expect(met.notHeld).toBeGreaterThan(50);
  expect(met.unrecorded).toBeGreaterThan(50);
});

type RoundEvent = Extract<StoredEvent, { type: 'BoardRoundRecorded' }>;
type PlainRound = {
  ward: string;
  day: string;
  half: string;
  isHeld: boolean;
  present: number;
  outcomes: (string | null)[];
  minutes: number | null;
};

const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});
const wall = (instant: string) => london.format(new Date(instant));
const halfOf = (instant: string) => (Number(wall(instant).slice(11, 13)) < 13 ? 'am' : 'pm');

/** Every ward, day and half by itself, each person looked for in all that happened to them. */
function plainRounds(events: readonly StoredEvent[]): PlainRound[] {
  const recorded = events.filter(
    (event): event is RoundEvent => event.type === 'BoardRoundRecorded',
  );
  const first = recorded.map(({ occurredAt }) => wall(occurredAt).slice(0, 10)).sort()[0];
  const spellIds = [...new Set(events.map(({ spellId }) => spellId))];
  const stays = spellIds.map((id) => events.filter(({ spellId }) => spellId === id));
  return DAYS.filter((day) => first !== undefined && day >= first).flatMap((day) =>
    ['w15', 'w16', 'g20'].flatMap((ward) =>
      ['am', 'pm'].flatMap((half) => {
        const own = recorded.filter(
          ({ data, occurredAt }) =>
            data.wardId === ward && wall(occurredAt).startsWith(day) && halfOf(occurredAt) === half,
        );
        const midday = `${day}T${day < '2026-10-25' ? '12' : '13'}:00:00.000Z`;
        const isInUse = stays.some((stay) => plainWardAt(stay, midday) === ward);
        return own.length === 0 && !isInUse
          ? []
          : [{ ward, day, half, ...plainOutcome(own, (at) => thereAt(stays, ward, at)) }];
      }),
    ),
  );
}

function thereAt(stays: readonly (readonly StoredEvent[])[], ward: string, at: string): string[] {
  return stays.filter((stay) => plainWardAt(stay, at) === ward).map(([one]) => one?.spellId ?? '');
}

function plainOutcome(own: readonly RoundEvent[], whoWasThere: (at: string) => string[]) {
  const times = own.map(({ occurredAt }) => Date.parse(occurredAt));
  if (times.length === 0) return { isHeld: false, present: 0, outcomes: [], minutes: null };
  const began = new Date(Math.min(...times)).toISOString();
  const who = [...new Set(own.map(({ spellId }) => spellId))];
  const outcomes = who.map((id) => own.findLast(({ spellId }) => spellId === id)?.data.notSeen ?? null); // prettier-ignore
  const present = new Set([...whoWasThere(began), ...who]).size;
  const seen = outcomes.filter((outcome) => outcome === null).length;
  const minutes = (Math.max(...times) - Math.min(...times)) / 60_000;
  return { isHeld: seen > 0 && seen / present >= 0.5, present, outcomes, minutes };
}

/** The ward that was recorded last for this time or one before; null for who was not in hospital. */
function plainWardAt(stay: readonly StoredEvent[], at: string): string | null {
  let ward: string | null = null;
  let leftAt: string | null = null;
  for (const event of stay) {
    if (event.type === 'PatientDischarged') leftAt = event.data.at;
    if (event.type === 'DischargeCancelled') leftAt = null;
    if (event.type === 'PatientAdmitted' && event.data.admittedAt <= at) ward = event.data.wardId;
    if (event.type === 'PatientTransferred' && event.occurredAt <= at) ward = event.data.wardId;
  }
  return leftAt !== null && leftAt <= at ? null : ward;
}

function plainCells(rounds: readonly PlainRound[]): (number | null)[] {
  const counts = ['am', 'pm'].flatMap((half) => {
    const own = rounds.filter((each) => each.half === half);
    return [own.length, own.filter(({ isHeld }) => isHeld).length];
  });
  const outcomes = rounds.flatMap((each) => each.outcomes);
  const present = rounds.reduce((sum, each) => sum + each.present, 0);
  const reasons = NOT_SEEN_REASONS.map((reason) => outcomes.filter((one) => one === reason).length);
  const minutes = rounds.flatMap((each) => (each.isHeld ? [each.minutes ?? 0] : []));
  minutes.sort((a, b) => a - b);
  const median = minutes[Math.ceil(minutes.length / 2) - 1] ?? null;
  const seen = outcomes.filter((one) => one === null).length;
  return [...counts, present, seen, ...reasons, present - outcomes.length, median];
}
