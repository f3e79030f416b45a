import { describe, expect, it } from 'vitest';
import { delayDays, dischargeReadyDate } from '../../../../../domain/delay/delay-days.ts';
import type { PersonStay } from '../../../../../domain/spell/decision.ts';
import {
  BELA,
  FEED,
  GONE,
  HANNAH,
  MO,
  PRIYA,
  SPELL_ID,
  TIMER,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const cancel = {
  id: idOf(7),
  type: 'CancelDischarge' as const,
  spellId: SPELL_ID,
  note: ' Came back from the lounge ',
};
const READY = { startedOn: '2026-11-18', endedOn: '2026-11-20', endedBy: 'discharge' as const };

const stay = (number: number, admittedAt: string, dischargedAt: string | null): PersonStay => ({
  spellId: idOf(number),
  admittedAt,
  dischargedAt,
});
const THIS = stay(1, '2026-11-10T09:30:00.000Z', '2026-11-20T12:00:00.000Z');

describe('taking a discharge back', () => {
  it('has the person here again, as if they had not left', () => {
    const before = aSpell({ tasks: [aTask()], bed: 'B4' });
    const { events, after } = when({ ...before, ...GONE }, PRIYA, cancel);
    expect(events).toMatchObject([
      {
        type: 'DischargeCancelled',
        data: { at: '2026-11-20T12:00:00.000Z' },
        details: { note: 'Came back from the lounge' },
      },
    ]);
    expect(after).toEqual(before);
  });

  it('has somebody who was ready waiting since the same day: the clock never stopped', () => {
    const { after } = when(aSpell({ ...GONE, nctrPeriods: [READY] }), PRIYA, cancel);
    expect(after?.nctrPeriods).toEqual([{ startedOn: '2026-11-18', endedOn: null, endedBy: null }]);
    const readyDate = dischargeReadyDate(after?.nctrPeriods ?? []);
    expect(delayDays(readyDate, null, '2026-11-22')).toBe(4);
  });

  it('leaves a time that had ended before as it was', () => {
    const met = {
      startedOn: '2026-11-12',
      endedOn: '2026-11-14',
      endedBy: 'criteria_met' as const,
    };
    const { after } = when(aSpell({ ...GONE, nctrPeriods: [met] }), PRIYA, cancel);
    expect(after?.nctrPeriods).toEqual([met]);
  });

  it('brings somebody back who has left the board', () => {
    const left = aSpell({ ...GONE, leftBoardAt: '2026-11-21T12:00:00.000Z' });
    expect(when(left, MO, cancel).after).toMatchObject({ discharge: null, leftBoardAt: null });
  });

  it('after it, the person can be discharged again', () => {
    const { after } = when(aSpell({ ...GONE, nctrPeriods: [READY] }), PRIYA, cancel);
    const again = when(after, PRIYA, {
      ...{ id: idOf(8), type: 'DischargePatient', spellId: SPELL_ID, destination: 'care_home' },
      at: '2026-11-22T10:00:00Z',
    });
    expect(again.after?.nctrPeriods).toEqual([{ ...READY, endedOn: '2026-11-22' }]);
  });

  it.each([
    ['who was here before only', [stay(2, '2026-10-01T09:00:00.000Z', '2026-10-05T09:00:00.000Z')]],
    ['whose only stay it is', []],
  ])('is open for somebody %s', (_who, others) => {
    const { answer } = when(aSpell(GONE), PRIYA, cancel, { stays: [...others, THIS] });
    expect(answer.ok).toBe(true);
  });

  it.each([
    ['is in hospital again', [stay(2, '2026-11-21T09:00:00.000Z', null)]],
    [
      'has been in hospital again and left',
      [stay(2, '2026-11-21T09:00:00.000Z', '2026-11-22T09:00:00.000Z')],
    ],
  ])('refuses somebody who %s', (_who, others) => {
    const { answer, events } = when(aSpell(GONE), PRIYA, cancel, { stays: [THIS, ...others] });
    expect(answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message: 'This person has been in hospital again since, so this discharge stands.',
    });
    expect(events).toEqual([]);
  });

  it('refuses somebody who has not left', () => {
    expect(when(aSpell(), PRIYA, cancel).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person has not been discharged. There is nothing to take back.',
    });
  });

  it.each([
    ['a ward', PRIYA, true],
    ['a broker', BELA, false],
    ['housing', HANNAH, false],
    ['the hub', MO, true],
    ['the hospital feed', FEED, true],
    ['a timer', TIMER, false],
  ])('%s: %s', (_who, actor, isAllowed) => {
    expect(when(aSpell(GONE), actor, cancel).answer.ok).toBe(isAllowed);
  });
});
