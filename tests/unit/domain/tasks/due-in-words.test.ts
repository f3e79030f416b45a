import { describe, expect, it } from 'vitest';
import { dueInWords, lateInWords } from '../../../../domain/tasks/due-in-words.ts';
import { DEFAULT_TIME_ZONE } from '../../../../domain/time.ts';
import { NOW } from '../../../factories/clock.ts';

describe('when a task is due', () => {
  it.each<[string, string, boolean?]>([
    ['2026-11-22T09:30:00.000Z', 'Due today, 09:30 (in less than 1 h)', true],
    ['2026-11-22T12:59:00.000Z', 'Due today, 12:59 (in 3 h)', true],
    ['2026-11-22T14:10:00.000Z', 'Due today, 14:10 (in 5 h)'],
    ['2026-11-23T00:00:00.000Z', 'Due by the end of today (in 15 h)'],
    ['2026-11-23T09:00:00.000Z', 'Due tomorrow, 09:00'],
    ['2026-11-24T00:00:00.000Z', 'Due by the end of tomorrow'],
    ['2026-11-28T00:00:00.000Z', 'Due by the end of Fri 27 Nov'],
    ['2026-11-22T08:00:00.000Z', 'Target passed 1 h ago: today, 08:00'],
    ['2026-11-22T00:00:00.000Z', 'Target passed 9 h ago: the end of yesterday'],
    ['2026-11-19T12:00:00.000Z', 'Target passed: Thu 19 Nov, 12:00'],
  ])('says of %s on Sunday morning: %s', (dueAt, text, isSoon = false) => {
    const isPassed = text.startsWith('Target passed');
    expect(dueInWords(dueAt, NOW, DEFAULT_TIME_ZONE)).toEqual({ text, isPassed, isSoon });
  });

  it('knows midnight in summer, when London is an hour ahead', () => {
    expect(
      dueInWords('2026-07-03T23:00:00.000Z', '2026-07-01T09:00:00.000Z', DEFAULT_TIME_ZONE).text,
    ).toBe('Due by the end of Fri 3 Jul');
  });
});

describe('how late a task is, for where there is little room', () => {
  it.each([
    ['2026-11-22T09:30:00.000Z', null],
    [NOW, null],
    ['2026-11-22T08:30:00.000Z', 'less than 1 h late'],
    ['2026-11-22T06:00:00.000Z', '3 h late'],
    ['2026-11-21T09:00:00.000Z', '1 day late'],
    ['2026-11-19T23:59:00.000Z', '3 days late'],
    [null, null],
  ])('says of %s: %s', (dueAt, words) => {
    expect(lateInWords(dueAt, NOW, DEFAULT_TIME_ZONE)).toBe(words);
  });

  it('counts the night of 25 hours as one', () => {
    const words = lateInWords('2026-10-24T22:30:00.000Z', '2026-10-25T23:30:00.000Z', DEFAULT_TIME_ZONE); // prettier-ignore
    expect(words).toBe('1 day late');
  });
});
