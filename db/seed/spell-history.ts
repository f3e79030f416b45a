import type { Role } from '../../domain/actor.ts';
import type { CriterionCode } from '../../domain/spell/criteria.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { DayNumber } from './calendar.ts';
import { dayOf, dayText, instantAt, instantText, minutes } from './calendar.ts';
import type { DelayCause } from './delay-causes.ts';
import type { SeedPerson } from './people.ts';
import type { Random } from './random.ts';
import type {
  CriteriaPlan,
  EddChange,
  NctrPlan,
  PathwayChange,
  SpellPlan,
  StaffRef,
} from './spell-plan.ts';
import { staffOfTeam, wardTeamOf } from './staff.ts';
import { SHARES } from './statistics.ts';
import { instantBetween, instantOn } from './timeline.ts';
import type { SeedWard } from './wards.ts';

/** One stay before its history is written out: the days that everything else hangs on. */
export type Stay = {
  random: Random;
  ward: SeedWard;
  person: SeedPerson;
  admittedAt: number;
  admittedDay: DayNumber;
  /** The discharge, or now: nothing happens later. */
  until: number;
  isOpen: boolean;
  /** The day of the last decision that no criteria to reside apply; null while they do. */
  readyDay: DayNumber | null;
  /** The day of leaving; for open stays the one that is to be expected. */
  leavingDay: DayNumber;
  pathway: Pathway;
  cause: DelayCause | null;
  /** The forecast that stands last; null if there is none. */
  edd: DayNumber | null;
};

export const untilDay = (stay: Stay): DayNumber => dayOf(stay.until);

export const nightsSoFar = (stay: Stay): number => untilDay(stay) - stay.admittedDay;

export function memberOf(teamId: string, random: Random): StaffRef {
  const member = random.pick(staffOfTeam(teamId));
  return { role: member.role, staffId: member.id };
}

export const wardMember = (stay: Stay, random: Random): StaffRef =>
  memberOf(wardTeamOf(stay.ward.id), random);

/** Forecasts that lead to the last one, each set on a day not after the day it names. */
export function eddChangesOf(stay: Stay): EddChange[] {
  const { edd, admittedDay } = stay;
  if (edd === null) return [];
  const random = stay.random.fork('edd');
  const lastDay = Math.min(edd, untilDay(stay));
  const days = forecastDays(random, admittedDay, lastDay);
  const changes: EddChange[] = [];
  let after = stay.admittedAt + minutes(20);
  let next: DayNumber | null = null;
  for (const [index, day] of days.entries()) {
    const isLast = index === days.length - 1;
    const value: DayNumber = isLast ? edd : notThat(edd, day + random.int(1, 6), day);
    const at = instantOn(random, 'ward', day, after, stay.until);
    if (at === null || value === next) continue;
    const role: Role = random.chance(0.04) ? 'hub' : 'ward';
    const by = role === 'hub' ? memberOf('hub', random) : wardMember(stay, random);
    changes.push({ at: instantText(at), edd: dayText(value), by });
    after = at;
    next = value;
  }
  return changes;
}

/** Up to seven days of setting it; the first within two days of the admission. */
function forecastDays(random: Random, first: DayNumber, last: DayNumber): DayNumber[] {
  const nights = last - first;
  const wanted =
    1 + [3, 7, 14, 28, 45, 60].filter((limit) => nights > limit && random.chance(0.6)).length;
  const start = first + (nights > 0 && random.chance(0.25) ? 1 : 0);
  const days = new Set([start]);
  for (let i = 1; i < wanted; i += 1) days.add(random.int(start, last));
  return [...days].sort((a, b) => a - b);
}

const notThat = (unwanted: DayNumber, day: DayNumber, earliest: DayNumber): DayNumber =>
  day !== unwanted ? day : day > earliest ? day - 1 : day + 1;

const SUPPORTED_ALTERNATIVES: readonly Pathway[] = [
  'reablement',
  'intermediate_care_home',
  'intermediate_care_bed',
];

const SETTLED_EARLY_MS = minutes(48 * 60);

export function pathwayChangesOf(stay: Stay): PathwayChange[] {
  if (stay.pathway === 'none_set') return [];
  const random = stay.random.fork('pathway');
  const latest = pathwayLatest(stay);
  const earliest = stay.admittedAt + minutes(60);
  // Most are settled in the first days, the others when it is seen what somebody needs.
  const isSettledEarly = random.chance(0.8);
  const settledBefore = isSettledEarly ? Math.min(latest, earliest + SETTLED_EARLY_MS) : latest;
  const first = instantBetween(random, 'ward', earliest, settledBefore);
  if (first === null) return [];
  const by = wardMember(stay, random);
  const change = (at: number, pathway: Pathway, who: StaffRef): PathwayChange => ({
    at: instantText(at),
    pathway,
    by: who,
  });
  if (stay.pathway === 'no_onward_care') return [change(first, 'no_onward_care', by)];
  const agreedBy = memberOf('hub', random);
  const agreedAt =
    instantBetween(random, 'hub', first, Math.min(latest, first + minutes(36 * 60)), 'soon') ??
    instantBetween(random, 'hub', first, latest, 'soon');
  if (agreedAt === null) return [change(first, stay.pathway, by)];
  // Placed on something other than recommended: a finding for managers (handbook 3).
  const differs = random.chance(0.07);
  const recommended = differs
    ? random.pick(SUPPORTED_ALTERNATIVES.filter((pathway) => pathway !== stay.pathway))
    : stay.pathway;
  return [change(first, recommended, by), change(agreedAt, stay.pathway, agreedBy)];
}

