import type { BoardAnswer, CommandAnswer, SessionEnd } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { Reply } from './ask-in-time.ts';
import { createAsk } from './ask-in-time.ts';
import type { After } from './timers.ts';

/** No answer that counts: the network, the server or its proxy could not, or not in time. Ask again. */
type Later = { kind: 'later' };
type SignedOut = { kind: 'signed_out'; why: SessionEnd };

export type BoardOutcome = { kind: 'answered'; answer: BoardAnswer } | Later | SignedOut;
export type SendOutcome = { kind: 'answered'; answer: CommandAnswer } | Later | SignedOut;
export type SpellOutcome =
  { kind: 'answered'; view: SpellView } | { kind: 'missing' } | Later | SignedOut;

/** Where to go on from: the cursor, and what it belongs to. */
export type Since = { seq: number; epoch: string; key: string };

export type BoardApi = {
  /** `isMismatch`: what was held turned out not to be what the server holds, and nothing of it counts. */
  board(since: Since | null, isMismatch?: boolean): Promise<BoardOutcome>;
  spell(spellId: string, signal: AbortSignal): Promise<SpellOutcome>;
  send(command: SpellCommandInput): Promise<SendOutcome>;
};

type Deps = {
  fetchFrom: typeof fetch;
  after: After;
  userId: string;
  /** The server's clock, with each answer; to the second. */
  onServerTime?: (at: Date) => void;
};

const SIGN_IN_AGAIN = 'You are signed out. Sign in again.';
const SOMEBODY_ELSE = 'Somebody else has signed in here meanwhile. Sign in again.';

/** The browser's side of the HTTP contract. `userId` travels along, so that nothing is done as somebody else. */
export function createBoardApi({ fetchFrom, after, userId, onServerTime }: Deps): BoardApi {
  let held: { etag: string; answer: BoardAnswer } | null = null;
  const askInTime = createAsk(fetchFrom, after);

  const ask = async (path: string, init: RequestInit = {}): Promise<Read> => {
    const reply = await askInTime(path, init);
    if (reply?.date) onServerTime?.(new Date(reply.date));
    return readReply(reply, userId);
  };

  return {
    async board(since, isMismatch = false) {
      if (isMismatch) held = null;
      const headers = {
        ...(since === null && held !== null && { 'If-None-Match': held.etag }),
        ...(isMismatch && { 'Hub-Mismatch': 'yes' }),
      };
      const read = await ask(since === null ? '/api/board' : `/api/board?${sinceQuery(since)}`, {
        headers,
      });
      if (read.kind !== 'read') return read;
      if (read.reply.status === 304 && held !== null) {
        return { kind: 'answered', answer: held.answer };
      }
      if (!read.reply.isOk) return { kind: 'later' };
      const answer = read.body as BoardAnswer; // our own server's, of the protocol that hello named
      const { etag } = read.reply;
      if (since === null && etag !== null) held = { etag, answer };
      return { kind: 'answered', answer };
    },

    async spell(spellId, signal) {
      const read = await ask(`/api/spells/${encodeURIComponent(spellId)}`, { signal });
      if (read.kind !== 'read') return read;
      if (read.reply.status === 404) return { kind: 'missing' };
      if (!read.reply.isOk) return { kind: 'later' };
      return { kind: 'answered', view: read.body as SpellView }; // as above
    },

    async send(command) {
      const read = await ask('/api/commands', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Hub-User': userId },
        body: JSON.stringify(command),
      });
      if (read.kind !== 'read') return read;
      if (isAnswer(read.body)) return { kind: 'answered', answer: read.body };
      return { kind: 'answered', answer: refuse('INVALID', 'The hub could not take this change.') };
    },
  };
}

function sinceQuery({ seq, epoch, key }: Since): string {
  return new URLSearchParams({ since: String(seq), epoch, key }).toString();
}

type Read = { kind: 'read'; reply: Reply; body: unknown } | Later | SignedOut;

function readReply(reply: Reply | null, userId: string): Read {
  if (reply === null || reply.status === 429 || reply.status >= 500) return { kind: 'later' };
  const { body } = reply;
  if (reply.status === 401) {
    if (!isRefusal(body)) return { kind: 'signed_out', why: { message: SIGN_IN_AGAIN } };
    const { message, code } = body;
    return { kind: 'signed_out', why: { message, isLocked: code === 'LOCKED' } };
  }
  // Security: what somebody else may see is not shown here.
  if (reply.userId !== null && reply.userId !== userId) {
    return { kind: 'signed_out', why: { message: SOMEBODY_ELSE } };
  }
  // Cut off on the way, or written by something between us and the server.
  if (reply.isOk && body === undefined) return { kind: 'later' };
  return { kind: 'read', reply, body };
}

function isRefusal(body: unknown): body is Refusal {
  return isAnswer(body) && !body.ok;
}

function isAnswer(body: unknown): body is CommandAnswer {
  return typeof body === 'object' && body !== null && 'ok' in body;
}
