import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/seed/random.ts';
import type { StoredEvent } from '../../../db/store.ts';
import { DEFAULT_TIME_ZONE, addDays, calendarDay } from '../../../domain/time.ts';
import { hubManager, wardCoordinator } from '../../factories/actor.ts';
import { minutesAfter, movingClock } from '../../factories/clock.ts';
import { anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails } from '../../factories/person.ts';
import { emptyDatabase } from '../../factories/running-hub.ts';
import { timerHub } from '../../factories/timer-hub.ts';

const HUB = hubManager();
const SEED = 20_261_122;
const STAY = idOf(100);
type Hub = Awaited<ReturnType<typeof timerHub>>;

async function must(hub: Hub, body: object): Promise<void> {
  const answer = await hub.execute(HUB, body);
  if (!answer.ok) throw new Error(answer.message);
}

/** Actions of one stay, some of the ward and some of social care, each by its own day. */
async function withActions(hub: Hub, now: string, days: readonly string[]) {
  const person = aPersonDetails({ nhsNumber: null });
  await must(hub, { ...anAdmission({ person }), admittedAt: now });
  const task = { type: 'AddTask', spellId: STAY, taskType: 'care_package', blocking: true };
  await must(hub, { id: idOf(300), ...task });
  for (const [index, dueOn] of days.entries()) {
    const owner = index % 2 === 0 ? 'ward' : 'social_care';
    const action = { type: 'AddAction', spellId: STAY, what: 'Ring them', owner, dueOn };
    await must(hub, { id: idOf(200 + index), ...action });
  }
}

type Chased = Extract<StoredEvent, { type: 'ActionChased' }>;
const isChase = (event: StoredEvent): event is Chased => event.type === 'ActionChased';
const chasesOf = async (hub: Hub) =>
  (await hub.store.eventsOf(STAY))
    .filter(isChase)
    .map(({ data: { actionId }, occurredAt }) => `${actionId} ${occurredAt}`);

describe('actions whose day has passed are chased', () => {
  it.each([
    ['spring', '2026-03-27T00:00:00.000Z'],
    ['autumn', '2026-10-23T00:00:00.000Z'],
  ])('once on each day of the team’s work, when it begins: %s', async (_name, start) => {
    const random = createRandom(SEED);
    const db = emptyDatabase();
    const clock = movingClock(start);
    let hub = await timerHub(db, clock);
    const today = calendarDay(start, DEFAULT_TIME_ZONE);
    const days = Array.from({ length: 6 }, () => addDays(today, random.int(0, 3)));
    await withActions(hub, start, days);
    const end = minutesAfter(start, 6 * 1_440);
    while (clock.now() < end) {
      clock.pass(30);
      const luck = random.int(1, 100);
      if (luck <= 4) hub = await timerHub(db, clock);
      // Two ticks at once, and a crash after the changes are kept but before the slot is.
      if (luck > 90) await Promise.all([hub.chase(), hub.chase()]);
      else if (luck > 80) {
        const crashing = await timerHub(db, clock, () => ({ endJob: () => Promise.reject(CRASH) }));
        await expect(crashing.chase()).rejects.toBe(CRASH);
        hub = await timerHub(db, clock);
        await hub.chase();
      } else await hub.chase();
    }
    // Friday to Wednesday; the clocks change in the night to Sunday.
    const wanted = days.flatMap((dueOn, index) =>
      Array.from({ length: 6 }, (_, offset) => addDays(today, offset)).flatMap((day) => {
        const isWard = index % 2 === 0;
        const isWeekend = [1, 2].includes(Number(day.slice(-2)) - Number(today.slice(-2)));
        if (day <= dueOn || (!isWard && isWeekend)) return [];
        const isSummer = start.includes('-03-') ? day >= '2026-03-29' : day < '2026-10-25';
        const hour = (isWard ? 8 : 9) - (isSummer ? 1 : 0);
        return [`${idOf(200 + index)} ${day}T0${hour}:00:00.000Z`];
      }),
    );
    expect((await chasesOf(hub)).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(8);
  });

  const CRASH = new Error('The machine stopped');

  it('also where the server was off in the morning, and not for the days that it was off', async () => {
    const db = emptyDatabase();
    const clock = movingClock('2026-11-23T09:00:00.000Z');
    await withActions(await timerHub(db, clock), clock.now(), ['2026-11-23']);
    clock.pass(3 * 24 * 60 + 600);
    const hub = await timerHub(db, clock);
    await hub.chase();
    clock.pass(1);
    await hub.chase();
    expect(await chasesOf(hub)).toEqual([`${idOf(200)} 2026-11-26T19:00:00.000Z`]);
  });

  it('is cut off between two changes and chases the other ones when it begins again', async () => {
    const db = emptyDatabase();
    const clock = movingClock('2026-11-23T09:00:00.000Z');
    const days = ['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-23'];
    await withActions(await timerHub(db, clock), clock.now(), days);
    clock.pass(24 * 60);
    let commits = 0;
    const cut = await timerHub(db, clock, ({ commit }) => ({
      commit: (...change) => {
        commits += 1;
        return commits > 2 ? Promise.reject(new Error('Power failed')) : commit(...change);
      },
    }));
    await expect(cut.chase()).rejects.toThrow('Power failed');
    const hub = await timerHub(db, clock);
    await hub.chase();
    await hub.chase();
    const at = '2026-11-24T09:00:00.000Z';
    expect(await chasesOf(hub)).toEqual([200, 201, 202, 203].map((id) => `${idOf(id)} ${at}`));
  });

  it('not what is finished meanwhile: of two who finish it one is first', async () => {
    const db = emptyDatabase();
    const clock = movingClock('2026-11-23T09:00:00.000Z');
    const hub = await timerHub(db, clock);
    await withActions(hub, clock.now(), ['2026-11-23']);
    clock.pass(24 * 60);
    const finish = { type: 'FinishAction', spellId: STAY, actionId: idOf(200), outcome: 'done' };
    const [first, second] = await Promise.all([
      hub.execute(HUB, { id: idOf(500), ...finish, words: 'She agrees' }),
      hub.execute(wardCoordinator({ wardIds: ['lri-23'] }), {
        ...{ id: idOf(501), ...finish, words: 'Rang her' },
      }),
      hub.chase(),
    ]);
    expect([first.ok, second.ok]).toEqual([true, false]);
    expect(second).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(HUB.name) });
    await hub.chase();
    expect((await chasesOf(hub)).length).toBeLessThanOrEqual(1);
    expect(hub.projection.get(STAY)?.spell.actions).toMatchObject([{ ended: { outcome: 'done' } }]);
  });
});
