import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import type { LongStayReview } from '../../review/long-stay-review.ts';
import { calendarDay } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, cameFirst, happened, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { instant, lines, spellCommand } from './shape.ts';

/** `seen`: when the stay was reviewed last, as shown; null where it never was. */
export const reviewLongStay = z.strictObject({
  ...spellCommand('ReviewLongStay'),
  whyNotHome: z._default(lines, ''),
  whyNotToday: z._default(lines, ''),
  seen: z.nullable(instant),
});

/**
 * Records the review of a long stay: why not home and, where something is to be said of it, why not
 * today (handbook 14). The same words on another day are another review. Whoever did not see the
 * last one is asked whose counts.
 */
export function decideReviewLongStay(
  spell: Spell,
  { whyNotHome, whyNotToday, seen }: z.infer<typeof reviewLongStay>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  if (whyNotHome === '') return ruleBroken('Say why this person is not home.', 'whyNotHome');
  const words = { whyNotHome, whyNotToday: whyNotToday === '' ? null : whyNotToday };
  const last = spell.longStayReview;
  if (last !== null && isSame(last, words) && isOfToday(last, context)) return NOTHING_NEW;
  if (last !== null && seen !== last.at) {
    const by = { setBy: last.by, setAt: last.at };
    const field = { field: 'longStayReview', value: last.at };
    return cameFirst(field, by, 'reviewed this stay', context.timeZone);
  }
  const data = { wardId: spell.wardId };
  return happened(context, spell.id, { type: 'LongStayReviewed', data, details: words });
}

type Words = Pick<LongStayReview, 'whyNotHome' | 'whyNotToday'>;

function isSame(one: Words, other: Words): boolean {
  return one.whyNotHome === other.whyNotHome && one.whyNotToday === other.whyNotToday;
}

function isOfToday(
  { at }: LongStayReview,
  { now, timeZone }: Pick<DecideContext, 'now' | 'timeZone'>,
): boolean {
  return calendarDay(at, timeZone) === calendarDay(now, timeZone);
}
