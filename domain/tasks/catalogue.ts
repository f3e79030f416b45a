import type { DelayReason } from '../delay/delay-reasons.ts';
import type { Place } from '../persons/place.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { addDays, calendarDay, startOfDay } from '../time.ts';
import { addWorkingDays } from '../working-days.ts';
import type { TaskOwner, TaskType } from './task-types.ts';

/** How soon a task should be done. `same_day` ends at midnight; `day_before` is the eve of the EDD. */
export type TaskTarget =
  | { kind: 'hours'; hours: number }
  | { kind: 'same_day' }
  | { kind: 'days'; days: number }
  | { kind: 'working_days'; days: number }
  | { kind: 'day_before' };

export type CatalogueEntry = {
  type: TaskType;
  name: string;
  owner: TaskOwner;
  target: TaskTarget;
  processReason: DelayReason;
  capacityReason: DelayReason | null;
};

export type TaskCatalogue = Readonly<Record<TaskType, CatalogueEntry>>;

const hours = (count: number): TaskTarget => ({ kind: 'hours', hours: count });
const days = (count: number): TaskTarget => ({ kind: 'days', days: count });
const sameDay: TaskTarget = { kind: 'same_day' };

type Row = readonly [TaskType, string, TaskOwner, TaskTarget, DelayReason, DelayReason?];

const ROWS: readonly Row[] = [
  ['decision_to_discharge', 'Decision to discharge / results', 'ward', sameDay, 'H7'],
  ['medical_review', 'Medical review of support needed', 'ward', hours(4), 'H2'],
  ['therapy_assessment', 'Therapy assessment', 'community', hours(24), 'H1'],
  ['hub_referral', 'Referral to hub (description of need)', 'ward', hours(4), 'H3'],
  ['pathway_decision', 'Pathway decision', 'hub', hours(4), 'T1'],
  ['onward_referrals', 'Onward referrals sent', 'hub', sameDay, 'T2'],
  ['find_council', 'Find the council', 'hub', sameDay, 'T2'],
  ['funding_decision', 'Funding decision / panel', 'social_care', hours(48), 'T3'],
  ['care_act_assessment', 'Care Act assessment', 'social_care', hours(48), 'I2', 'C2'],
  ['mental_capacity', 'Mental capacity / best interests', 'social_care', hours(48), 'W3'],
  ['safeguarding', 'Safeguarding enquiry', 'social_care', hours(24), 'W2'],
  ['chc_fast_track', 'CHC Fast Track', 'hub', hours(48), 'I7', 'C8'],
  ['reablement_start', 'Reablement start', 'social_care', hours(48), 'I1', 'C1'],
  ['care_package', 'Package of care sourcing', 'social_care', hours(48), 'I2', 'C2'],
  ['care_package_restart', 'Restart of existing package', 'social_care', hours(24), 'C11'],
  [
    'community_nursing',
    'District nursing / community health start',
    'community',
    hours(24),
    'I3',
    'C3',
  ],
  ['intermediate_bed', 'Intermediate care or community hospital bed', 'hub', hours(24), 'I5', 'C5'],
  ['care_home_placement', 'Care home placement', 'social_care', days(7), 'I6', 'C7'],
  ['provider_assessment', 'Provider / trusted assessor visit', 'social_care', hours(24), 'I8'],
  ['family_choice', 'Patient and family choice', 'hub', hours(48), 'I11'],
  ['self_funder', 'Self-funded package', 'hub', hours(72), 'I10'],
  ['carer_concern', 'Family or carer concern / carer assessment', 'ward', hours(48), 'W1'],
  ['out_of_area', 'Out-of-area arrangements', 'hub', hours(48), 'I12'],
  ['mental_health_bed', 'Mental health bed', 'community', hours(24), 'C6'],
  ['homelessness', 'Homelessness / duty to refer', 'lightbulb', sameDay, 'I4', 'C4'],
  ['no_recourse', 'No recourse to public funds', 'social_care', hours(72), 'I9'],
  ['home_clearance', 'Home clearance / deep clean', 'lightbulb', days(7), 'W4'],
  ['key_safe', 'Key safe, keys, access', 'lightbulb', hours(48), 'W4'],
  ['utilities_furniture', 'Utilities on, furniture, household items', 'lightbulb', hours(72), 'W4'],
  ['minor_adaptation', 'Minor adaptation (rail, ramp)', 'lightbulb', days(7), 'C9'],
  [
    'major_adaptation',
    'Major adaptation (Disabled Facilities Grant)',
    'lightbulb',
    { kind: 'working_days', days: 55 },
    'C9',
  ],
  ['equipment', 'Equipment (bed, hoist, chair) and training', 'community', hours(72), 'C10'],
  ['infection_control', 'Infection control', 'ward', sameDay, 'H6'],
  ['medicines', 'Medicines to take home and discharge letter', 'ward', hours(2), 'H5'],
  ['transport', 'Patient transport', 'ward', { kind: 'day_before' }, 'H4'],
];

/**
 * The catalogue a new hub starts with (handbook 5). Targets are defaults that a hub may change;
 * a reason that exists only as capacity or only as process stands in `processReason`.
 */
export const DEFAULT_CATALOGUE: TaskCatalogue = Object.fromEntries(
  ROWS.map(([type, name, owner, target, processReason, capacityReason = null]) => [
    type,
    { type, name, owner, target, processReason, capacityReason },
  ]),
) as unknown as TaskCatalogue; // every TaskType has its row: a test counts them

/**
 * Who does a task for somebody from a place. Leicester and Rutland run their own adaptations,
 * so a major one is theirs; Leicestershire's are Lightbulb's. What a council would do is the hub's
 * while the council is not known, or is none of the three: nobody else would see it (handbook 5).
 */
export function ownerFor(entry: CatalogueEntry, place: Place): TaskOwner {
  const isMajorAdaptation = entry.type === 'major_adaptation';
  if (place === 'unknown' || place === 'out_of_area') {
    return entry.owner === 'social_care' || isMajorAdaptation ? 'hub' : entry.owner;
  }
  return isMajorAdaptation && place !== 'leicestershire' ? 'social_care' : entry.owner;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * When a task added now should be done by, to the whole minute; null where it hangs on an EDD that is
 * not set.
 */
export function dueAtFor(
  target: TaskTarget,
  context: { now: Instant; timeZone: string; edd: CalendarDay | null },
): Instant | null {
  const today = calendarDay(context.now, context.timeZone);
  const endOf = (day: CalendarDay) => startOfDay(addDays(day, 1), context.timeZone);
  switch (target.kind) {
    case 'hours':
      return wholeMinute(Date.parse(context.now) + target.hours * HOUR_MS);
    case 'same_day':
      return endOf(today);
    case 'days':
      return endOf(addDays(today, target.days));
    case 'working_days':
      return endOf(addWorkingDays(today, target.days));
    case 'day_before':
      return context.edd === null ? null : endOf(addDays(context.edd, -1));
    default:
      return target satisfies never;
  }
}

/** Rounded up: a target that people read by the minute is not missed by seconds. */
function wholeMinute(ms: number): Instant {
  return new Date(Math.ceil(ms / MINUTE_MS) * MINUTE_MS).toISOString();
}
