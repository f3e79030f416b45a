import type { ActorRef } from '../actor.ts';
import type { Instant } from '../time.ts';

/** What the last review of a long stay came to (handbook 14). */
export type LongStayReview = {
  at: Instant;
  by: ActorRef;
  whyNotHome: string;
  /** Null where nothing was said of the day itself. */
  whyNotToday: string | null;
};
