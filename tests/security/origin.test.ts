import { describe, expect, it } from 'vitest';
import { hubManager } from '../factories/actor.ts';
import { anAdmission } from '../factories/command.ts';
import { startHub } from '../factories/running-hub.ts';

describe('where a request comes from', () => {
  it.each([
    ['another site', 'https://evil.example'],
    ['an opaque page', 'null'],
    ['another port of this machine', 'http://localhost:3001'],
    ['a name that begins like the hub', 'http://localhost:3000.evil.example'],
    ['the hub over another scheme', 'https://localhost:3000'],
    ['nowhere', ''],
  ])('a change sent from %s is refused, and nothing is done', async (_what, origin) => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const response = await hub.send(anAdmission(), { ...manager, origin });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      ok: false,
      code: 'NOT_ALLOWED',
      message: expect.stringContaining('nothing was done'),
    });
    expect(await hub.store.lastSeq()).toBe(0);
  });

  it('a change without an Origin is refused', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const response = await fetch(`${hub.url}/api/commands`, {
      method: 'POST',
      headers: { ...manager, 'content-type': 'application/json' },
      body: JSON.stringify(anAdmission()),
    });
    expect(response.status).toBe(403);
    expect(await hub.store.lastSeq()).toBe(0);
  });

  it('a change from the hub itself is taken', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    const response = await hub.send(anAdmission(), manager);
    expect(response.status).toBe(200);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s of any address needs it',
    async (method) => {
      const hub = await startHub();
      for (const path of ['/login', '/api/board', '/api/unknown', '/healthz/x', '/']) {
        const response = await fetch(hub.url + path, {
          method,
          headers: { origin: 'https://x.y' },
        });
        expect(response.status).toBe(403);
      }
    },
  );

  it('a form from elsewhere gets a small page, not JSON', async () => {
    const hub = await startHub();
    const response = await hub.signIn('a@hub.test', 'x', { origin: 'https://evil.example' });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.text()).toContain('nothing was done');
  });

  it('reading needs none', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    expect((await hub.get('/api/board', manager)).status).toBe(200);
    expect((await hub.get('/api/board', { ...manager, origin: 'https://x.y' })).status).toBe(200);
  });

  it('another site may not read answers', async () => {
    const hub = await startHub();
    const response = await hub.get('/api/board', { origin: 'https://evil.example' });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('pages asked for at 127.0.0.1 are sent to the public origin, but not checks of health', async () => {
    const hub = await startHub();
    const byAddress = (path: string) =>
      fetch(`http://127.0.0.1:${hub.port}${path}`, { redirect: 'manual' });
    const page = await byAddress('/board?by=ward');
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(`${hub.origin}/board?by=ward`);
    expect((await byAddress('/healthz')).status).toBe(200);
    expect((await byAddress('/readyz')).status).toBe(200);
    expect((await byAddress('/api/board')).status).toBe(401);
  });
});
