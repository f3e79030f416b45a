import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/seed/random.ts';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import type { StoredEvent } from '../../../db/store.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../../domain/tasks/target-settings.ts';
import { addTeamHours } from '../../../domain/tasks/working-hours.ts';
import { DEFAULT_TIME_ZONE, calendarDay } from '../../../domain/time.ts';
import { hubManager } from '../../factories/actor.ts';
import { minutesAfter, movingClock } from '../../factories/clock.ts';
import { anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails } from '../../factories/person.ts';
import { emptyDatabase } from '../../factories/running-hub.ts';
import { timerHub } from '../../factories/timer-hub.ts';

const HUB = hubManager();
const SEED = 20_261_122;
const STAY = idOf(100);

/** Social care's, with a lead; the ward's, without one. */
const TYPES = ['care_package', 'medicines', 'key_safe', 'funding_decision'] as const;

/** Work in every night, so that there is some in the hours that the clocks change. */
const NIGHTLY = {
  ...{ kind: 'hours' as const, days: [1, 2, 3, 4, 5, 6, 7], from: '00:30', until: '23:30' },
  worksBankHolidays: true,
};
const SETTINGS = {
  ...DEFAULT_TARGET_SETTINGS,
  teams: { ...DEFAULT_TARGET_SETTINGS.teams, social_care: NIGHTLY },
};

type Hub = Awaited<ReturnType<typeof timerHub>>;

async function must(hub: Hub, body: object): Promise<void> {
  const answer = await hub.execute(HUB, body);
  if (!answer.ok) throw new Error(answer.message);
}

/** Tasks of one stay, each with a target of its own. */
async function withTasks(hub: Hub, now: string, dueAts: readonly string[]) {
  const person = aPersonDetails({ nhsNumber: null });
  await must(hub, { ...anAdmission({ person }), admittedAt: now });
  const ready = { id: idOf(300), type: 'RecordNoCriteriaToReside', spellId: STAY };
  await must(hub, { ...ready, readyDate: calendarDay(now, DEFAULT_TIME_ZONE) });
  for (const [index, dueAt] of dueAts.entries()) {
    const taskId = idOf(200 + index);
    const taskType = TYPES[index % TYPES.length];
    await must(hub, { id: taskId, type: 'AddTask', spellId: STAY, taskType, blocking: true });
    const [task] = (hub.projection.get(STAY)?.spell.tasks ?? []).filter(({ id }) => id === taskId);
    const due = { id: idOf(400 + index), type: 'SetTaskDue', spellId: STAY, taskId, dueAt };
    await must(hub, { ...due, seen: task?.dueAt ?? null });
  }
}

const isRaising = (event: StoredEvent): event is Raising => event.type === 'TaskEscalated';
type Raising = Extract<StoredEvent, { type: 'TaskEscalated' }>;

describe('timers over the nights of the clock changes', () => {
  it.each([
    ['spring', '2026-03-28T00:00:00.000Z'],
    ['autumn', '2026-10-24T00:00:00.000Z'],
    // The Monday after: social care works again.
    ['spring’s Monday', '2026-03-30T00:00:00.000Z'],
    ['autumn’s Monday', '2026-10-26T00:00:00.000Z'],
  ])('raise each late task once on each rung, in its minute: %s', async (_name, start) => {
    const random = createRandom(SEED);
    const db = emptyDatabase();
    const clock = movingClock(minutesAfter(start, -600));
    const saved = { edition: 1, savedBy: HUB, savedAt: start, commandId: idOf(1) };
    await sqliteStore(db).saveTargetSettings({ ...saved, settings: SETTINGS });
    let hub = await timerHub(db, clock);
    const dueAts = Array.from({ length: 12 }, () => minutesAfter(start, random.int(-590, 2_000)));
    await withTasks(hub, clock.now(), dueAts);
    const end = minutesAfter(start, 48 * 60);
    const step = 5;

    while (clock.now() < end) {
      clock.pass(step);
      const luck = random.int(1, 100);
      if (luck <= 4) hub = await timerHub(db, clock);
      // Two ticks at once, and a crash after the changes are kept but before the slot is.
      if (luck > 90) await Promise.all([hub.tick(), hub.tick()]);
      else if (luck > 80) {
        const crashing = await timerHub(db, clock, () => ({ endJob: () => Promise.reject(CRASH) }));
        await expect(crashing.tick()).rejects.toBe(CRASH);
        hub = await timerHub(db, clock);
        await hub.tick();
      } else await hub.tick();
    }

    const raised = (await hub.store.eventsOf(STAY)).filter(isRaising);
    const wanted = hub.projection.get(STAY)?.spell.tasks.flatMap(({ id, owner, dueAt }) => {
      const rungs = owner === 'ward' ? [24] : [4, 24];
      return rungs.flatMap((hours) => {
        const due = addTeamHours(dueAt ?? '', hours, owner, SETTINGS, DEFAULT_TIME_ZONE);
        const at = firstTick(due, minutesAfter(start, -600), step);
        return at > clock.now() ? [] : [`${id} ${hours === 4 ? 'team_lead' : 'hub'} ${at}`];
      });
    });
    const said = raised.map(
      ({ taskId, data, occurredAt: at }) => `${taskId ?? ''} ${data.level} ${at}`,
    );
    expect(said.sort()).toEqual(wanted?.sort());
    expect(said.length).toBeGreaterThan(4);
  });

  const CRASH = new Error('The machine stopped');
});

