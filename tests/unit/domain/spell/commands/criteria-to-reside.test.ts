import { describe, expect, it } from 'vitest';
import type { NctrPeriod } from '../../../../../domain/delay/delay-days.ts';
import { delayDays, dischargeReadyDate } from '../../../../../domain/delay/delay-days.ts';
import { CRITERIA_TO_RESIDE, CRITERION_CODES } from '../../../../../domain/spell/criteria.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import {
  BELA,
  FEED,
  GONE,
  MO,
  PRIYA,
  SPELL_ID,
  TODAY,
  aSpell,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const ready = (readyDate: string) => ({
  id: idOf(7),
  type: 'RecordNoCriteriaToReside' as const,
  spellId: SPELL_ID,
  readyDate,
});
const ill = (metOn?: string) => ({
  id: idOf(8),
  type: 'RecordCriteriaToReside' as const,
  spellId: SPELL_ID,
  ...(metOn === undefined ? {} : { metOn }),
});

const open = (startedOn: string): NctrPeriod => ({ startedOn, endedOn: null, endedBy: null });
const met = (startedOn: string, endedOn: string): NctrPeriod => ({
  startedOn,
  endedOn,
  endedBy: 'criteria_met',
});
const withPeriods = (...nctrPeriods: NctrPeriod[]) => aSpell({ nctrPeriods });
const readyDateOf = (spell: Spell | null) => dischargeReadyDate(spell?.nctrPeriods ?? []);

