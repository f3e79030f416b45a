import { describe, expect, it } from 'vitest';
import { createBoardApi } from '../../../../app/realtime/board-api.ts';
import { aBoardAnswer, setEdd } from '../../../factories/board.ts';

type Asked = { path: string; headers: Headers };

function apiAnswering(...answers: (Response | Error)[]) {
  const asked: Asked[] = [];
  const fetchFrom: typeof fetch = async (path, init) => {
    // The API asks by path only.
    asked.push({ path: path as string, headers: new Headers(init?.headers) });
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('not expected');
    return answer;
  };
  return { asked, api: createBoardApi(fetchFrom, 'user-hub') };
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
