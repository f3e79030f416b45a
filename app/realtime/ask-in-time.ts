import type { After } from './timers.ts';

/** What came back for a request. `body` is undefined where it could not be read as JSON. */
export type Reply = {
  status: number;
  isOk: boolean;
  etag: string | null;
  date: string | null;
  /** For whom the server answered. */
  userId: string | null;
  body: unknown;
};

/** A server that says nothing for so long is not there: whatever was asked has no answer yet. */
export const BEGIN_WITHIN_MS = 8_000;
/** A large answer over a poor line may take its time, once it has begun. */
export const END_WITHIN_MS = 30_000;

type Ask = (path: string, init: RequestInit) => Promise<Reply | null>;

/** Requests that give up in time; null when nothing came back, or not all of it. */
export function createAsk(fetchFrom: typeof fetch, after: After): Ask {
  return async (path, { signal, ...init }) => {
    const aborting = new AbortController();
    const abort = () => {
      aborting.abort();
    };
    signal?.addEventListener('abort', abort);
    let cancel = after(BEGIN_WITHIN_MS, abort);
    try {
      const response = await fetchFrom(path, {
        ...init,
        credentials: 'include',
        signal: aborting.signal,
      });
      cancel();
      cancel = after(END_WITHIN_MS, abort);
      return {
        status: response.status,
        isOk: response.ok,
        etag: response.headers.get('ETag'),
        date: response.headers.get('Date'),
        userId: response.headers.get('Hub-User'),
        body: await readJson(response),
      };
    } catch {
      // The network's failure, or ours to wait; its text says nothing that people could use.
      return null;
    } finally {
      cancel();
      signal?.removeEventListener('abort', abort);
    }
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