describe('recording no criteria to reside', () => {
  it.each([
    ['today', aSpell(), '2026-11-22'],
    ['some days ago', aSpell(), '2026-11-18'],
    ['on the day of admission', aSpell(), '2026-11-10'],
    [
      'on the day the criteria were last met',
      withPeriods(met('2026-11-12', '2026-11-15')),
      '2026-11-15',
    ],
    [
      'before a recording that was taken back',
      withPeriods(met('2026-11-20', '2026-11-20')),
      '2026-11-18',
    ],
  ])('starts the clock: %s', (_what, spell, readyDate) => {
    const { answer, events, after } = when(spell, PRIYA, ready(readyDate));
    expect(answer.ok).toBe(true);
    expect(events).toMatchObject([{ type: 'NoCriteriaToResideRecorded', data: { readyDate } }]);
    expect(after?.nctrPeriods).toEqual([...spell.nctrPeriods, open(readyDate)]);
    expect(readyDateOf(after)).toBe(readyDate);
    expect(after?.lastReview).toEqual({
      at: '2026-11-22T14:00:00.000Z',
      hasCriteria: false,
      criteria: [],
    });
  });

  it.each([
    ['the future', aSpell(), '2026-11-23', 'The ready date cannot be in the future.'],
    [
      'before the admission',
      aSpell(),
      '2026-11-09',
      'The ready date cannot be before the admission on Tue 10 Nov.',
    ],
    [
      'a time in which the person was ready before and fell ill again',
      withPeriods(met('2026-11-12', '2026-11-15')),
      '2026-11-14',
      'The criteria to reside were met again on Sun 15 Nov: the ready date cannot be before that.',
    ],
    [
      'another day than the one recorded: the clock is never moved silently',
      withPeriods(open('2026-11-18')),
      '2026-11-20',
      'No criteria to reside is recorded since Wed 18 Nov already. If that is wrong, record that the criteria are met from that day, then record the right one.',
    ],
    [
      'an earlier day than the one recorded',
      withPeriods(open('2026-11-18')),
      '2026-11-16',
      'No criteria to reside is recorded since Wed 18 Nov already. If that is wrong, record that the criteria are met from that day, then record the right one.',
    ],
  ])('refuses %s', (_what, spell, readyDate, message) => {
    expect(when(spell, PRIYA, ready(readyDate)).answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message,
      fields: { readyDate: message },
    });
  });

  it('is done without an event where it stands already', () => {
    const { answer } = when(withPeriods(open('2026-11-18')), PRIYA, ready('2026-11-18'));
    expect(answer).toEqual({ ok: true, events: [] });
  });

  it('just after a summer midnight, today is the new day', () => {
    const spell = aSpell({ admittedAt: '2026-06-20T08:00:00.000Z', admittedOn: '2026-06-20' });
    const now = '2026-07-01T23:10:00.000Z';
    expect(when(spell, PRIYA, ready('2026-07-02'), { now }).answer.ok).toBe(true);
    expect(when(spell, PRIYA, ready('2026-07-03'), { now }).answer.ok).toBe(false);
  });

  it('refuses it for somebody who has left', () => {
    expect(when(aSpell(GONE), PRIYA, ready('2026-11-18')).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });

  it('is for the ward, the hub and the hospital feed', () => {
    for (const actor of [PRIYA, MO, FEED]) {
      expect(when(aSpell(), actor, ready(TODAY)).answer.ok).toBe(true);
    }
    expect(when(aSpell(), BELA, ready(TODAY)).answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('recording that criteria to reside are met', () => {
  it('of somebody who was ready stops the clock today', () => {
    const { events, after } = when(withPeriods(open('2026-11-18')), PRIYA, ill());
    expect(events).toMatchObject([
      {
        type: 'CriteriaToResideRecorded',
        data: { criteria: ['12'], periodEndedOn: '2026-11-22' },
      },
    ]);
    expect(after?.nctrPeriods).toEqual([met('2026-11-18', '2026-11-22')]);
    expect(readyDateOf(after)).toBeNull();
    expect(delayDays(readyDateOf(after), null, TODAY)).toBe(0);
  });

  it('can be dated back to the day it happened', () => {
    const { after } = when(withPeriods(open('2026-11-18')), PRIYA, ill('2026-11-20'));
    expect(after?.nctrPeriods).toEqual([met('2026-11-18', '2026-11-20')]);
  });

  it('on the first day takes the recording back, and the right day can be recorded', () => {
    const back = when(withPeriods(open('2026-11-18')), PRIYA, ill('2026-11-18')).after;
    const { after } = when(back, PRIYA, ready('2026-11-16'));
    expect(readyDateOf(after)).toBe('2026-11-16');
    expect(delayDays(readyDateOf(after), null, TODAY)).toBe(6);
  });

  it('of somebody who was not ready is a review, and no more', () => {
    const body = { ...ill(), criteria: ['02', '08'] as ['02', '08'] };
    const { events, after } = when(aSpell(), PRIYA, body);
    expect(events).toMatchObject([{ data: { criteria: ['02', '08'], periodEndedOn: null } }]);
    expect(after?.nctrPeriods).toEqual([]);
    expect(after?.lastReview).toMatchObject({ hasCriteria: true, criteria: ['02', '08'] });
  });

  it.each([
    ['in the future', aSpell(), '2026-11-23', 'This date cannot be in the future.'],
    [
      'before the admission',
      aSpell(),
      '2026-11-09',
      'This date cannot be before the admission on Tue 10 Nov.',
    ],
    [
      'before the person was recorded as ready',
      withPeriods(open('2026-11-18')),
      '2026-11-17',
      'No criteria to reside is recorded since Wed 18 Nov: this date cannot be before that.',
    ],
  ])('refuses a date %s', (_what, spell, metOn, message) => {
    expect(when(spell, PRIYA, ill(metOn)).answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message,
      fields: { metOn: message },
    });
  });

  it('refuses it for somebody who has left', () => {
    expect(when(aSpell(GONE), PRIYA, ill()).answer).toMatchObject({ code: 'RULE_BROKEN' });
  });
});

it('the twelve national criteria have each a name', () => {
  expect(Object.keys(CRITERIA_TO_RESIDE).sort()).toEqual([...CRITERION_CODES]);
  expect(CRITERIA_TO_RESIDE['09']).toBe(
    'Has undergone lower limb surgery within the last 48 hours',
  );
});
