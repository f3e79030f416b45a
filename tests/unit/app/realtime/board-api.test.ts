import { describe, expect, it } from 'vitest';
import type { BoardApi } from '../../../../app/realtime/board-api.ts';
import { createBoardApi } from '../../../../app/realtime/board-api.ts';
import { aBoardAnswer, setEdd } from '../../../factories/board.ts';
import { fakeTimers } from './fakes.ts';

type Asked = { path: string; headers: Headers };

function apiAnswering(...answers: (Response | Error)[]) {
  const asked: Asked[] = [];
  const { after, pass } = fakeTimers();
  const times: string[] = [];
  const fetchFrom: typeof fetch = async (path, init) => {
    // The API asks by path only.
    asked.push({ path: path as string, headers: new Headers(init?.headers) });
    const answer = answers.shift();
    if (answer === undefined) return neverAnswering(init?.signal);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const onServerTime = (at: Date) => times.push(at.toISOString());
  const api = createBoardApi({ fetchFrom, after, userId: 'user-hub', onServerTime });
  return { asked, pass, times, api };
}

/** A server that took the request and hangs. */
function neverAnswering(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(new DOMException('aborted', 'AbortError'));
    });
  });
}

async function soFar(outcome: Promise<unknown>): Promise<unknown> {
  return Promise.race([outcome, Promise.resolve('still waiting')]);
}

/** An answer that has begun and hangs in its middle. */
function breakingOff(): Response {
  return new Response(new ReadableStream({ start: (body) => body.enqueue(Buffer.from('{"ok":')) }));
}

const json = (body: unknown, init: ResponseInit = {}) => Response.json(body, init);

describe('the board', () => {
  it('is asked for with the tag of what is held, and not sent twice', async () => {
    const answer = aBoardAnswer();
    const { api, asked } = apiAnswering(
      json(answer, { headers: { ETag: 'W/"1"' } }),
      new Response(null, { status: 304 }),
    );
    expect(await api.board(null)).toEqual({ kind: 'answered', answer });
    expect(await api.board(null)).toEqual({ kind: 'answered', answer });
    expect(asked.map(({ headers }) => headers.get('If-None-Match'))).toEqual([null, 'W/"1"']);
  });

  it('is caught up from the cursor', async () => {
    const { api, asked } = apiAnswering(json(aBoardAnswer({ reset: false })));
    await api.board({ seq: 7, epoch: 'e 1', key: 'ward:a,b' });
    expect(asked[0]?.path).toBe('/api/board?since=7&epoch=e+1&key=ward%3Aa%2Cb');
  });
});

describe('a server that hangs', () => {
  const hanging = [
    ['the board', (api: BoardApi) => api.board(null)],
    ['a change', (api: BoardApi) => api.send(setEdd(1, 1))],
    ['a plan', (api: BoardApi) => api.spell('x', new AbortController().signal)],
  ] as const;
  it.each(hanging)('is waited for eight seconds, then %s has no answer yet', async (_what, ask) => {
    const { api, pass } = apiAnswering();
    const outcome = ask(api);
    await pass(7_999);
    expect(await soFar(outcome)).toBe('still waiting');
    await pass(1);
    expect(await outcome).toEqual({ kind: 'later' });
  });

  it('has longer for an answer that has begun', async () => {
    const { api, pass } = apiAnswering(breakingOff());
    const outcome = api.board(null);
    await pass(8_000);
    expect(await soFar(outcome)).toBe('still waiting');
  });

  it('is not waited for any more when the plan was closed', async () => {
    const { api } = apiAnswering();
    const closing = new AbortController();
    const outcome = api.spell('x', closing.signal);
    closing.abort();
    expect(await outcome).toEqual({ kind: 'later' });
  });
});

describe('what comes with an answer', () => {
  it('is shown to nobody but whom it is for', async () => {
    const { api } = apiAnswering(json(aBoardAnswer(), { headers: { 'Hub-User': 'user-ward' } }));
    expect(await api.board(null)).toEqual({
      kind: 'signed_out',
      why: { message: 'Somebody else has signed in here meanwhile. Sign in again.' },
    });
  });

  it('sets the clock', async () => {
    const date = 'Sun, 22 Nov 2026 09:00:05 GMT';
    const { api, times } = apiAnswering(json(aBoardAnswer(), { headers: { Date: date } }));
    await api.board(null);
    expect(times).toEqual(['2026-11-22T09:00:05.000Z']);
  });

  it('counts for nothing once it was not what the server holds: all of it is asked for, and why', async () => {
    const { api, asked } = apiAnswering(
      json(aBoardAnswer(), { headers: { ETag: 'W/"1"' } }),
      json(aBoardAnswer()),
    );
    await api.board(null);
    await api.board(null, true);
    expect(asked[1]?.headers.get('If-None-Match')).toBeNull();
    expect(asked[1]?.headers.get('Hub-Mismatch')).toBe('yes');
  });
});

describe('a change', () => {
  it('travels with the name of who made it', async () => {
    const { api, asked } = apiAnswering(json({ ok: true, seq: 1, card: null }));
    await api.send(setEdd(1, 1));
    expect(asked[0]?.headers.get('Hub-User')).toBe('user-hub');
  });

  it.each([
    ['the network fails', new TypeError('fetch failed'), 'later'],
    ['the proxy finds no server', new Response('<html>', { status: 502 }), 'later'],
    ['the server is busy', json({ ok: false }, { status: 503 }), 'later'],
    ['there are too many', json({ ok: false }, { status: 429 }), 'later'],
    ['the answer breaks off', new Response('{"ok":tr', { status: 200 }), 'later'],
    [
      'nobody is signed in',
      json({ ok: false, message: 'Sign in.' }, { status: 401 }),
      'signed_out',
    ],
    [
      'it is refused',
      json({ ok: false, code: 'CONFLICT', message: 'No' }, { status: 409 }),
      'answered',
    ],
    ['something else refuses it', new Response('<html>', { status: 413 }), 'answered'],
  ])('when %s', async (_when, answer, kind) => {
    const { api } = apiAnswering(answer);
    expect(await api.send(setEdd(1, 1))).toMatchObject({ kind });
  });
});

it('a patient who is not there, or not yours, is missing', async () => {
  const { api } = apiAnswering(json({ ok: false }, { status: 404 }));
  expect(await api.spell('x', new AbortController().signal)).toEqual({ kind: 'missing' });
});
