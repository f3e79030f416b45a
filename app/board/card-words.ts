import { levelInWords } from '../../domain/escalation/escalation.ts';
import { capital, startingSmall } from '../../domain/first-letter.ts';
import { lateInWords } from '../../domain/tasks/due-in-words.ts';
import type { Instant } from '../../domain/time.ts';
import type { EddStatus } from '../../domain/delay/edd-status.ts';
import { eddInWords, eddStatus } from '../../domain/delay/edd-status.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import { PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { TASK_OWNERS, TASK_STATE_NAMES, isOpenState } from '../../domain/tasks/task-types.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatDay } from '../../domain/time.ts';
import { countOf } from '../count-words.ts';

const EDD_TONES: Record<EddStatus['kind'], string> = {
  not_set: 'unset',
  overdue: 'overdue',
  today: 'today',
  tomorrow: 'soon',
  later: 'later',
};

/** The EDD on a card, or the day somebody left. */
export function eddOfCard({ edd, dischargedOn }: Card, today: CalendarDay) {
  if (dischargedOn !== null) return { tone: 'left', words: `Left ${formatDay(dischargedOn)}` };
  const words = eddInWords(edd, today);
  return { tone: EDD_TONES[eddStatus(edd, today).kind], words: `EDD ${lowerFirst(words, edd)}` };
}

/** "EDD overdue 2 days", but "EDD Fri 27 Nov". */
function lowerFirst(words: string, edd: CalendarDay | null): string {
  if (edd !== null && words === formatDay(edd)) return words;
  return startingSmall(words);
}

/** In whole calendar days, as the national review bands count them. */
export function stayInWords({ lengthOfStay }: Pick<Card, 'lengthOfStay'>): string | null {
  if (lengthOfStay === undefined) return null;
  return lengthOfStay === 0 ? 'Admitted today' : `Stay ${countOf(lengthOfStay, 'day', 'days')}`;
}

/** For those without criteria to reside: since when they have been ready, and how long that is. */
export function readyInWords({ dischargeReadyDate, delayDays, dischargedOn }: Card): string | null {
  if (dischargedOn !== null || typeof dischargeReadyDate !== 'string') return null;
  const days = delayDays ?? 0;
  return days === 0 ? 'Ready since today' : `Delayed ${countOf(days, 'day', 'days')}`;
}

/** Only what the column does not say by itself, and where the ward and the hub do not agree. */
export function pathwayInWords(card: Card, isNamedByColumn: boolean): string | null {
  const { pathway, pathwayRecommended: recommended, pathwayAgreed: agreed } = card;
  if (pathway === undefined || recommended === undefined || agreed === undefined) return null;
  if (agreed !== 'none_set' && agreed !== recommended) {
    return `${PATHWAY_NAMES[agreed]} agreed; ${PATHWAY_NAMES[recommended]} was recommended`;
  }
  const name = isNamedByColumn ? null : PATHWAY_NAMES[pathway];
  if (agreed !== 'none_set' || recommended === 'none_set') return name;
  return name === null ? 'Recommended, not agreed yet' : `${name}, not agreed yet`;
}

/**
 * The tasks a card names: what blocks the discharge, by owner; for housing, all that is open of
 * theirs.
 */
export function tasksOfCard({ tasks, pathway }: Card): CardTask[] {
  const isHousing = pathway === undefined;
  return tasks
    .filter(({ state, blocking }) => isOpenState(state) && (blocking || isHousing))
    .sort((one, other) => TASK_OWNERS.indexOf(one.owner) - TASK_OWNERS.indexOf(other.owner));
}

/** Who has a task, and if it waits for something, for what. */
export function holderInWords({ state, claimedBy }: CardTask, meId: string): string {
  if (claimedBy === null) return TASK_STATE_NAMES.open;
  const who = claimedBy.id === meId ? 'You' : claimedBy.name;
  const isWaiting = state.startsWith('waiting');
  return isWaiting ? `${who}. ${TASK_STATE_NAMES[state]}` : who;
}

/** That a target has passed, and to whom it was raised: `2 days late, escalated to the hub`. */
export function warningInWords(
  { dueAt, escalation, owner }: CardTask,
  now: Instant,
  timeZone: string,
): string | null {
  const raised = escalation && `escalated to ${levelInWords(escalation.level, owner)}`;
  const words = [lateInWords(dueAt, now, timeZone), raised].filter(Boolean).join(', ');
  return words === '' ? null : capital(words);
}

/** With whom somebody is whose stay itself was raised. */
export function escalatedInWords({ escalation }: Card): string | null {
  return escalation === undefined ? null : `Escalated to ${levelInWords(escalation.level, null)}`;
}

export function viewersInWords(names: readonly string[]): string | null {
  const [first, second] = names;
  if (first === undefined) return null;
  if (second === undefined) return `${first} is looking`;
  if (names.length === 2) return `${first} and ${second} are looking`;
  return `${first} and ${names.length - 1} others are looking`;
}
