import { expect, it } from 'vitest';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { clockAt } from '../factories/clock.ts';
import { aStayOn, mustDo } from '../factories/hub-stays.ts';
import { startHub } from '../factories/running-hub.ts';

const ward = wardCoordinator({ wardIds: ['lri-23'] });
const otherWard = wardCoordinator({ id: 'user-glenfield', wardIds: ['gh-24'] });
const leicester = broker({ place: 'leicester' });
const rutland = broker({ id: 'user-rutland', place: 'rutland' });

/** Somebody of Leicester on ward 23 who came on 19 November, two weeks later. */
async function aReviewedStay() {
  const hub = await startHub({ clock: clockAt('2026-12-03T10:00:00.000Z') });
  const { spellId } = await aStayOn(hub, { person: { place: 'leicester' } });
  const words = { whyNotHome: 'No provider yet', whyNotToday: 'Two answer tomorrow' };
  await mustDo(hub, ward, { type: 'ReviewLongStay', spellId, ...words, seen: null });
  return hub.hub.services;
}

it('the last review is read with the long stays that somebody sees, and recorded by wards and the hub', async () => {
  const { longStays } = await aReviewedStay();
  const read = (reader: typeof ward) =>
    longStays(reader)?.map(({ card, review, mayRecord }) => [
      ...[card.lengthOfStay, review?.whyNotHome, review?.by.name, mayRecord],
    ]);
  expect(read(ward)).toEqual([[14, 'No provider yet', ward.name, true]]);
  expect(read(hubManager())).toEqual([[14, 'No provider yet', ward.name, true]]);
  expect(read(leicester)).toEqual([[14, 'No provider yet', ward.name, false]]);
  expect(read(otherWard)).toEqual([]);
  expect(read(rutland)).toEqual([]);
  expect(read(housingOfficer())).toBeUndefined();
  expect(read(administrator())).toBeUndefined();
});
