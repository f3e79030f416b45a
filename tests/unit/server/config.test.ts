import { describe, expect, it } from 'vitest';
import { isLoopback, parseConfig } from '../../../server/config.ts';

function configOf(env: Record<string, string>) {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.config;
}

describe('the configuration', () => {
  it('serves this machine alone when nothing is set', () => {
    expect(configOf({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicOrigin: 'http://localhost:3000',
      databasePath: 'data/hub.sqlite',
      timeZone: 'Europe/London',
      trustProxy: 0,
      logLevel: 'info',
      headIntervalMs: 30_000,
      // Both sides know of a lost connection within ten seconds.
      ...{ pingIntervalMs: 4_000, pingTimeoutMs: 4_000 },
    });
  });

  it('takes the public origin from the port unless it is set', () => {
    expect(configOf({ PORT: '8080' }).publicOrigin).toBe('http://localhost:8080');
    expect(configOf({ PORT: '80' }).publicOrigin).toBe('http://localhost');
    expect(configOf({ PUBLIC_ORIGIN: 'https://hub.example.org' }).publicOrigin).toBe(
      'https://hub.example.org',
    );
  });

  it('takes an empty variable for one that is not set', () => {
    expect(configOf({ PORT: '', PUBLIC_ORIGIN: '', LOG_LEVEL: '' }).port).toBe(3000);
  });

  it('lets other machines in when a proxy speaks https for it', () => {
    const config = configOf({
      HOST: '0.0.0.0',
      PUBLIC_ORIGIN: 'https://hub.example.org',
      TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({ host: '0.0.0.0', trustProxy: 1 });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535; it is "abc".'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535; it is "0".'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535; it is "70000".'],
    [{ PORT: '30.5' }, 'PORT must be a whole number from 1 to 65535; it is "30.5".'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be a whole number from 0 to 10; it is "true".'],
    [{ HUB_TIMEZONE: 'Leicester' }, /^HUB_TIMEZONE must be a time zone/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, error/],
    [{ HEAD_INTERVAL_MS: '-1' }, /^HEAD_INTERVAL_MS must be a whole number/],
    [{ PUBLIC_ORIGIN: 'hub.example.org' }, /^PUBLIC_ORIGIN must be an origin without a path/],
    [{ PUBLIC_ORIGIN: 'https://hub.example.org/' }, /^PUBLIC_ORIGIN must be an origin/],
    [{ PUBLIC_ORIGIN: 'ftp://hub.example.org' }, /^PUBLIC_ORIGIN must be an origin/],
    [{ PUBLIC_ORIGIN: 'http://hub.example.org' }, /^PUBLIC_ORIGIN must begin with https:/],
    [{ HOST: '0.0.0.0' }, /^HOST "0.0.0.0" would serve plain http to other machines/],
    [{ HOST: '10.0.0.5', PORT: '80' }, /^HOST "10.0.0.5" would serve plain http/],
  ])('refuses %j in one line', (env, sentence) => {
    const parsed = parseConfig(env);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.message).toMatch(sentence);
    expect(parsed.message).not.toContain('\n');
  });

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['127.0.0.1.example.org', false],
    ['localhost.example.org', false],
    ['10.0.0.1', false],
  ])('knows whether %s is this machine', (hostname, expected) => {
    expect(isLoopback(hostname)).toBe(expected);
  });
});