/** The first run at or after an instant. */
function firstTick(instant: string, start: string, stepMinutes: number): string {
  const stepMs = stepMinutes * 60_000;
  const steps = Math.ceil((Date.parse(instant) - Date.parse(start)) / stepMs);
  return minutesAfter(start, Math.max(1, steps) * stepMinutes);
}

describe('a timer', () => {
  const late = '2026-11-23T11:00:00.000Z';

  it('makes up for the time when nobody ran it, at the rung that is due by then', async () => {
    const db = emptyDatabase();
    const clock = movingClock('2026-11-23T09:00:00.000Z');
    await withTasks(await timerHub(db, clock), clock.now(), [late]);
    clock.pass(3 * 24 * 60);
    const hub = await timerHub(db, clock);
    await hub.tick();
    await hub.tick();
    const raised = (await hub.store.eventsOf(STAY)).filter(isRaising);
    expect(raised).toMatchObject([
      { data: { level: 'hub', from: null, because: 'target_passed' }, role: 'timer' },
    ]);
  });

  it('is cut off between two changes and raises the other one when it begins again', async () => {
    const db = emptyDatabase();
    const clock = movingClock('2026-11-23T09:00:00.000Z');
    await withTasks(await timerHub(db, clock), clock.now(), [late, late, late, late]);
    clock.pass(3 * 24 * 60);
    let commits = 0;
    const cut = await timerHub(db, clock, ({ commit }) => ({
      commit: (...change) => {
        commits += 1;
        return commits > 2 ? Promise.reject(new Error('Power failed')) : commit(...change);
      },
    }));
    await expect(cut.tick()).rejects.toThrow('Power failed');
    const hub = await timerHub(db, clock);
    await hub.tick();
    const raised = (await hub.store.eventsOf(STAY)).filter(isRaising);
    expect(raised.map(({ taskId }) => taskId)).toEqual([200, 201, 202, 203].map(idOf));
  });

  it('keeps a row for each slot, and forgets old ones', async () => {
    const db = emptyDatabase();
    const clock = movingClock('2026-11-23T09:00:30.000Z');
    const hub = await timerHub(db, clock);
    await hub.tick();
    await hub.tick();
    clock.pass(1);
    await hub.tick();
    const rows = () => db.prepare('SELECT slot, changes, ended_at FROM job_runs').all();
    expect(rows()).toEqual([
      { slot: '2026-11-23T09:00:00.000Z', changes: 0, ended_at: '2026-11-23T09:00:30.000Z' },
      { slot: '2026-11-23T09:01:00.000Z', changes: 0, ended_at: '2026-11-23T09:01:30.000Z' },
    ]);
    expect(await hub.store.forgetJobs('2026-11-23T09:01:00.000Z')).toBe(1);
    expect(rows()).toHaveLength(1);
  });
});

