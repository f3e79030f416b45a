import { delayDays, dischargeReadyDate } from '../delay/delay-days.ts';
import type { Spell } from '../spell/state.ts';
import type { Instant } from '../time.ts';
import { calendarDay } from '../time.ts';
import { rankOf } from './escalation.ts';
import type { DueContext } from './level-due.ts';
import type { StayCause } from './stay-escalation.ts';
import { openStayEscalation } from './stay-escalation.ts';
import type { StayRung } from './stay-rules.ts';
import { STAY_RUNGS, rulePathwayOf } from './stay-rules.ts';

type Stay = Pick<
  Spell,
  'discharge' | 'nctrPeriods' | 'pathway' | 'escalation' | 'nothingBlocksSince'
>;

/** To whom a stay is to be raised, and by which rule. */
export type StayDue = { to: StayRung; because: Exclude<StayCause, 'person'> };

/**
 * To whom a stay is to be raised by itself by now; null while to nobody. By the length of the delay,
 * in calendar days, as the rules of its pathway say: once on each rung in a delay, also where it was
 * settled there, so that what is left is the next rung. And, whatever the length, to the hub when
 * somebody is ready and for so many hours nothing open has blocked the discharge: then nobody works on
 * it. Settled, that comes back only if something did block since and is finished (handbook 5).
 */
export function stayDue(stay: Stay, context: DueContext): StayDue | null {
  const readyDate = dischargeReadyDate(stay.nctrPeriods);
  if (stay.discharge !== null || readyDate === null) return null;
  const today = calendarDay(context.now, context.timeZone);
  const byLength = rungFor(stay, delayDays(readyDate, null, today), context);
  if (byLength !== null && isAbove(byLength, stay.escalation?.reached ?? null)) {
    return { to: byLength, because: 'delayed' };
  }
  return isLeftAlone(stay, context) ? { to: 'hub', because: 'nothing_blocks' } : null;
}

/** The highest rung whose days have passed. */
function rungFor(
  { pathway }: Stay,
  days: number,
  { settings: { stays } }: DueContext,
): StayRung | null {
  const after = stays.afterDays[rulePathwayOf(pathway)];
  const isReached = (rung: StayRung) => after[rung] !== null && days >= after[rung];
  return STAY_RUNGS.findLast(isReached) ?? null;
}

function isAbove(rung: StayRung, reached: StayRung | null): boolean {
  return reached === null || rankOf(rung) > rankOf(reached);
}

function isLeftAlone(stay: Stay, { now, settings: { stays } }: DueContext): boolean {
  const { nothingBlocksSince: since, escalation } = stay;
  const hours = stays.nothingBlocksHours;
  if (since === null || hours === null || openStayEscalation(stay) !== null) return false;
  const settledAt = escalation?.resolved?.at ?? null;
  return (settledAt === null || settledAt < since) && hoursAfter(since, hours) <= now;
}

const HOUR_MS = 3_600_000;

function hoursAfter(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();
}
