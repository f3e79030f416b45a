import type { BoardAnswer, CommandAnswer } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';

/** No answer that counts: the network, the server or its proxy could not. Ask again. */
type Later = { kind: 'later' };
type SignedOut = { kind: 'signed_out'; message: string };

export type BoardOutcome = { kind: 'answered'; answer: BoardAnswer } | Later | SignedOut;
export type SendOutcome = { kind: 'answered'; answer: CommandAnswer } | Later | SignedOut;
export type SpellOutcome =
  { kind: 'answered'; view: SpellView } | { kind: 'missing' } | Later | SignedOut;

/** Where to go on from: the cursor, and what it belongs to. */
export type Since = { seq: number; epoch: string; key: string };

export type BoardApi = {
  board(since: Since | null): Promise<BoardOutcome>;
  spell(spellId: string, signal: AbortSignal): Promise<SpellOutcome>;
  send(command: SpellCommandInput): Promise<SendOutcome>;
};

const SIGN_IN_AGAIN = 'You are signed out. Sign in again.';

/** The browser's side of the HTTP contract. `userId` travels along, so that nothing is done as somebody else. */
export function createBoardApi(fetchFrom: typeof fetch, userId: string): BoardApi {
  let held: { etag: string; answer: BoardAnswer } | null = null;

  const ask = async (path: string, init: RequestInit): Promise<Response | null> => {
    try {
      const response = await fetchFrom(path, { credentials: 'include', ...init });
      return isForLater(response.status) ? null : response;
    } catch {
      // The network's failure; its text says nothing that people could use.
      return null;
    }
  };

  return {
    async board(since) {
      const response =
        since === null
          ? await ask(
              '/api/board',
              held === null ? {} : { headers: { 'If-None-Match': held.etag } },
            )
          : await ask(`/api/board?${sinceQuery(since)}`, {});
      if (response?.status === 304 && held !== null)
        return { kind: 'answered', answer: held.answer };
      const read = await readBody(response);
      if (read.kind !== 'read') return read;
      if (!read.isOk) return { kind: 'later' };
      const answer = read.body as BoardAnswer; // our own server's, of the protocol that hello named
      const etag = response?.headers.get('ETag') ?? null;
      if (since === null && etag !== null) held = { etag, answer };
      return { kind: 'answered', answer };
    },

    async spell(spellId, signal) {
      const response = await ask(`/api/spells/${encodeURIComponent(spellId)}`, { signal });
      if (response?.status === 404) return { kind: 'missing' };
      const read = await readBody(response);
      if (read.kind !== 'read') return read;
      if (!read.isOk) return { kind: 'later' };
      return { kind: 'answered', view: read.body as SpellView }; // as above
    },

    async send(command) {
      const response = await ask('/api/commands', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Hub-User': userId },
        body: JSON.stringify(command),
      });
      const read = await readBody(response);
      if (read.kind !== 'read') return read;
      if (isAnswer(read.body)) return { kind: 'answered', answer: read.body };
      return { kind: 'answered', answer: refuse('INVALID', 'The hub could not take this change.') };
    },
  };
}

function isForLater(status: number): boolean {
  return status === 429 || status >= 500;
}

function sinceQuery({ seq, epoch, key }: Since): string {
  return new URLSearchParams({ since: String(seq), epoch, key }).toString();
}

type Read = { kind: 'read'; isOk: boolean; body: unknown } | Later | SignedOut;

async function readBody(response: Response | null): Promise<Read> {
  if (response === null) return { kind: 'later' };
  try {
    const body: unknown = await response.json();
    if (response.status !== 401) return { kind: 'read', isOk: response.ok, body };
    return { kind: 'signed_out', message: isRefusal(body) ? body.message : SIGN_IN_AGAIN };
  } catch {
    // Cut off on the way, or written by something between us and the server.
    if (response.status === 401) return { kind: 'signed_out', message: SIGN_IN_AGAIN };
    return response.ok ? { kind: 'later' } : { kind: 'read', isOk: false, body: null };
  }
}

function isRefusal(body: unknown): body is Refusal {
  return isAnswer(body) && !body.ok;
}

function isAnswer(body: unknown): body is CommandAnswer {
  return typeof body === 'object' && body !== null && 'ok' in body;
}
