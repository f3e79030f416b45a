import type { z } from 'zod';
import type { Acknowledge } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';

const UNREADABLE = refuse('INVALID', 'The hub could not read this message.');
const FAULT = refuse('UNAVAILABLE', 'The hub could not do this. Try again.');

type Guarded<Body> = {
  shape: z.ZodType<Body>;
  handle: (body: Body) => { ok: true } | Refusal;
  onFault: (fault: unknown) => void;
};

/**
 * The one wrapper for what sockets send. Security: anything may arrive, with or without an
 * acknowledgement, and an error thrown in a socket's listener would end the process.
 */
export function guardedEvent<Body>({ shape, handle, onFault }: Guarded<Body>) {
  return (...args: unknown[]): void => {
    const acknowledge = acknowledgeOf(args.at(-1));
    try {
      const body = shape.safeParse(args[0]);
      acknowledge(body.success ? handle(body.data) : UNREADABLE);
    } catch (fault) {
      onFault(fault);
      acknowledge(FAULT);
    }
  };
}

function acknowledgeOf(last: unknown): Acknowledge {
  // Socket.IO puts its function last, and only when the client asked for an answer.
  return typeof last === 'function' ? (last as Acknowledge) : () => undefined;
}

/** Counts what one socket sends; false when it is more than a second allows. */
export function createEventAllowance(perSecond: number, nowMs: () => number = Date.now) {
  let second = 0;
  let count = 0;
  return (): boolean => {
    const current = Math.floor(nowMs() / 1000);
    if (current !== second) {
      second = current;
      count = 0;
    }
    count += 1;
    return count <= perSecond;
  };
}
