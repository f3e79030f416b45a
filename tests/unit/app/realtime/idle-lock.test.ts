import { describe, expect, it } from 'vitest';
import type { LockAnswer, SharedUse } from '../../../../app/realtime/idle-lock.ts';
import { createPageLock } from '../../../../app/live/page-lock.ts';
import { createIdleLock } from '../../../../app/realtime/idle-lock.ts';
import { fakeTimers } from './fakes.ts';

const LOCK_AFTER_MS = 1_800_000;
const MINUTE_MS = 60_000;

/** One browser, with as many pages of as many people as a test opens. */
function aBrowser(answer: () => LockAnswer = () => 'taken') {
  const timers = fakeTimers();
  const told: string[] = [];
  let kept: SharedUse | null = null;
  /** Time in which no timer runs, as in a machine that sleeps. */
  let sleptMs = 0;
  const wallMs = () => Date.parse(timers.now()) + sleptMs;
  const open = (userId = 'priya', openedMs = wallMs()) => {
    const store = createPageLock();
    const page = createIdleLock({
      ...{ store, userId, openedMs, lockAfterMs: LOCK_AFTER_MS, wallMs, after: timers.after },
      shared: {
        read: () => kept,
        write: (use) => {
          kept = use;
        },
      },
      tell: async (what) => {
        told.push(what);
        return answer();
      },
    });
    page.start();
    return {
      ...page,
      isLocked: () => store.getState().isLocked,
      lock: () => {
        store.setState({ isLocked: true });
      },
    };
  };
  return {
    ...{ timers, told, open, wallMs },
    sleep: (ms: number) => {
      sleptMs += ms;
    },
  };
}

describe('a page of the hub', () => {
  it('is locked when nobody has touched it for the limit, and says so to the server', async () => {
    const { timers, told, open } = aBrowser();
    const page = open();
    await timers.pass(LOCK_AFTER_MS - 1);
    page.check();
    expect(page.isLocked()).toBe(false);
    await timers.pass(1);
    page.check();
    expect(page.isLocked()).toBe(true);
    expect(told).toEqual(['lock']);
  });

  it('tells the server at most once a minute that somebody is there, and of the last touch too', async () => {
    const { timers, told, open } = aBrowser();
    const page = open();
    for (let second = 0; second < 90; second += 1) {
      await timers.pass(1_000);
      page.input();
    }
    expect(told).toEqual(['input']);
    await timers.pass(MINUTE_MS);
    expect(told).toEqual(['input', 'input']);
    await timers.pass(10 * MINUTE_MS);
    expect(told).toEqual(['input', 'input']);
  });

  it('is locked by the first touch after a machine has slept, and by looking at the clock', async () => {
    const { told, open, sleep } = aBrowser();
    const touched = open();
    sleep(LOCK_AFTER_MS);
    touched.input();
    expect(touched.isLocked()).toBe(true);
    expect(told).toEqual(['lock']);
  });

  it('does not tell of a touch once the machine has slept on it', async () => {
    const { timers, told, open, sleep } = aBrowser();
    const page = open();
    await timers.pass(2_000);
    page.input();
    sleep(LOCK_AFTER_MS);
    await timers.pass(MINUTE_MS);
    expect(page.isLocked()).toBe(true);
    expect(told).toEqual(['lock']);
  });

  it('is locked when the server has locked the session meanwhile', async () => {
    const { timers, open } = aBrowser(() => 'locked');
    const page = open();
    await timers.pass(2_000);
    page.input();
    await timers.pass(MINUTE_MS);
    expect(page.isLocked()).toBe(true);
  });

  it('tells the server again that it is locked until the server has heard it', async () => {
    let answer: LockAnswer = 'unreached';
    const { timers, told, open } = aBrowser(() => answer);
    const page = open();
    page.lock();
    await timers.pass(0);
    await timers.pass(5_000);
    answer = 'taken';
    await timers.pass(5_000);
    await timers.pass(MINUTE_MS);
    expect(told).toEqual(['lock', 'lock', 'lock']);
  });
});

describe('several pages of one browser', () => {
  it('share the touches of their person, also with one that the browser had frozen', async () => {
    const { timers, told, open } = aBrowser();
    const [used, frozen] = [open(), open()];
    for (let minute = 0; minute < 60; minute += 1) {
      await timers.pass(MINUTE_MS);
      used.input();
    }
    frozen.check();
    expect([used.isLocked(), frozen.isLocked()]).toEqual([false, false]);
    expect(told).not.toContain('lock');
  });

  it('are locked and unlocked together', async () => {
    const { timers, open } = aBrowser();
    const [one, other] = [open(), open()];
    await timers.pass(LOCK_AFTER_MS);
    one.check();
    other.check();
    expect(other.isLocked()).toBe(true);
    one.unlock();
    other.check();
    expect(other.isLocked()).toBe(false);
  });

  it('stay locked when one that was open before is only now watched over', async () => {
    const { timers, open, wallMs } = aBrowser();
    const openedMs = wallMs();
    const watched = open();
    await timers.pass(LOCK_AFTER_MS);
    watched.check();
    const late = open('priya', openedMs);
    watched.check();
    expect([watched.isLocked(), late.isLocked()]).toEqual([true, true]);
  });

  it('are unlocked when their person begins anew in another', async () => {
    const { timers, open } = aBrowser();
    const left = open();
    await timers.pass(LOCK_AFTER_MS);
    left.check();
    await timers.pass(1_000);
    const anew = open();
    left.check();
    expect([left.isLocked(), anew.isLocked()]).toEqual([false, false]);
  });

  it('stay locked when somebody else signs in', async () => {
    const { timers, open } = aBrowser();
    const left = open('priya');
    await timers.pass(LOCK_AFTER_MS);
    left.check();
    const next = open('sam');
    await timers.pass(1_000);
    next.input();
    left.check();
    expect([left.isLocked(), next.isLocked()]).toEqual([true, false]);
  });
});
