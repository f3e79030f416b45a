import * as z from 'zod/mini';
import type { ActorRef, ActorRole } from '../actor.ts';
import { DELAY_REASONS } from '../delay/delay-reasons.ts';
import type { DelayReason } from '../delay/delay-reasons.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { addDays, isCalendarDay } from '../time.ts';

/** What is signed on its own: the metrics of every day, and those of the weekly snapshot. */
export const RETURN_PARTS = ['daily', 'weekly'] as const;
export type ReturnPart = (typeof RETURN_PARTS)[number];

export const RETURN_PART_NAMES: Record<ReturnPart, string> = {
  daily: 'Daily return',
  weekly: 'Weekly snapshot',
};

export const RETURN_STANDINGS = ['signed', 'reopened'] as const;

export type ReturnWhich = { part: ReturnPart; day: CalendarDay };

/** Which return an address means; without one, the daily return of yesterday. */
export function readReturnWhich(params: URLSearchParams, today: CalendarDay): ReturnWhich {
  const part = RETURN_PARTS.find((each) => each === params.get('part')) ?? 'daily';
  const day = params.get('day') ?? '';
  return { part, day: isCalendarDay(day) && day <= today ? day : addDays(today, -1) };
}

const REASONS = Object.keys(DELAY_REASONS) as DelayReason[]; // its own keys
const count = z.int().check(z.nonnegative());

/** What one stay counts for in a return; no name, number or date of a person. */
const countedStay = z.object({
  spellId: z.string(),
  provider: z.string(),
  left: z.nullable(z.enum(['by_17', 'after_17'])),
  isRemaining: z.boolean(),
  delayDays: count,
  lengthOfStay: count,
  reason: z.nullable(z.enum(REASONS)),
});
export type CountedStay = z.infer<typeof countedStay>;

/** Of whom something is to be mended before a return is signed. */
export const TO_MEND = ['no_reason', 'no_ready_date'] as const;
export type ToMend = (typeof TO_MEND)[number];

/** A return as it would be sent: its rows in the national order, and who is behind them. */
export const returnContent = z.object({
  /** When it was worked out. */
  asOf: z.string(),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
  stays: z.array(countedStay),
  toMend: z.array(z.object({ spellId: z.string(), what: z.enum(TO_MEND) })),
});
export type ReturnContent = z.infer<typeof returnContent>;

/**
 * One version of a return: signed, with what was sent, or opened again, with the reason. Each has
 * the hash of all that it says and of the version before, so that none can be changed unseen.
 */
export type ReturnVersion = ReturnWhich & {
  /** The id of the command that made it. */
  id: string;
  version: number;
  standing: (typeof RETURN_STANDINGS)[number];
  /** Why it was signed with something to mend, or opened again. */
  note: string | null;
  content: ReturnContent | null;
  by: ActorRef;
  at: Instant;
  role: ActorRole;
  organisation: string;
  previousHash: string | null;
  hash: string;
};

/** What a list shows of a version. */
export type ReturnVersionHead = Omit<ReturnVersion, 'content'>;
