import { describe, expect, it } from 'vitest';
import { delayDays, dischargeReadyDate } from '../../../../../domain/delay/delay-days.ts';
import { isDueToLeaveBoard } from '../../../../../domain/spell/commands/leave-board.ts';
import {
  BELA,
  FEED,
  GONE,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const discharge = (at: string) => ({
  id: idOf(7),
  type: 'DischargePatient' as const,
  spellId: SPELL_ID,
  at,
  destination: 'usual_residence' as const,
});
const leave = { id: idOf(8), type: 'LeaveBoard' as const, spellId: SPELL_ID };

const readySince = (startedOn: string) =>
  aSpell({ nctrPeriods: [{ startedOn, endedOn: null, endedBy: null }] });

describe('discharging a patient', () => {
  it('records when and where to, and ends the time of being ready', () => {
    const { answer, events, after } = when(
      readySince('2026-11-18'),
      PRIYA,
      discharge('2026-11-22T11:15:00Z'),
    );
    expect(answer.ok).toBe(true);
    expect(events).toMatchObject([
      {
        type: 'PatientDischarged',
        occurredAt: '2026-11-22T11:15:00.000Z',
        data: { on: '2026-11-22', destination: 'usual_residence' },
      },
    ]);
    expect(after?.nctrPeriods).toEqual([
      { startedOn: '2026-11-18', endedOn: '2026-11-22', endedBy: 'discharge' },
    ]);
    const readyDate = dischargeReadyDate(after?.nctrPeriods ?? []);
    expect(readyDate).toBe('2026-11-18');
    expect(delayDays(readyDate, after?.discharge?.on ?? null, '2026-12-24')).toBe(4);
  });

  it.each([
    ['on the day the person became ready: no delay', '2026-11-22', '2026-11-22T11:15:00Z', 0],
    ['a minute before midnight: the old day', '2026-11-18', '2026-11-21T23:59:00Z', 3],
    ['at midnight: the new day', '2026-11-18', '2026-11-22T00:00:00Z', 4],
  ])('%s', (_what, readyDate, at, days) => {
    const { after } = when(readySince(readyDate), PRIYA, discharge(at));
    const since = dischargeReadyDate(after?.nctrPeriods ?? []);
    expect(delayDays(since, after?.discharge?.on ?? null, '2026-12-24')).toBe(days);
  });

  it('of somebody never recorded as ready is without delay', () => {
    const { after } = when(aSpell(), PRIYA, discharge('2026-11-22T11:15:00Z'));
    expect(dischargeReadyDate(after?.nctrPeriods ?? [])).toBeNull();
  });

  it('of somebody who was ready once and fell ill again leaves that time as it was, without delay', () => {
    const period = { startedOn: '2026-11-12', endedOn: '2026-11-15', endedBy: 'criteria_met' };
    const spell = aSpell({ nctrPeriods: [{ ...period, endedBy: 'criteria_met' }] });
    const { after } = when(spell, PRIYA, discharge('2026-11-22T11:15:00Z'));
    expect(after?.nctrPeriods).toEqual([period]);
    expect(dischargeReadyDate(after?.nctrPeriods ?? [])).toBeNull();
  });

  it('is possible this very moment, and at the moment of the admission', () => {
    expect(when(aSpell(), PRIYA, discharge(NOW)).answer.ok).toBe(true);
    expect(when(aSpell(), PRIYA, discharge('2026-11-10T09:30:00Z')).answer.ok).toBe(true);
  });

  it('a recording of "ready" that was taken back does not hold it up', () => {
    const spell = aSpell({
      nctrPeriods: [{ startedOn: '2026-11-22', endedOn: '2026-11-22', endedBy: 'criteria_met' }],
    });
    expect(when(spell, PRIYA, discharge('2026-11-21T16:00:00Z')).answer.ok).toBe(true);
  });

  it('is for the ward, the hub and the hospital feed', () => {
    for (const actor of [PRIYA, MO, FEED]) {
      expect(when(aSpell(), actor, discharge(NOW)).answer.ok).toBe(true);
    }
    expect(when(aSpell(), BELA, discharge(NOW)).answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it.each([
    [
      'in the future',
      aSpell(),
      '2026-11-22T14:00:00.001Z',
      'The discharge cannot be in the future.',
    ],
    [
      'before the admission',
      aSpell(),
      '2026-11-10T09:29:59.999Z',
      'The discharge cannot be before the admission (Tue 10 Nov, 09:30).',
    ],
    [
      'before the person was ready',
      readySince('2026-11-18'),
      '2026-11-17T23:59:59Z',
      'The criteria to reside were reviewed for Wed 18 Nov: the discharge cannot be before that.',
    ],
    [
      'before the criteria were last met again',
      aSpell({
        nctrPeriods: [{ startedOn: '2026-11-12', endedOn: '2026-11-15', endedBy: 'criteria_met' }],
      }),
      '2026-11-14T12:00:00Z',
      'The criteria to reside were reviewed for Sun 15 Nov: the discharge cannot be before that.',
    ],
  ])('refuses a moment %s', (_what, spell, at, message) => {
    const { answer, events } = when(spell, PRIYA, discharge(at));
    expect(answer).toEqual({ ok: false, code: 'RULE_BROKEN', message, fields: { at: message } });
    expect(events).toEqual([]);
  });

  it('refuses somebody who has left already, even with the same words', () => {
    expect(when(aSpell(GONE), PRIYA, discharge('2026-11-20T12:00:00Z')).answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });
});

describe('leaving the board', () => {
  it.each([
    ['a day after the discharge', '2026-11-21T12:00:00.000Z', true],
    ['a millisecond before that', '2026-11-21T11:59:59.999Z', false],
  ])('%s', (_what, now, isDue) => {
    const spell = aSpell(GONE);
    expect(isDueToLeaveBoard(spell, now)).toBe(isDue);
    const { answer, after } = when(spell, TIMER, leave, { now });
    expect(answer.ok).toBe(isDue);
    expect(after?.leftBoardAt).toBe(isDue ? now : null);
  });

  it('is a day of 24 hours when the clocks change, too', () => {
    const at = '2026-10-24T20:00:00.000Z';
    const spell = aSpell({ discharge: { at, on: '2026-10-24', destination: 'care_home' } });
    expect(isDueToLeaveBoard(spell, '2026-10-25T19:59:59.999Z')).toBe(false);
    expect(isDueToLeaveBoard(spell, '2026-10-25T20:00:00.000Z')).toBe(true);
  });

  it('refuses somebody who is still here', () => {
    expect(when(aSpell(), TIMER, leave).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'People stay on the board for a day after they have left.',
    });
  });

  it('is done without an event for somebody who is off the board', () => {
    const spell = aSpell({ ...GONE, leftBoardAt: '2026-11-21T12:00:00.000Z' });
    expect(when(spell, TIMER, leave).answer).toEqual({ ok: true, events: [] });
  });

  it.each([
    ['a ward', PRIYA],
    ['the hub', MO],
    ['the feed', FEED],
  ])('is not for %s', (_who, actor) => {
    expect(when(aSpell(GONE), actor, leave).answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('leaves the tasks as they are', () => {
    const spell = aSpell({ tasks: [aTask()] });
    expect(when(spell, PRIYA, discharge(NOW)).after?.tasks).toEqual(spell.tasks);
  });
});
