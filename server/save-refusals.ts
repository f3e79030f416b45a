import { refuse } from '../domain/result.ts';

/** Nothing could be written for now, as when another process holds the database. */
export const BUSY = refuse('UNAVAILABLE', 'The hub is busy. Nothing was saved: please try again.');

/** An id stands for one change: the same again is answered as before, anything else is refused. */
export const ID_USED = refuse('RULE_BROKEN', 'This change was sent before with other contents.');
