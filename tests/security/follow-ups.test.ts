import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { movingClock } from '../factories/clock.ts';
import { aStayOn, mustDo } from '../factories/hub-stays.ts';
import { startHub } from '../factories/running-hub.ts';

const DAY_MINUTES = 24 * 60;

/** Everybody, and how a change of a home that is followed up is answered to them. */
const PEOPLE: readonly [Actor, status: number][] = [
  [wardCoordinator({ wardIds: ['lri-23'] }), 403],
  [wardCoordinator({ id: 'user-other-ward', wardIds: ['gh-24'] }), 404],
  [broker(), 403],
  [broker({ id: 'user-other-broker', place: 'rutland' }), 404],
  [housingOfficer(), 200],
  [hubManager(), 200],
  [administrator(), 404],
];

it('after the stay, the home is Lightbulb’s and the hub’s to follow up, and only time ends that', async () => {
  const clock = movingClock();
  const hub = await startHub({ clock });
  const { spellId } = await aStayOn(hub);
  const { spellId: withoutHome } = await aStayOn(hub);
  const home = { type: 'AddTask', spellId, taskType: 'key_safe', blocking: true };
  await mustDo(hub, hubManager(), home);
  const left = { type: 'DischargePatient', at: clock.now(), destination: 'usual_residence' };
  for (const id of [spellId, withoutHome]) {
    await mustDo(hub, hubManager(), { ...left, spellId: id });
  }
  clock.pass(DAY_MINUTES);
  for (const id of [spellId, withoutHome]) {
    await mustDo(hub, TIMER_ACTOR, { type: 'LeaveBoard', spellId: id });
  }
  const statusOf = async (actor: Actor, body: object) =>
    (await hub.send({ id: randomUUID(), ...body }, await hub.signInAs(actor))).status;
  const step = {
    type: 'RecordHousingStep',
    step: 'followed_up',
    plannedFor: '2026-12-01',
    doneOn: null,
  };
  for (const [actor, status] of PEOPLE) {
    const [ofHome, ofAnother, leave] = [
      await statusOf(actor, { ...step, spellId }),
      await statusOf(actor, { ...step, spellId: withoutHome }),
      await statusOf(actor, { type: 'LeaveBoard', spellId }),
    ];
    const isSeen = status !== 404;
    expect([actor.id, ofHome, leave]).toEqual([actor.id, status, isSeen ? 403 : 404]);
    expect([actor.id, ofAnother]).toEqual([actor.id, actor.role === 'housing' ? 404 : status]);
  }

  const listOf = (actor: Actor) => hub.hub.services.board(actor).cards.map(({ id }) => id);
  expect(listOf(housingOfficer())).toEqual([spellId]);
  clock.pass(366 * DAY_MINUTES);
  await mustDo(hub, TIMER_ACTOR, { type: 'LeaveBoard', spellId });
  expect(listOf(housingOfficer())).toEqual([]);
  const types = hub.db.prepare('SELECT type FROM events WHERE spell_id = ? ORDER BY seq').pluck();
  expect(types.all(spellId).slice(-3)).toEqual([
    'SpellLeftBoard',
    'HousingStepRecorded',
    'FollowUpEnded',
  ]);
});
