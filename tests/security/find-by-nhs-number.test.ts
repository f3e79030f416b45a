import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { administrator, broker, hubManager, wardCoordinator } from '../factories/actor.ts';
import { aStayOn } from '../factories/hub-stays.ts';
import { nhsNumberOf } from '../factories/person.ts';
import { startHub } from '../factories/running-hub.ts';

const number = nhsNumberOf(60_000);
const glenfield = wardCoordinator({ id: 'user-glenfield', wardIds: ['gh-24'] });
const ward31 = wardCoordinator({ id: 'user-31', wardIds: ['lri-31'] });

async function somebodyOnWard23() {
  let now = '2026-11-22T09:00:00.000Z';
  const clock = { now: () => now, today: () => now.slice(0, 10), timeZone: 'Europe/London' };
  const hub = await startHub({ clock });
  const { spellId } = await aStayOn(hub, { person: { nhsNumber: number } });
  const { findByNhsNumber, spellView, execute } = hub.hub.services;
  const laterOn = (instant: string) => {
    now = instant;
  };
  return { hub, spellId, findByNhsNumber, spellView, execute, laterOn };
}

describe('looking for somebody by NHS number', () => {
  it('finds a patient on another ward of the same hospital, to look at and not to change', async () => {
    const { spellId, findByNhsNumber, spellView, execute } = await somebodyOnWard23();
    expect(await spellView(ward31, spellId)).toBeNull();
    const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
    expect(await findByNhsNumber(ward31, spaced)).toEqual({ ok: true, spellId });
    expect((await spellView(ward31, spellId))?.card.id).toBe(spellId);
    const note = { id: randomUUID(), type: 'AddNote', spellId, text: 'Hello' };
    expect(await execute(ward31, note)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lets nobody else look because one has searched, and nobody for longer than a shift', async () => {
    const { spellId, findByNhsNumber, spellView, laterOn } = await somebodyOnWard23();
    await findByNhsNumber(ward31, number);
    expect(await spellView(glenfield, spellId)).toBeNull();
    laterOn('2026-11-22T21:00:00.001Z');
    expect(await spellView(ward31, spellId)).toBeNull();
  });

  it('says the same of somebody in another hospital as of nobody at all', async () => {
    const { findByNhsNumber } = await somebodyOnWard23();
    const elsewhere = await findByNhsNumber(glenfield, number);
    const nobody = await findByNhsNumber(glenfield, nhsNumberOf(60_001));
    expect(elsewhere).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(elsewhere).toEqual(nobody);
  });

  it.each([
    ['a broker', broker()],
    ['an administrator', administrator()],
  ])('is not for %s', async (_who, actor) => {
    const { findByNhsNumber } = await somebodyOnWard23();
    expect(await findByNhsNumber(actor, number)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('finds everybody for the hub, and refuses what is no NHS number', async () => {
    const { spellId, findByNhsNumber } = await somebodyOnWard23();
    expect(await findByNhsNumber(hubManager(), number)).toEqual({ ok: true, spellId });
    expect(await findByNhsNumber(hubManager(), '12345')).toMatchObject({ code: 'INVALID' });
  });

  it('is not for trying numbers: forms have the limit that commands have, for each person', async () => {
    const hub = await startHub({ config: { commandsPerSecond: 1 } });
    const search = (headers: { cookie: string }) =>
      fetch(`${hub.url}/find`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: hub.origin, ...headers },
        body: new URLSearchParams({ nhsNumber: number }),
      });
    const headers = await hub.signInAs(ward31);
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) statuses.push((await search(headers)).status);
    expect(statuses.map((status) => status === 429)).toEqual([
      ...Array<boolean>(5).fill(false),
      true,
    ]);
    const refused = await search(headers);
    expect(refused.headers.get('retry-after')).toMatch(/^[1-5]$/);
    expect(await refused.text()).toContain('Wait a few seconds');
    expect((await hub.send({}, headers)).status).toBe(429);
    expect((await search(await hub.signInAs(glenfield))).status).not.toBe(429);
  });

  it('records each search, found or not', async () => {
    const { hub, spellId, findByNhsNumber } = await somebodyOnWard23();
    await findByNhsNumber(ward31, number);
    await findByNhsNumber(glenfield, number);
    const rows = hub.db.prepare('SELECT actor_id, kind, spell_id FROM read_audit').all();
    expect(rows).toEqual([
      { actor_id: 'user-31', kind: 'found_by_nhs_number', spell_id: spellId },
      { actor_id: 'user-glenfield', kind: 'found_by_nhs_number', spell_id: null },
    ]);
  });
});
