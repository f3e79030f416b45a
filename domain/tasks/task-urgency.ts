import type { CardTask } from '../spell/card-task.ts';
import type { Card } from '../spell/card.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { formatDay } from '../time.ts';
import { eddStatus } from '../delay/edd-status.ts';
import { dueInWords } from './due-in-words.ts';
import { isOpenState } from './task-types.ts';

/** One task of one stay, as a list of work shows it. */
export type QueueEntry = { card: Card; task: CardTask };

export type UrgencyContext = { today: CalendarDay; now: Instant; timeZone: string };

/** Why a task stands where it does: a smaller `tier` comes first, `reason` says it in words. */
export type Urgency = { tier: number; reason: string };

/**
 * What finishing a task would do for the person, as a place in the order of work and a sentence
 * (handbook 5): first what alone keeps somebody ready in a bed, then what alone stands before an
 * EDD that is here, what blocks a delayed person beside others, what blocks an EDD that is near, a
 * target that has passed, what blocks at all, and the rest. After the discharge nothing blocks.
 */
export function urgencyOf({ card, task }: QueueEntry, context: UrgencyContext): Urgency {
  if (card.dischargedOn !== null) return afterDischarge(card.dischargedOn, task, context);
  const others = blockersBeside(card, task);
  const edd = eddStatus(card.edd, context.today);
  const isNear = edd.kind === 'overdue' || edd.kind === 'today';
  const isReady = typeof card.dischargeReadyDate === 'string';
  if (task.blocking && isReady && others === 0) {
    const reason = `Last blocker: finishing this lets ${bedOf(card)} leave today. ${delayWords(card)}`;
    return { tier: 0, reason };
  }
  if (task.blocking && isNear && others === 0) {
    const reason = `Last blocker: nothing else stands in the way, and the ${eddWords(card, context)}`;
    return { tier: 1, reason };
  }
  if (task.blocking && isReady) {
    return { tier: 2, reason: `${delayWords(card)}; ${othersInWords(others)}` };
  }
  if (task.blocking && (isNear || edd.kind === 'tomorrow')) {
    return { tier: 3, reason: `Blocks a discharge: the ${eddWords(card, context)}` };
  }
  const due = task.dueAt === null ? null : dueInWords(task.dueAt, context.now, context.timeZone);
  if (due?.isPassed === true) return { tier: 4, reason: due.text };
  if (task.blocking)
    return { tier: 5, reason: `Blocks a discharge: the ${eddWords(card, context)}` };
  return { tier: 6, reason: `Does not block: the ${eddWords(card, context)}` };
}

/** Nothing keeps in hospital somebody who has left: what is open is late or not, and no delay. */
function afterDischarge(
  dischargedOn: CalendarDay,
  { dueAt }: CardTask,
  { now, timeZone }: UrgencyContext,
): Urgency {
  const left = `Left hospital ${formatDay(dischargedOn)}: no delay`;
  const due = dueAt === null ? null : dueInWords(dueAt, now, timeZone);
  return due?.isPassed === true
    ? { tier: 4, reason: `${left}. ${due.text}` }
    : { tier: 6, reason: left };
}

/** The order of work: by urgency, then the longest delay, the nearest EDD, the nearest target. */
export function inOrderOfUrgency(
  entries: readonly QueueEntry[],
  context: UrgencyContext,
): (QueueEntry & { urgency: Urgency })[] {
  return entries
    .map((entry) => ({ ...entry, urgency: urgencyOf(entry, context) }))
    .sort(
      (one, other) =>
        one.urgency.tier - other.urgency.tier ||
        (other.card.delayDays ?? 0) - (one.card.delayDays ?? 0) ||
        compare(one.card.edd ?? LAST, other.card.edd ?? LAST) ||
        compare(one.task.dueAt ?? LAST, other.task.dueAt ?? LAST) ||
        compare(one.card.person.name, other.card.person.name) ||
        compare(one.task.id, other.task.id),
    );
}

const LAST = '9999';

/** How many other open tasks the person cannot leave without. */
function blockersBeside({ tasks }: Card, { id }: CardTask): number {
  return tasks.filter((task) => task.id !== id && task.blocking && isOpenState(task.state)).length;
}

function bedOf({ bed, ward }: Card): string {
  return bed === undefined || bed === null ? `a bed on ${ward.name}` : `bed ${bed}, ${ward.name},`;
}

function delayWords({ delayDays = 0 }: Card): string {
  if (delayDays === 0) return 'Ready since today';
  return `Delayed ${delayDays} ${delayDays === 1 ? 'day' : 'days'}`;
}

function othersInWords(count: number): string {
  return count === 1 ? 'one other task blocks too' : `${count} other tasks block too`;
}

function eddWords({ edd }: Card, { today }: UrgencyContext): string {
  const status = eddStatus(edd, today);
  switch (status.kind) {
    case 'not_set':
      return 'EDD is not set';
    case 'overdue':
      return `EDD passed ${status.days} ${status.days === 1 ? 'day' : 'days'} ago`;
    case 'today':
      return 'EDD is today';
    case 'tomorrow':
      return 'EDD is tomorrow';
    case 'later':
      return `EDD is ${edd === null ? 'later' : formatDay(edd)}`;
    default:
      return status satisfies never;
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
