import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NctrPeriod } from '../../../../domain/delay/delay-days.ts';
import {
  delayDays,
  dischargeReadyDate,
  lengthOfStay,
} from '../../../../domain/delay/delay-days.ts';
import { addDays, calendarDay } from '../../../../domain/time.ts';
import { LONDON } from '../../../factories/domain-spell.ts';

const open = (startedOn: string): NctrPeriod => ({ startedOn, endedOn: null, endedBy: null });
const met = (startedOn: string, endedOn: string): NctrPeriod => ({
  startedOn,
  endedOn,
  endedBy: 'criteria_met',
});
const left = (startedOn: string, endedOn: string): NctrPeriod => ({
  startedOn,
  endedOn,
  endedBy: 'discharge',
});

describe('ready since', () => {
  it.each<[string, NctrPeriod[], string | null]>([
    ['never recorded as ready', [], null],
    ['ready now', [open('2026-11-18')], '2026-11-18'],
    ['ready once, ill again since', [met('2026-11-12', '2026-11-15')], null],
    [
      'ready, ill again, and ready again: the clock starts afresh',
      [met('2026-11-12', '2026-11-15'), open('2026-11-18')],
      '2026-11-18',
    ],
    ['taken back on its own day', [met('2026-11-18', '2026-11-18')], null],
    ['left while ready', [left('2026-11-18', '2026-11-20')], '2026-11-18'],
    [
      'left while ready for the second time',
      [met('2026-11-12', '2026-11-15'), left('2026-11-18', '2026-11-20')],
      '2026-11-18',
    ],
    ['ill again, and left without being ready', [met('2026-11-12', '2026-11-15')], null],
  ])('%s', (_what, periods, readyDate) => {
    expect(dischargeReadyDate(periods)).toBe(readyDate);
  });
});

describe('days delayed', () => {
  it.each<[string, string | null, string | null, string, number]>([
    ['not ready', null, null, '2026-11-22', 0],
    ['ready today', '2026-11-22', null, '2026-11-22', 0],
    ['ready yesterday', '2026-11-21', null, '2026-11-22', 1],
    ['ready a week ago', '2026-11-15', null, '2026-11-22', 7],
    ['over the night of 23 hours', '2026-03-28', null, '2026-03-29', 1],
    ['over both clock changes of a year', '2026-03-28', null, '2026-10-26', 212],
    ['ready and gone on one date', '2026-11-18', '2026-11-18', '2026-11-22', 0],
    ['gone two days after', '2026-11-18', '2026-11-20', '2026-11-22', 2],
    ['gone: it grows no more', '2026-11-18', '2026-11-20', '2027-11-22', 2],
    ['gone without ever being recorded as ready', null, '2026-11-20', '2026-11-22', 0],
    ['ready tomorrow, as a slow clock sees it', '2026-11-23', null, '2026-11-22', 0],
  ])('%s', (_what, readyDate, dischargedOn, today, days) => {
    expect(delayDays(readyDate, dischargedOn, today)).toBe(days);
  });

  it.each([
    ['a minute before midnight in winter: the same day', '2026-11-20T23:59:00.000Z', 2],
    ['at midnight in winter: a day more', '2026-11-21T00:00:00.000Z', 3],
  ])('of somebody ready on 18 November who left %s', (_when, at, days) => {
    expect(delayDays('2026-11-18', calendarDay(at, LONDON), '2026-12-01')).toBe(days);
  });

  it.each([
    ['23:30 on the eve, in summer time', '2026-10-24T22:30:00.000Z', 1],
    ['00:30, still in summer time', '2026-10-24T23:30:00.000Z', 2],
    ['the second 01:30', '2026-10-25T01:30:00.000Z', 2],
    ['23:30 that evening, in winter time', '2026-10-25T23:30:00.000Z', 2],
    ['00:30 on the day after', '2026-10-26T00:30:00.000Z', 3],
  ])('of somebody ready on 23 October who left at %s', (_when, at, days) => {
    expect(delayDays('2026-10-23', calendarDay(at, LONDON), '2026-12-01')).toBe(days);
  });

  it('grow by one each midnight, whatever the clocks do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 800 }), (at, n) => {
        const readyDate = addDays('2024-01-01', at);
        expect(delayDays(readyDate, null, addDays(readyDate, n))).toBe(n);
      }),
    );
  });
});

describe('length of stay in nights', () => {
  it.each<[string, string, string | null, string, number]>([
    ['admitted today', '2026-11-22', null, '2026-11-22', 0],
    ['admitted last night', '2026-11-21', null, '2026-11-22', 1],
    ['three weeks', '2026-11-01', null, '2026-11-22', 21],
    ['in and out on one day', '2026-11-10', '2026-11-10', '2026-11-22', 0],
    ['ended: it grows no more', '2026-11-10', '2026-11-20', '2026-12-22', 10],
    ['over the night of 25 hours', '2026-10-24', null, '2026-10-26', 2],
  ])('%s', (_what, admittedOn, dischargedOn, today, nights) => {
    expect(lengthOfStay(admittedOn, dischargedOn, today)).toBe(nights);
  });
});
