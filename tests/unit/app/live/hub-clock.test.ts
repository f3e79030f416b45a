import { describe, expect, it } from 'vitest';
import { createHubClock } from '../../../../app/live/hub-clock.ts';
import { NOW } from '../../../factories/clock.ts';

function clockOfPage() {
  let elapsedMs = 5_000;
  const clock = createHubClock(NOW, () => elapsedMs);
  const pass = (ms: number) => (elapsedMs += ms);
  return { ...clock, pass };
}

describe('the hub’s time in a browser', () => {
  it('is the server’s, and goes on from there', () => {
    const { now, pass } = clockOfPage();
    expect(now()).toBe(NOW);
    pass(61_000);
    expect(now()).toBe('2026-11-22T09:01:01.000Z');
  });

  it('is set by the server again after the machine slept', () => {
    const { now, pass, correct } = clockOfPage();
    pass(1_000);
    correct(new Date('2026-11-23T07:30:00.000Z'));
    expect(now()).toBe('2026-11-23T07:30:00.000Z');
    pass(1_000);
    expect(now()).toBe('2026-11-23T07:30:01.000Z');
  });

  it('does not jump for what whole seconds and the way take', () => {
    const { now, correct } = clockOfPage();
    correct(new Date('2026-11-22T08:59:58.000Z'));
    expect(now()).toBe(NOW);
  });
});
