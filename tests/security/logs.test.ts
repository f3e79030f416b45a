import { describe, expect, it } from 'vitest';
import { hubManager } from '../factories/actor.ts';
import { anAdmission } from '../factories/command.ts';
import { aPersonDetails } from '../factories/person.ts';
import { startHub } from '../factories/running-hub.ts';

const person = aPersonDetails({ familyName: 'Recognisable', givenName: 'Asha' });
const secrets = ['Recognisable', 'Asha', person.nhsNumber ?? '', 'Example', 'hub_session'];

describe('the log', () => {
  it('holds a line for each answer, and nothing about patients or sessions', async () => {
    const lines: string[] = [];
    const hub = await startHub({ logTo: (line) => lines.push(line) });
    const manager = await hub.signInAs(hubManager());
    const admission = anAdmission({ person });
    expect((await hub.send(admission, manager)).status).toBe(200);
    await hub.get(`/api/spells/${admission.id}?q=Recognisable`, manager);
    await hub.get('/Recognisable/Asha?name=Recognisable', manager);
    await hub.get('/api/Recognisable', manager);
    await hub.send('{"familyName": "Recognisable"', manager);
    await hub.signIn('Recognisable@hub.test', 'Recognisable');
    await expect.poll(() => lines.length).toBe(6);

    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      method: 'POST',
      path: '/api/commands',
      status: 200,
      accountId: 'user-hub',
      requestId: expect.any(String),
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ path: '/api/spells/:id' });
    for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
  });

  it('holds of an address only the words of the hub', async () => {
    const lines: string[] = [];
    const hub = await startHub({ logTo: (line) => lines.push(line) });
    await hub.get('/api/spells/Recognisable');
    await hub.get('/api/spells/Recognisable.Asha');
    await hub.get('/api/board');
    await expect.poll(() => lines.length).toBe(3);
    const paths = lines.map((line) => JSON.parse(line).path);
    expect(paths).toEqual(['/api/spells/:id', '/api/spells/:id', '/api/board']);
    expect((await hub.get('/spells/Recognisable%ff')).status).toBe(400);
    for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
  });

  it('holds where a fault happened, and not what it said', async () => {
    const lines: string[] = [];
    const hub = await startHub({
      logTo: (line) => lines.push(line),
      breakStore: () => ({
        findAnswer: () =>
          Promise.reject(
            new Error('Failed query with Recognisable', { cause: new TypeError('Asha') }),
          ),
      }),
    });
    const manager = await hub.signInAs(hubManager());
    const response = await hub.send(anAdmission({ person }), manager);
    expect(response.status).toBe(500);
    await expect.poll(() => lines.length).toBe(2);
    const fault = JSON.parse(lines[0] ?? '');
    expect(fault).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      fault: { name: 'Error', cause: { name: 'TypeError' }, places: expect.any(Array) },
    });
    for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
  });
});
