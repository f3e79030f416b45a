import type { NotSeenReason } from '../../domain/rounds/board-round.ts';
import { NOT_SEEN_REASONS } from '../../domain/rounds/board-round.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { instantAt, instantText, minutes } from './calendar.ts';
import type { DayNumber } from './calendar.ts';
import type { Random } from './random.ts';
import type { Stay } from './spell-history.ts';
import { untilDay, wardMember } from './spell-history.ts';
import type { RoundPlan } from './spell-plan.ts';
import { COORDINATOR_WARDS } from './wards.ts';

/** Rounds are told for a fortnight: each is one event for each patient. */
const DAYS_BEFORE = 13;
const BEGINS_AT = { morning: 8 * 60 + 30, afternoon: 14 * 60 + 15 };
const SECONDS_EACH = 85;

type Next = { action: string; owner: TaskOwner; person: string | null };
const next = (owner: TaskOwner, action: string, person: string | null = null): Next => ({
  ...{ action, owner, person },
});

const NOT_READY: readonly Next[] = [
  next('ward', 'Bloods again tomorrow, then decide', 'Registrar'),
  next('ward', 'Change to oral antibiotics today', 'Registrar'),
  next('community', 'Stairs with therapy this morning', 'Physiotherapist'),
  next('ward', 'Ring the family about the day of going home', 'Nurse in charge'),
  next('ward', 'Scan report, then set the EDD', 'Consultant'),
  next('community', 'Kitchen assessment', 'Occupational therapist'),
];

const READY: readonly Next[] = [
  next('social_care', 'Start date of the package by noon'),
  next('hub', 'Confirm the bed for tomorrow'),
  next('ward', 'Medicines to take home before eleven', 'Ward pharmacist'),
  next('ward', 'Book transport for the afternoon', 'Ward clerk'),
  next('hub', 'Raise on the daily call'),
  next('social_care', 'Answer from the second provider'),
];

/** What the ward's rounds of the last days came to for somebody, for as long as they were here. */
export function roundsOf(stay: Stay, bed: string, today: DayNumber): RoundPlan[] {
  if (stay.ward.specialty === 'maternity') return [];
  const random = stay.random.fork('rounds');
  const first = Math.max(stay.admittedDay, today - DAYS_BEFORE);
  const length = Math.max(0, untilDay(stay) - first + 1);
  const days = Array.from({ length }, (_, index) => first + index);
  const place = Number(/\d+$/.exec(bed)?.[0] ?? 1);
  return days.flatMap((day) =>
    [BEGINS_AT.morning, BEGINS_AT.afternoon].flatMap((begins) => {
      const isAfternoon = begins === BEGINS_AT.afternoon;
      // Not every ward meets twice a day.
      if (isAfternoon && !isCoordinators(stay)) return [];
      const at = instantAt(day, begins) + place * SECONDS_EACH * 1000;
      return isInRound(stay, { at, day, today, place }, random) ? [planOf(stay, at, random)] : [];
    }),
  );
}

const isCoordinators = ({ ward }: Stay) => COORDINATOR_WARDS.some((id) => id === ward.id);

type Turn = { at: number; day: DayNumber; today: DayNumber; place: number };

/** The coordinator of the demonstration finds today's round half way. */
function isInRound(stay: Stay, { at, day, today, place }: Turn, random: Random): boolean {
  const isHere = at > stay.admittedAt + minutes(20) && at < stay.until - minutes(1);
  const isLeft = day === today && isCoordinators(stay) && place > 12;
  return isHere && !isLeft && random.chance(0.95);
}

function planOf(stay: Stay, at: number, random: Random): RoundPlan {
  const by = wardMember(stay, random);
  const notSeen: NotSeenReason | null = random.chance(0.06) ? random.pick(NOT_SEEN_REASONS) : null;
  const isReady = stay.readyDay !== null && instantAt(stay.readyDay, 0) < at;
  const nextAction = notSeen === null ? random.pick(isReady ? READY : NOT_READY) : null;
  return { at: instantText(at), by, notSeen, next: nextAction };
}
