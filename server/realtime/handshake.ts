import type { IncomingMessage } from 'node:http';
import { LOCKED, type Session, type Sessions } from '../accounts/sessions.ts';

/**
 * Whether a socket's request comes from the hub's own pages. Security: `cors` would not stop a
 * hostile page's WebSocket. Only a plain GET of the polling transport may come without an Origin,
 * as browsers send none with it; they say `same-origin` instead, which no page can forge.
 */
export function isOwnRequest({ method, headers }: IncomingMessage, publicOrigin: string): boolean {
  if (headers.origin !== undefined) return headers.origin === publicOrigin;
  const isUpgrade = headers.upgrade !== undefined;
  return method === 'GET' && !isUpgrade && headers['sec-fetch-site'] === 'same-origin';
}

/** Ends a handshake; the browser reads the message and the code in `connect_error`. */
export class HandshakeRefused extends Error {
  override name = 'HandshakeRefused';
  readonly data: { code: string };

  constructor(code: string, message: string) {
    super(message);
    this.data = { code };
  }
}

/**
 * The session that a socket's cookie stands for; throws what the browser is to be told. A page that
 * says whose it is (`userId`) hears nothing as whoever signed in there since.
 */
export async function admit(
  { request, auth }: { request: IncomingMessage; auth: Readonly<Record<string, unknown>> },
  sessions: Sessions,
): Promise<Session> {
  const { cookie } = request.headers;
  const session = await sessions.ofCookie(cookie);
  if (session === null) {
    if (sessions.wasLocked(cookie)) throw new HandshakeRefused('LOCKED', LOCKED);
    throw new HandshakeRefused('NOT_SIGNED_IN', 'You are signed out. Sign in again.');
  }
  const { userId } = auth;
  if (userId !== undefined && userId !== session.actor.id) {
    const message = 'Somebody else has signed in here meanwhile. Sign in again.';
    throw new HandshakeRefused('NOT_SIGNED_IN', message);
  }
  return session;
}
