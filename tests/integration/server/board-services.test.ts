import { describe, expect, it } from 'vitest';
import { forget } from '../../../server/jobs/forget.ts';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';
import { startHub } from '../../factories/running-hub.ts';

/** One patient on Ward 23, one on Ward 24 of another hospital. */
async function hubWithTwoWards() {
  const running = await startHub();
  const { services } = running.hub;
  const other = aPersonDetails({ nhsNumber: nhsNumberOf(2), hospitalNumber: 'S2' });
  await services.execute(hubManager(), anAdmission());
  const second = anAdmission({ id: idOf(101), person: other, wardId: 'gh-24' });
  await services.execute(hubManager(), second);
  return { ...running, services };
}

describe('the wards that people find', () => {
  it('are those with patients they may see, and their own when empty', async () => {
    const { services } = await hubWithTwoWards();
    const idsFor = (actor: Parameters<typeof services.wards>[0]) =>
      services
        .wards(actor)
        .map(({ id }) => id)
        .sort();
    expect(idsFor(hubManager())).toEqual(['gh-24', 'lri-23']);
    expect(idsFor(wardCoordinator())).toEqual(['lri-23', 'lri-31']);
    expect(idsFor(broker({ place: 'rutland' }))).toEqual([]);
    expect(idsFor(administrator())).toEqual([]);
  });

  it('hold the cards of that ward alone, and are not there for others', async () => {
    const { services } = await hubWithTwoWards();
    const idsOn = (actor: Parameters<typeof services.wards>[0], wardId: string) =>
      services.wardCards(actor, wardId)?.map(({ id }) => id) ?? null;
    expect(idsOn(hubManager(), 'gh-24')).toEqual([idOf(101)]);
    expect(idsOn(wardCoordinator(), 'lri-23')).toEqual([idOf(100)]);
    expect(idsOn(wardCoordinator(), 'lri-31')).toEqual([]);
    expect(idsOn(wardCoordinator(), 'gh-24')).toBeNull();
    expect(idsOn(hubManager(), 'no-such-ward')).toBeNull();
  });
});

describe('what is forgotten', () => {
  it('is answers and sights of a week ago, notices of two, and sessions that are over', async () => {
    const asked: Record<string, string> = {};
    const noted = (name: string) => async (before: string) => {
      asked[name] = before;
      return 0;
    };
    const now = '2026-03-30T09:00:00.000Z';
    await forget({
      store: {
        forgetAnswers: noted('answers'),
        forgetJobs: noted('jobs'),
        notices: { forget: noted('notices') },
      },
      accounts: { forgetSessions: noted('sessions') },
      projection: {
        forgetSightsBefore: async (before) => {
          asked.sights = before;
        },
      },
      clock: { now: () => now, today: () => '2026-03-30', timeZone: 'Europe/London' },
    });
    expect(asked).toEqual({
      answers: '2026-03-23T09:00:00.000Z',
      jobs: '2026-03-23T09:00:00.000Z',
      sights: '2026-03-23T09:00:00.000Z',
      sessions: now,
      notices: '2026-03-16T09:00:00.000Z',
    });
  });
});
