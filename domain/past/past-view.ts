import type { Lookups } from '../protocol.ts';
import type { Card } from '../spell/card.ts';
import type { SpellView } from '../spell/spell-view.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** What a page of the past says of its moment. */
export type PastFrame = {
  at: Instant;
  /** The day it was. */
  asOfDay: CalendarDay;
  /** When something of what the reader sees was recorded before and after; null: nothing was. */
  previous: Instant | null;
  next: Instant | null;
  /** The catalogue and the targets as they stood; names of wards are of now. */
  lookups: Lookups;
};

/** A reader's board as it was. */
export type PastBoard = PastFrame & {
  cards: Card[];
  /** Whether somebody was on it then who is out of the reader's sight now, and left out. */
  isPartial: boolean;
};

/** One patient's plan as it was. */
export type PastPlan = PastFrame & { view: SpellView };
