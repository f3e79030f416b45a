import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import type { LongStayFile } from '../../server/long-stay-files.ts';
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
  return hub;
}

it('the last review is read with the long stays that somebody sees, and recorded by wards and the hub', async () => {
  const { longStays } = (await aReviewedStay()).hub.services;
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

const CSV: LongStayFile = { band: 14, format: 'csv' };

async function fileFor(
  hub: Awaited<ReturnType<typeof aReviewedStay>>,
  reader: Actor,
  wanted = CSV,
) {
  const reading = await hub.hub.services.longStayFiles.take(reader, wanted);
  return reading.state === 'ready' ? reading.answer : reading;
}

it('long stays are taken away by those who see them, each their own, on record', async () => {
  const hub = await aReviewedStay();
  const linesFor = async (reader: Actor) => {
    const file = await fileFor(hub, reader);
    if (!('body' in file)) throw new Error('There is no file');
    expect(file.name).toBe('discharge-hub-long-stays-14-nights-2026-12-03.csv');
    return parse(Buffer.from(file.body), { bom: true }).length - 1;
  };
  expect(await linesFor(ward)).toBe(1);
  expect(await linesFor(hubManager())).toBe(1);
  expect(await linesFor(leicester)).toBe(1);
  expect(await linesFor(otherWard)).toBe(0);
  expect(await linesFor(rutland)).toBe(0);
  const about = 'review?nights=14 as discharge-hub-long-stays-14-nights-2026-12-03.csv';
  const noted = hub.db.prepare('SELECT actor_id, kind, about FROM read_audit ORDER BY id').all();
  expect(noted).toHaveLength(5);
  expect(noted[0]).toEqual({ actor_id: ward.id, kind: 'export', about });
});

it('long stays are no file for housing and administrators', async () => {
  const hub = await aReviewedStay();
  const refused = { state: 'refused', refusal: { code: 'NOT_ALLOWED' } };
  for (const reader of [housingOfficer(), administrator()]) {
    expect(await fileFor(hub, reader)).toMatchObject(refused);
    expect(await hub.hub.services.longStayFiles.prepare(reader, CSV)).toMatchObject(refused);
  }
  expect(hub.db.prepare('SELECT 1 FROM read_audit').all()).toEqual([]);
});

it('long stays as an Excel file have real dates and numbers, and what was typed is no formula', async () => {
  const hub = await aReviewedStay();
  const { spellId } = await aStayOn(hub, { person: { place: 'leicester' } });
  const words = { whyNotHome: '=HYPERLINK("https://example.test")' };
  await mustDo(hub, ward, { type: 'ReviewLongStay', spellId, ...words, seen: null });
  const file = await fileFor(hub, ward, { band: 7, format: 'xlsx' });
  if (!('body' in file)) throw new Error('There is no file');
  const sheets = await readXlsxFile(Buffer.from(file.body));
  const [heading = [], ...rows] = sheets[1]?.data ?? [];
  const column = (name: string) => rows.map((row) => row[heading.indexOf(name)]);
  expect(column('Nights')).toEqual([14, 14]);
  expect(column('Admitted')[0]).toEqual(new Date('2026-11-19'));
  expect(column('Why not home')).toContain(words.whyNotHome);
  const csv = await fileFor(hub, ward, { band: 7, format: 'csv' });
  const text = 'body' in csv ? Buffer.from(csv.body).toString() : '';
  expect(text).toContain("'=HYPERLINK");
});

it('what is said of long stays is read over HTTP by those who see them, without their cards', async () => {
  const hub = await aReviewedStay();
  const ask = async (reader: Actor) => {
    const answer = await hub.get('/api/long-stays', await hub.signInAs(reader));
    return [answer.status, await answer.json()];
  };
  const said = { whyNotHome: 'No provider yet', whyNotToday: 'Two answer tomorrow' };
  expect(await ask(ward)).toMatchObject([200, { said: [{ review: said, mayRecord: true }] }]);
  expect(await ask(leicester)).toMatchObject([200, { said: [{ review: said, mayRecord: false }] }]);
  expect(JSON.stringify(await ask(hubManager()))).not.toContain('person');
  for (const reader of [otherWard, rutland]) expect(await ask(reader)).toEqual([200, { said: [] }]);
  for (const reader of [housingOfficer(), administrator()]) {
    expect(await ask(reader)).toMatchObject([403, { code: 'NOT_ALLOWED' }]);
  }
  expect((await hub.get('/api/long-stays', {})).status).toBe(401);
});
