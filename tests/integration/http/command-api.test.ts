import { describe, expect, it } from 'vitest';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { startHub } from '../../factories/running-hub.ts';

const spellId = idOf(100);
const setEdd = (number: number, edd: string, seen: string | null) => ({
  id: idOf(number),
  type: 'SetEdd',
  spellId,
  edd,
  seen,
});

async function hubWithPatient() {
  const hub = await startHub();
  const manager = await hub.signInAs(hubManager());
  const admitted = await hub.send(anAdmission(), manager);
  expect(admitted.status).toBe(200);
  return { ...hub, manager };
}

describe('POST /api/commands', () => {
  it('answers a change with its seq and the card', async () => {
    const hub = await hubWithPatient();
    const response = await hub.send(setEdd(1, '2026-11-27', null), hub.manager);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      ok: true,
      seq: 2,
      card: { id: spellId, seq: 2, edd: '2026-11-27' },
    });
  });

  it('answers 400 INVALID for what it cannot read', async () => {
    const hub = await hubWithPatient();
    for (const body of ['{"id": ', 'not json', '"text"', '[1', '', '\u0000', '[]', '{}', 'null']) {
      const response = await hub.send(body, hub.manager);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        ok: false,
        code: 'INVALID',
        message: expect.any(String),
      });
    }
  });

  it('says which fields are wrong', async () => {
    const hub = await hubWithPatient();
    const response = await hub.send(setEdd(1, '2026-02-30', null), hub.manager);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'INVALID',
      fields: { edd: expect.any(String) },
    });
  });

  it('answers 401 to whoever is not signed in, before it reads anything', async () => {
    const hub = await hubWithPatient();
    const response = await hub.send('not json');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
  });

  it('answers 403 NOT_ALLOWED for what the role may not do', async () => {
    const hub = await hubWithPatient();
    const ward = await hub.signInAs(wardCoordinator());
    const response = await hub.send(
      { id: idOf(1), type: 'AddTask', spellId, taskType: 'care_package', blocking: true },
      ward,
    );
    const leave = await hub.send({ id: idOf(2), type: 'LeaveBoard', spellId }, ward);
    expect(response.status).toBe(200);
    expect(leave.status).toBe(403);
    expect(await leave.json()).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
  });

  it('answers the same 404 for a patient who is not there and for one of others', async () => {
    const hub = await hubWithPatient();
    const others = await hub.signInAs(broker({ place: 'rutland' }));
    const theirs = await hub.send(setEdd(1, '2026-11-27', null), others);
    const nobodys = await hub.send(
      { ...setEdd(2, '2026-11-27', null), spellId: idOf(999) },
      others,
    );
    expect([theirs.status, nobodys.status]).toEqual([404, 404]);
    const [first, second] = [await theirs.json(), await nobodys.json()];
    expect(first).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(second).toEqual(first);
  });

  it('answers 409 CONFLICT with what stands now', async () => {
    const hub = await hubWithPatient();
    await hub.send(setEdd(1, '2026-11-27', null), hub.manager);
    const response = await hub.send(setEdd(2, '2026-11-30', null), hub.manager);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      ok: false,
      code: 'CONFLICT',
      current: { field: 'edd', value: '2026-11-27', by: { id: 'user-hub', name: 'Hana Hub' } },
    });
  });

  it('answers 422 RULE_BROKEN when the same id comes with other contents', async () => {
    const hub = await hubWithPatient();
    await hub.send(setEdd(1, '2026-11-27', null), hub.manager);
    const response = await hub.send(setEdd(1, '2026-11-30', null), hub.manager);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ ok: false, code: 'RULE_BROKEN' });
  });

  it('answers a repeat as it answered the first', async () => {
    const hub = await hubWithPatient();
    const command = setEdd(1, '2026-11-27', null);
    const first = await (await hub.send(command, hub.manager)).json();
    const again = await (await hub.send(command, hub.manager)).json();
    expect(again).toEqual(first);
    expect(await hub.store.lastSeq()).toBe(2);
  });

  it('answers 429 TOO_MANY to one person’s flood, and goes on serving the others', async () => {
    const hub = await startHub({ config: { commandsPerSecond: 5 } });
    const manager = await hub.signInAs(hubManager());
    const ward = await hub.signInAs(wardCoordinator());
    const flood = await Promise.all(Array.from({ length: 40 }, () => hub.send({}, manager)));
    const refused = flood.find(({ status }) => status === 429);
    expect(flood.filter(({ status }) => status === 400)).toHaveLength(25);
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(5);
    expect(await refused?.json()).toMatchObject({ ok: false, code: 'TOO_MANY' });
    expect((await hub.send({}, ward)).status).toBe(400);
  });

  it('answers 413 to a body over 64 kB, whether its size is said or not', async () => {
    const hub = await hubWithPatient();
    const big = JSON.stringify({ text: 'x'.repeat(70 * 1024) });
    const said = await hub.send(big, hub.manager);
    expect(said.status).toBe(413);
    expect(await said.json()).toMatchObject({ ok: false, code: 'INVALID' });
    const unsaid = await fetch(`${hub.url}/api/commands`, {
      method: 'POST',
      headers: { ...hub.manager, origin: hub.origin },
      body: new Blob([big]).stream(),
      // Node's fetch asks for it with a stream; its types do not know it.
      ...{ duplex: 'half' },
    });
    expect(unsaid.status).toBe(411);
  });

  it('answers 404 as JSON for an address that the API does not have', async () => {
    const hub = await hubWithPatient();
    for (const path of ['/api', '/api/', '/api/unknown', '/api/commands', '/api/board/x']) {
      const response = await hub.get(path, hub.manager);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    }
  });
});
