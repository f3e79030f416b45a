import { describe, expect, it } from 'vitest';
import { createSessionCookie } from '../../../server/accounts/session-cookie.ts';

describe('the session cookie', () => {
  it('is tied to its host and to https where the hub has https', () => {
    const cookie = createSessionCookie('https://hub.example.org');
    expect(cookie.write('token', 43_200)).toBe(
      '__Host-hub_session=token; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
    expect(cookie.clear()).toBe(
      '__Host-hub_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
    );
  });

  it('does without what browsers refuse over http on this machine', () => {
    const cookie = createSessionCookie('http://localhost:3000');
    expect(cookie.write('token', 43_200)).toBe(
      'hub_session=token; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  it.each([
    [undefined, null],
    ['', null],
    ['other=1', null],
    ['hub_session=abc', 'abc'],
    ['other=1; hub_session=abc; more=2', 'abc'],
    ['not_hub_session=abc', null],
    ['hub_session', null],
  ])('is read from "%s"', (header, token) => {
    expect(createSessionCookie('http://localhost:3000').read(header)).toBe(token);
  });

  it('is not read from the name that http uses when the hub has https', () => {
    expect(createSessionCookie('https://hub.example.org').read('hub_session=abc')).toBeNull();
  });
});
