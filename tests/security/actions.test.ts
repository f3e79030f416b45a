import { expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import type { ActionRow } from '../../server/services.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { clockAt } from '../factories/clock.ts';
import { aStayOn, mustDo } from '../factories/hub-stays.ts';
import { idOf } from '../factories/ids.ts';
import { startHub } from '../factories/running-hub.ts';

const ward = wardCoordinator({ wardIds: ['lri-23'] });
const otherWard = wardCoordinator({ id: 'user-glenfield', wardIds: ['gh-24'] });
const rutland = broker({ id: 'user-rutland', place: 'rutland' });

/** A stay that social care and Lightbulb see, with an action of the ward and one of Lightbulb. */
async function aStayWithActions() {
  const hub = await startHub({ clock: clockAt('2026-11-24T10:00:00.000Z') });
  const { spellId } = await aStayOn(hub, { person: { place: 'leicester' } });
  const task = { type: 'AddTask', spellId, taskType: 'home_clearance', blocking: true };
  await mustDo(hub, hubManager(), task);
  const add = { type: 'AddAction', spellId, source: 'review', dueOn: '2026-11-25' };
  await mustDo(hub, ward, { ...add, id: idOf(71), owner: 'ward', what: 'Ring the daughter' });
  await mustDo(hub, ward, { ...add, id: idOf(72), owner: 'lightbulb', what: 'Fetch the keys' });
  return { hub, spellId };
}

it('whoever sees the patient reads the actions, housing Lightbulb’s without where they were agreed', async () => {
  const { hub } = await aStayWithActions();
  const ask = async (reader: Actor) => hub.get('/api/actions', await hub.signInAs(reader));
  const read = async (reader: Actor) => {
    const { said } = (await (await ask(reader)).json()) as { said: Omit<ActionRow, 'card'>[] }; // as the route sends it
    return said.map(({ action: { what, agreed } }) => [what, agreed?.source]);
  };
  const both = [
    ['Ring the daughter', 'review'],
    ['Fetch the keys', 'review'],
  ];
  for (const reader of [ward, hubManager(), broker()]) expect(await read(reader)).toEqual(both);
  expect(await read(housingOfficer())).toEqual([['Fetch the keys', undefined]]);
  for (const reader of [otherWard, rutland]) expect(await read(reader)).toEqual([]);
  expect((await ask(administrator())).status).toBe(403);
  expect((await hub.get('/api/actions', {})).status).toBe(401);
});

it('an action of another team is not there for housing, whatever it would do with it', async () => {
  const { hub, spellId } = await aStayWithActions();
  const about = { spellId, actionId: idOf(71) };
  const orders = [
    { id: idOf(81), type: 'ChaseAction', ...about, words: 'Any news?' },
    { id: idOf(82), type: 'FinishAction', ...about, outcome: 'done', words: 'Done' },
    {
      id: idOf(83),
      type: 'FinishAction',
      ...about,
      actionId: idOf(99),
      outcome: 'done',
      words: 'Done',
    },
  ];
  for (const order of orders) {
    const answer = await hub.hub.services.execute(housingOfficer(), order);
    expect(answer).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  }
});
