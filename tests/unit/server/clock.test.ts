import { describe, expect, it } from 'vitest';
import { createClock } from '../../../server/clock.ts';
import { watchForNewDay } from '../../../server/jobs/new-day.ts';

function movableClock(start: string) {
  let ms = Date.parse(start);
  const clock = createClock('Europe/London', () => ms);
  return {
    clock,
    moveTo: (instant: string) => {
      ms = Date.parse(instant);
    },
  };
}

describe("the hub's clock", () => {
  it.each([
    [
      'a winter night',
      '2026-11-22T23:59:59.999Z',
      '2026-11-22',
      '2026-11-23T00:00:00Z',
      '2026-11-23',
    ],
    ['a summer night', '2026-07-01T22:59:59Z', '2026-07-01', '2026-07-01T23:00:00Z', '2026-07-02'],
    [
      'the night clocks go forward',
      '2026-03-28T23:59:59Z',
      '2026-03-28',
      '2026-03-29T22:59:59Z',
      '2026-03-29',
    ],
    [
      'the end of that day',
      '2026-03-29T22:59:59Z',
      '2026-03-29',
      '2026-03-29T23:00:00Z',
      '2026-03-30',
    ],
    [
      'the night clocks go back',
      '2026-10-24T22:59:59Z',
      '2026-10-24',
      '2026-10-24T23:00:00Z',
      '2026-10-25',
    ],
    [
      'the end of that day',
      '2026-10-25T23:59:59Z',
      '2026-10-25',
      '2026-10-26T00:00:00Z',
      '2026-10-26',
    ],
  ])('turns the day at London midnight in %s', (_what, before, day, after, nextDay) => {
    const { clock, moveTo } = movableClock(before);
    expect(clock.today()).toBe(day);
    moveTo(after);
    expect(clock.today()).toBe(nextDay);
  });

  it('follows a machine whose clock is put back', () => {
    const { clock, moveTo } = movableClock('2026-11-23T00:00:01Z');
    expect(clock.today()).toBe('2026-11-23');
    moveTo('2026-11-22T23:59:00Z');
    expect(clock.today()).toBe('2026-11-22');
  });
});

describe('the watch for a new day', () => {
  it('tells of each day once', () => {
    const told: string[] = [];
    const { clock, moveTo } = movableClock('2026-11-22T23:59:58Z');
    const look = watchForNewDay(clock, (day) => told.push(day));
    for (const instant of [
      '2026-11-22T23:59:59Z',
      '2026-11-23T00:00:00Z',
      '2026-11-23T00:00:01Z',
    ]) {
      moveTo(instant);
      look();
    }
    expect(told).toEqual(['2026-11-23']);
  });

  it('tells of the right day when the machine slept over two midnights', () => {
    const told: string[] = [];
    const { clock, moveTo } = movableClock('2026-11-20T20:00:00Z');
    const look = watchForNewDay(clock, (day) => told.push(day));
    moveTo('2026-11-22T08:00:00Z');
    look();
    expect(told).toEqual(['2026-11-22']);
  });
});
