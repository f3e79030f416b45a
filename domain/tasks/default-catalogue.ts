import type { DelayReason } from '../delay/delay-reasons.ts';
import type { CatalogueEntry, TaskSet, TaskTarget } from './catalogue.ts';
import type { BuiltInTaskType, TaskOwner } from './task-types.ts';

const hours = (count: number): TaskTarget => ({ kind: 'hours', hours: count });
const days = (count: number): TaskTarget => ({ kind: 'days', days: count });
const sameDay: TaskTarget = { kind: 'same_day' };

type Row = readonly [BuiltInTaskType, string, TaskOwner, TaskTarget, DelayReason, DelayReason?];

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
 * The catalogue a new hub starts with (handbook 5); the hub edits it from then on.
 * A reason that exists only as capacity or only as process stands in `processReason`.
 */
export const DEFAULT_CATALOGUE: Readonly<Record<BuiltInTaskType, CatalogueEntry>> =
  Object.fromEntries(
    ROWS.map(([type, name, owner, target, processReason, capacityReason = null]) => [
      type,
      { type, name, owner, target, processReason, capacityReason, isOffered: true },
    ]),
  ) as Record<BuiltInTaskType, CatalogueEntry>; // every type has its row: a test counts them

/** The sets of tasks a new hub starts with _(assumed)_. */
export const DEFAULT_TASK_SETS: readonly TaskSet[] = [
  set('home_with_package', 'Home with a package of care', [
    'care_package',
    'key_safe',
    'medicines',
    'transport',
  ]),
  set('home_with_reablement', 'Home with reablement', [
    'therapy_assessment',
    'reablement_start',
    'equipment',
    'medicines',
    'transport',
  ]),
  set('new_care_home', 'New care home place', [
    'care_act_assessment',
    'funding_decision',
    'family_choice',
    'care_home_placement',
    'medicines',
    'transport',
  ]),
  set('home_made_ready', 'Home made ready first', [
    'home_clearance',
    'key_safe',
    'utilities_furniture',
    'equipment',
  ]),
  set('home_at_end_of_life', 'Home at the end of life', [
    'chc_fast_track',
    'community_nursing',
    'equipment',
    'medicines',
    'transport',
  ]),
];

function set(key: string, name: string, types: readonly BuiltInTaskType[]): TaskSet {
  return { key, name, tasks: types.map((type) => ({ type, blocking: true })) };
}