/** Pathways are settled by about the day of being ready; where that is to come, by now. */
function pathwayLatest(stay: Stay): number {
  const last = stay.until - minutes(20);
  if (stay.readyDay === null) return last;
  return Math.max(
    Math.min(last, instantAt(stay.readyDay, 18 * 60)),
    Math.min(last, stay.admittedAt + minutes(6 * 60)),
  );
}

/** Periods without criteria to reside; sometimes an earlier one that ended as they were met again. */
export function nctrOf(stay: Stay): NctrPlan[] {
  const random = stay.random.fork('nctr');
  const { readyDay } = stay;
  const earlier = earlierPeriod(stay, random);
  if (readyDay === null) return earlier;
  const isBackdated =
    readyDay < stay.leavingDay - 1 && readyDay < untilDay(stay) && random.chance(0.1);
  const day = isBackdated ? readyDay + 1 : readyDay;
  const at = instantOn(
    random,
    'ward',
    day,
    stay.admittedAt + minutes(30),
    stay.until - minutes(12),
  );
  if (at === null) return earlier;
  const by = wardMember(stay, random);
  return [...earlier, { at: instantText(at), readyDate: dayText(readyDay), by, endedAt: null }];
}

function earlierPeriod(stay: Stay, random: Random): NctrPlan[] {
  const last = stay.readyDay ?? untilDay(stay);
  const isFinishedUnready = !stay.isOpen && stay.readyDay === null;
  if (last - stay.admittedDay < 6 || isFinishedUnready) return [];
  if (!random.chance(SHARES.criteriaMetAgain * 2)) return [];
  const start = random.int(stay.admittedDay + 2, last - 3);
  const end = random.int(start + 1, last - 1);
  const at = instantOn(random, 'ward', start, stay.admittedAt, stay.until);
  const endedAt = instantOn(random, 'ward', end, stay.admittedAt, stay.until);
  if (at === null || endedAt === null) return [];
  const by = wardMember(stay, random);
  return [{ at: instantText(at), readyDate: dayText(start), by, endedAt: instantText(endedAt) }];
}

const CODES: readonly (readonly [CriterionCode, number])[] = [
  ['02', 18],
  ['03', 16],
  ['04', 9],
  ['06', 20],
  ['08', 22],
  ['12', 15],
];
const SURGICAL: readonly (readonly [CriterionCode, number])[] = [
  ['09', 20],
  ['10', 30],
  ['11', 20],
  ['08', 20],
  ['12', 10],
];

/** The last review with criteria to reside, today or yesterday, after any period that has ended. */
export function criteriaToResideOf(stay: Stay, nctr: readonly NctrPlan[]): CriteriaPlan | null {
  if (!stay.isOpen || nctr.some((period) => period.endedAt === null)) return null;
  const random = stay.random.fork('criteria');
  const lastEnd = nctr.at(-1)?.endedAt ?? null;
  const after = Math.max(
    stay.admittedAt + minutes(30),
    stay.until - minutes(30 * 60),
    lastEnd === null ? 0 : Date.parse(lastEnd),
  );
  const at = instantBetween(random, 'ward', after, stay.until, 'late');
  if (at === null || random.chance(0.08)) return null;
  const isSurgical = /surgery|orthopaedics/.test(stay.ward.specialty);
  const code = stay.ward.specialty === 'critical_care' ? '01' : random.weighted(isSurgical ? SURGICAL : CODES); // prettier-ignore
  return { at: instantText(at), codes: [code], by: wardMember(stay, random) };
}

const CRITERIA_TEXTS = [
  'Off oxygen for 24 hours, walking to the bathroom with a frame',
  'Managing on oral antibiotics, temperature settled',
  'Blood results stable for two days, eating and drinking',
  'Safe transfers with one person, stairs assessed if going home',
  'Pain controlled on tablets, wound dry',
  'Heart rate controlled, weight stable on tablets',
  'Back to usual level of confusion, sleeping at night',
  'Dialysis plan agreed, fluid balance steady',
  'Swallow assessed, feeding plan in place',
  'Blood sugar steady on the new regime',
] as const;

/** What must be true clinically before the person can leave; set in the first days. */
export function clinicalCriteriaOf(stay: Stay): SpellPlan['clinicalCriteria'] {
  const random = stay.random.fork('clinical-criteria');
  if (!stay.isOpen || stay.ward.specialty === 'maternity' || !random.chance(0.6)) return null;
  const after = stay.admittedAt + minutes(90);
  const at = instantBetween(random, 'ward', after, Math.min(stay.until, after + minutes(48 * 60)));
  if (at === null) return null;
  return { at: instantText(at), text: random.pick(CRITERIA_TEXTS), by: wardMember(stay, random) };
}
