import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../domain/actions/action.ts';
import { isChaseDue } from '../../../../domain/actions/chase-due.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../../../domain/tasks/target-settings.ts';
import type { Instant } from '../../../../domain/time.ts';
import { GONE, LONDON, TIMER, aSpell, anAction } from '../../../factories/domain-spell.ts';

const context = (now: Instant) => ({ now, timeZone: LONDON, settings: DEFAULT_TARGET_SETTINGS });
const due = (action: Partial<Action>, now: Instant, spell = aSpell()) =>
  isChaseDue(spell, anAction(action), context(now));

/** 20 November 2026 is a Friday. */
describe('an action is chased by itself', () => {
  it.each<[string, Partial<Action>, Instant, boolean]>([
    ['not on its day', { dueOn: '2026-11-23' }, '2026-11-23T23:59:00.000Z', false],
    ['not at night', { dueOn: '2026-11-23' }, '2026-11-24T07:59:00.000Z', false],
    ['in the morning after it', { dueOn: '2026-11-23' }, '2026-11-24T08:00:00.000Z', true],
    ['until that day is over', { dueOn: '2026-11-23' }, '2026-11-24T23:59:00.000Z', true],
    ['of a ward, also on a Saturday', { dueOn: '2026-11-20' }, '2026-11-21T08:00:00.000Z', true],
    ['of social care, not on a Saturday', { owner: 'social_care', dueOn: '2026-11-20' }, '2026-11-21T12:00:00.000Z', false],
    ['but on the Monday, once they work', { owner: 'social_care', dueOn: '2026-11-20' }, '2026-11-23T09:00:00.000Z', true],
    ['and not before', { owner: 'social_care', dueOn: '2026-11-20' }, '2026-11-23T08:59:00.000Z', false],
    ['of Lightbulb, not on a bank holiday', { owner: 'lightbulb', dueOn: '2026-12-24' }, '2026-12-25T12:00:00.000Z', false],
    ['but on the next day of work', { owner: 'lightbulb', dueOn: '2026-12-24' }, '2026-12-29T09:00:00.000Z', true],
    ['in summer time by the clock on the wall', { dueOn: '2026-03-28' }, '2026-03-29T07:00:00.000Z', true],
    ['and not an hour before', { dueOn: '2026-03-28' }, '2026-03-29T06:59:00.000Z', false],
    ['in winter time again', { dueOn: '2026-10-24' }, '2026-10-25T08:00:00.000Z', true],
    ['and not by summer’s clock', { dueOn: '2026-10-24' }, '2026-10-25T07:30:00.000Z', false],
  ])('%s', (_what, action, now, isDue) => {
    expect(due(action, now)).toBe(isDue);
  }); // prettier-ignore

  it('once a day, whoever of the people chased it as well', () => {
    const by = { id: TIMER.id, name: TIMER.name };
    const chased = (at: Instant, because: 'person' | 'day_passed') => ({
      ...{ dueOn: '2026-11-23', chases: [{ by, at, because, words: null }] },
    });
    const noon = '2026-11-24T12:00:00.000Z';
    expect(due(chased('2026-11-24T08:00:00.000Z', 'day_passed'), noon)).toBe(false);
    expect(due(chased('2026-11-24T08:00:00.000Z', 'person'), noon)).toBe(true);
    expect(due(chased('2026-11-24T08:00:00.000Z', 'day_passed'), '2026-11-25T08:00:00.000Z')).toBe(true); // prettier-ignore
  });

  it('not once it is done, nor once the patient has left', () => {
    const ended = { outcome: 'done', words: 'Yes', by: { id: 'a', name: 'A' }, at: '', byTeam: true } as const; // prettier-ignore
    expect(due({ dueOn: '2026-11-20', ended }, '2026-11-23T12:00:00.000Z')).toBe(false);
    expect(due({ dueOn: '2026-11-20' }, '2026-11-23T12:00:00.000Z', aSpell(GONE))).toBe(false);
  });
});
