import { describe, expect, it } from 'vitest';
import { hubManager } from '../factories/actor.ts';
import { startHub } from '../factories/running-hub.ts';

const directive = (policy: string, name: string) =>
  policy
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name} `));

describe('the headers of every answer', () => {
  it('let only the page’s own scripts run, by a nonce that never comes twice', async () => {
    const hub = await startHub();
    const policies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await hub.get('/api/board');
        return response.headers.get('content-security-policy') ?? '';
      }),
    );
    const nonces = policies.map((policy) => directive(policy, 'script-src'));
    expect(nonces[0]).toMatch(/^script-src 'self' 'nonce-[A-Za-z0-9+/]{24}'$/);
    expect(new Set(nonces).size).toBe(20);
    const [policy = ''] = policies;
    expect(policy).not.toContain('unsafe');
    expect(directive(policy, 'default-src')).toBe("default-src 'none'");
    expect(directive(policy, 'style-src')).toBe("style-src 'self'");
    expect(directive(policy, 'connect-src')).toBe("connect-src 'self' ws://localhost:3000");
    expect(directive(policy, 'img-src')).toBe("img-src 'self' data:");
    expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'");
  });

  it('do not make browsers send forms without their origin', async () => {
    const hub = await startHub();
    const response = await hub.get('/api/board');
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('promise https for a year only where there is https', async () => {
    const plain = await startHub();
    const secure = await startHub({ config: { publicOrigin: 'https://hub.example.org' } });
    const [overHttp, overHttps] = await Promise.all([
      plain.get('/api/board'),
      secure.get('/api/board'),
    ]);
    expect(overHttp.headers.get('strict-transport-security')).toBeNull();
    expect(overHttps.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(overHttps.headers.get('content-security-policy')).toContain('wss://hub.example.org');
  });

  it('keep patients out of every cache', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    for (const path of ['/api/board', '/api/spells/none', '/anything', '/healthz']) {
      const response = await hub.get(path, manager);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('do not say what the server is made of', async () => {
    const hub = await startHub();
    expect((await hub.get('/api/board')).headers.get('x-powered-by')).toBeNull();
  });
});
