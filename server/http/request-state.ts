import type { Request } from 'express';
import type { Session } from '../accounts/sessions.ts';

/** What is known of a request while it is answered. */
export type RequestState = {
  requestId: string;
  /** Lets the page's own scripts run, and no others. */
  nonce: string;
  session: Session | null;
  /** There was one, until nobody had done anything for too long. */
  isLocked: boolean;
};

const states = new WeakMap<Request, RequestState>();

export function beginState(req: Request, state: RequestState): void {
  states.set(req, state);
}

export function stateOf(req: Request): RequestState {
  const state = states.get(req);
  if (state === undefined) throw new Error('A request was answered before its state was set.');
  return state;
}
