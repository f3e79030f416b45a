import { describe, expect, it } from 'vitest';
import { momentInWords, readPastMoment, stepsFrom } from '../../../../domain/past/past-moment.ts';

const LONDON = { now: '2026-11-23T09:00:00.000Z', timeZone: 'Europe/London' };
const nothing = { at: null, day: null, time: null };

describe('the moment to look back to', () => {
  it.each([
    ['nothing asked', nothing, { kind: 'none' }],
    ['an empty form', { at: '', day: '', time: '' }, { kind: 'none' }],
    [
      'a form that was emptied',
      { at: '2026-11-17T08:00:00.000Z', day: '', time: '' },
      { kind: 'none' },
    ],
    [
      'a form sent as it was made',
      { at: '2026-10-25T01:30:07.000Z', day: '2026-10-25', time: '01:30' },
      { kind: 'moment', at: '2026-10-25T01:30:07.000Z' },
    ],
    [
      'a form with another time',
      { at: '2026-11-17T08:00:00.000Z', day: '2026-11-17', time: '09:00' },
      { kind: 'moment', at: '2026-11-17T09:00:00.000Z' },
    ],
    [
      'a link',
      { ...nothing, at: '2026-11-17T08:00:00.000Z' },
      { kind: 'moment', at: '2026-11-17T08:00:00.000Z' },
    ],
    [
      'a winter morning by the clock',
      { ...nothing, day: '2026-11-17', time: '08:00' },
      { kind: 'moment', at: '2026-11-17T08:00:00.000Z' },
    ],
    [
      'a summer morning by the clock',
      { ...nothing, day: '2026-07-17', time: '08:00' },
      { kind: 'moment', at: '2026-07-17T07:00:00.000Z' },
    ],
    [
      'just before the clocks go forward',
      { ...nothing, day: '2026-03-29', time: '00:59' },
      { kind: 'moment', at: '2026-03-29T00:59:00.000Z' },
    ],
    [
      'just after they have gone forward',
      { ...nothing, day: '2026-03-29', time: '02:00' },
      { kind: 'moment', at: '2026-03-29T01:00:00.000Z' },
    ],
    ['the present', { ...nothing, at: LONDON.now }, { kind: 'moment', at: LONDON.now }],
  ])('%s', (_name, asked, read) => {
    expect(readPastMoment(asked, LONDON)).toEqual(read);
  });

  it.each([
    ['no day', { ...nothing, time: '08:00' }, 'day', 'Enter the day'],
    ['no time', { ...nothing, day: '2026-11-17' }, 'time', 'Enter a time'],
    ['a day that is none', { ...nothing, day: '2026-02-30', time: '08:00' }, 'day', 'that exist'],
    ['a time that is none', { ...nothing, day: '2026-02-03', time: '25:00' }, 'day', 'that exist'],
    ['rubbish in a link', { ...nothing, at: "' OR 1=1 --" }, 'day', 'Enter a day'],
    ['a day without its zeros', { ...nothing, at: '2026-2-3T08:00:00.000Z' }, 'day', 'Enter a day'],
    ['a year that is none', { ...nothing, at: '0000-01-01T00:00:00.000Z' }, 'day', 'Enter a day'],
    ['the future', { ...nothing, day: '2026-11-24', time: '08:00' }, 'day', 'has passed'],
    ['the hour that spring leaves out', { ...nothing, day: '2026-03-29', time: '01:30' }, 'time', 'There was no 01:30 that day'],
  ])('%s is refused in words', (_name, asked, field, words) => {
    const read = readPastMoment(asked, LONDON);
    expect(read).toMatchObject({ kind: 'refused', field });
    expect(read.kind === 'refused' && read.message).toContain(words);
  }); // prettier-ignore

  it('asks which one of the hour that autumn has twice', () => {
    const read = readPastMoment({ ...nothing, day: '2026-10-25', time: '01:30' }, LONDON);
    expect(read).toEqual({
      kind: 'twice',
      choices: [
        {
          at: '2026-10-25T00:30:00.000Z',
          words: 'Sunday 25 October 2026 at 01:30 (summer time, the first)',
        },
        {
          at: '2026-10-25T01:30:00.000Z',
          words: 'Sunday 25 October 2026 at 01:30 (winter time, the second)',
        },
      ],
    });
  });

  it('does not ask while only the first of the two has passed', () => {
    const now = '2026-10-25T00:45:00.000Z';
    expect(readPastMoment({ ...nothing, day: '2026-10-25', time: '01:30' }, { ...LONDON, now })).toEqual({ kind: 'moment', at: '2026-10-25T00:30:00.000Z' }); // prettier-ignore
  });
});

describe('a moment in words', () => {
  it.each([
    ['2026-11-17T08:00:00.000Z', 'Tuesday 17 November 2026 at 08:00'],
    ['2026-07-17T07:00:23.456Z', 'Friday 17 July 2026 at 08:00:23'],
    ['2026-10-25T01:59:59.999Z', 'Sunday 25 October 2026 at 01:59:59 (winter time, the second)'],
    ['2026-10-25T02:00:00.000Z', 'Sunday 25 October 2026 at 02:00'],
  ])('%s is %s', (at, words) => {
    expect(momentInWords(at, 'Europe/London')).toBe(words);
  });
});

describe('steps back and on', () => {
  it('are of an hour, and of a day by the clock on the wall', () => {
    expect(stepsFrom('2026-11-17T08:00:00.000Z', LONDON)).toEqual({
      hourBack: '2026-11-17T07:00:00.000Z',
      hourOn: '2026-11-17T09:00:00.000Z',
      dayBack: '2026-11-16T08:00:00.000Z',
      dayOn: '2026-11-18T08:00:00.000Z',
    });
  });

  it('keep the time of day over both clock changes, and seconds', () => {
    expect(stepsFrom('2026-10-25T08:00:07.005Z', LONDON).dayBack).toBe('2026-10-24T07:00:07.005Z');
    expect(stepsFrom('2026-03-28T08:00:00.000Z', LONDON).dayOn).toBe('2026-03-29T07:00:00.000Z');
  });

  it('do not lead beyond now', () => {
    const { hourOn, dayOn } = stepsFrom('2026-11-23T08:30:00.000Z', LONDON);
    expect([hourOn, dayOn]).toEqual([null, null]);
  });
});
