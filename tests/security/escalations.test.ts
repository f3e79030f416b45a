import { expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { aStayOn, mustDo } from '../factories/hub-stays.ts';
import { startHub } from '../factories/running-hub.ts';

it('what is escalated is read over HTTP by those who see it, without cards; housing hears of no stay', async () => {
  const hub = await startHub();
  const { spellId, taskId } = await aStayOn(hub, { taskType: 'home_clearance' });
  const order = (body: object) => mustDo(hub, hubManager(), { spellId, ...body });
  await order({ type: 'AddTask', taskType: 'care_package', blocking: true });
  await order({ type: 'RecordNoCriteriaToReside', readyDate: '2026-11-22' });
  await order({ type: 'Escalate', taskId, to: 'team_lead', need: 'No date yet' });
  await order({ type: 'Escalate', taskId: null, to: 'hub', need: 'Nobody moves' });
  const ask = async (reader: Actor) => {
    const answer = await hub.get('/api/escalations', await hub.signInAs(reader));
    return [answer.status, await answer.json()];
  };
  const raised = (need: string) => expect.objectContaining({ need });
  const stay = { task: null, level: 'hub', raised: raised('Nobody moves') };
  const ofTask = expect.objectContaining({ id: taskId });
  const task = { task: ofTask, level: 'team_lead', raised: raised('No date yet') };
  for (const reader of [hubManager(), wardCoordinator({ wardIds: ['lri-23'] }), broker()]) {
    const answer = await ask(reader);
    // Both may have been raised in one millisecond.
    const whole = [expect.objectContaining(task), expect.objectContaining(stay)];
    expect(answer).toEqual([200, { said: expect.arrayContaining(whole) }]);
    expect(JSON.stringify(answer)).not.toContain('dateOfBirth');
  }
  expect(await ask(housingOfficer())).toMatchObject([200, { said: [task] }]);
  expect(JSON.stringify(await ask(housingOfficer()))).not.toContain('Nobody moves');
  const elsewhere = [wardCoordinator({ id: 'user-9', wardIds: ['gh-24'] }), broker({ id: 'user-8', place: 'rutland' })]; // prettier-ignore
  for (const reader of elsewhere) expect(await ask(reader)).toEqual([200, { said: [] }]);
  expect(await ask(administrator())).toMatchObject([403, { code: 'NOT_ALLOWED' }]);
  expect((await hub.get('/api/escalations', {})).status).toBe(401);
});