const isStayRaised = (event: StoredEvent): event is StayRaised => event.type === 'StayEscalated';
type StayRaised = Extract<StoredEvent, { type: 'StayEscalated' }>;

/** Of the stay, when and why it was raised, by the hub's clock. */
async function stayRaised(hub: Hub): Promise<string[]> {
  const raised = (await hub.store.eventsOf(STAY)).filter(isStayRaised);
  return raised.map(({ data, occurredAt: at }) => `${data.level} ${data.because} ${at}`);
}

/** Somebody of pathway 1 who is ready from now on, with one task that blocks or none. */
async function readyWith(hub: Hub, now: string, taskType: 'care_package' | null) {
  await must(hub, { ...anAdmission({ person: aPersonDetails({ nhsNumber: null }) }), admittedAt: now }); // prettier-ignore
  await must(hub, { id: idOf(301), type: 'SetPathway', spellId: STAY, pathway: 'reablement', seen: 'none_set' }); // prettier-ignore
  await must(hub, { id: idOf(300), type: 'RecordNoCriteriaToReside', spellId: STAY, readyDate: calendarDay(now, DEFAULT_TIME_ZONE) }); // prettier-ignore
  if (taskType === null) return;
  await must(hub, { id: idOf(200), type: 'AddTask', spellId: STAY, taskType, blocking: true });
}

describe('a timer for stays', () => {
  const P1 = { hub: 3, duty_director: 5 };
  const afterDays = { ...DEFAULT_TARGET_SETTINGS.stays.afterDays, P1 };
  const SHORT = {
    ...DEFAULT_TARGET_SETTINGS,
    stays: { ...DEFAULT_TARGET_SETTINGS.stays, afterDays },
  };

  it.each([
    ['spring', '2026-03-26T09:00:00.000Z', '2026-03-29T00:00', '2026-03-30T23:00'],
    ['autumn', '2026-10-23T09:00:00.000Z', '2026-10-26T00:00', '2026-10-28T00:00'],
  ])('raises a delay once on each rung, whoever restarts it: %s', async (_name, start, atHub, atDirector) => {
    const random = createRandom(SEED);
    const db = emptyDatabase();
    const clock = movingClock(start);
    const saved = { edition: 1, savedBy: HUB, savedAt: start, commandId: idOf(1) };
    await sqliteStore(db).saveTargetSettings({ ...saved, settings: SHORT });
    let hub = await timerHub(db, clock);
    await readyWith(hub, start, 'care_package');
    while (clock.now() < minutesAfter(start, 7 * 24 * 60)) {
      clock.pass(60);
      const luck = random.int(1, 100);
      if (luck <= 10) hub = await timerHub(db, clock);
      if (luck > 80) await Promise.all([hub.tick(), hub.tick()]);
      else if (luck > 60) {
        const crash = new Error('The machine stopped');
        const crashing = await timerHub(db, clock, () => ({ endJob: () => Promise.reject(crash) }));
        await expect(crashing.tick()).rejects.toBe(crash);
        hub = await timerHub(db, clock);
        await hub.tick();
      } else await hub.tick();
    }
    expect(await stayRaised(hub)).toEqual([
      `hub delayed ${atHub}:00.000Z`,
      `duty_director delayed ${atDirector}:00.000Z`,
    ]);
  }); // prettier-ignore

  it('raises that nobody works on it a day after, and not again once the hub has settled it', async () => {
    const start = '2026-11-23T09:00:00.000Z';
    const clock = movingClock(start);
    const hub = await timerHub(emptyDatabase(), clock);
    await readyWith(hub, start, null);
    clock.pass(24 * 60 - 1);
    await hub.tick();
    expect(await stayRaised(hub)).toEqual([]);
    clock.pass(1);
    await hub.tick();
    const told = ['hub nothing_blocks 2026-11-24T09:00:00.000Z'];
    expect(await stayRaised(hub)).toEqual(told);
    const settle = { id: idOf(302), type: 'ResolveEscalation', spellId: STAY, taskId: null };
    await must(hub, { ...settle, outcome: 'Leaves tomorrow' });
    clock.pass(24 * 60);
    await hub.tick();
    expect(await stayRaised(hub)).toEqual(told);
  });
});
