/** Who does a task (handbook 5); `community` is therapy and community health. */
export const TASK_OWNERS = ['ward', 'social_care', 'lightbulb', 'hub', 'community'] as const;
export type TaskOwner = (typeof TASK_OWNERS)[number];

export const TASK_OWNER_NAMES: Record<TaskOwner, string> = {
  ward: 'Ward',
  social_care: 'Social care',
  lightbulb: 'Lightbulb',
  hub: 'Hub',
  community: 'Therapy and community health',
};

/** What a task can be waiting for. */
export const WAITING_FOR = ['capacity', 'information', 'family'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

export const WAITING_FOR_NAMES: Record<WaitingFor, string> = {
  capacity: 'Capacity: the service is not available yet',
  information: 'Information',
  family: 'The patient or family',
};

/** Whom a team may ask about a task. */
export const ASKED_OF = ['ward', 'hub'] as const;
export type AskedOf = (typeof ASKED_OF)[number];

export const ASKED_OF_NAMES: Record<AskedOf, string> = { ward: 'The ward', hub: 'The hub' };

/** How a care provider answered when approached. */
export const PROVIDER_ANSWERS = ['asked', 'accepted', 'declined', 'no_reply'] as const;
export type ProviderAnswer = (typeof PROVIDER_ANSWERS)[number];

export const PROVIDER_ANSWER_NAMES: Record<ProviderAnswer, string> = {
  asked: 'Asked, no answer yet',
  accepted: 'Accepted',
  declined: 'Declined',
  no_reply: 'No reply',
};

/** Why a team hands a task back to the hub. */
export const DECLINE_REASONS = [
  'not_our_resident',
  'not_eligible',
  'more_information_needed',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const DECLINE_REASON_NAMES: Record<DeclineReason, string> = {
  not_our_resident: 'Not our resident',
  not_eligible: 'Not eligible',
  more_information_needed: 'More information needed',
  other: 'Other',
};

/** Why a task is cancelled: the reasons of the national hospital-to-council notices. */
export const CANCEL_REASONS = [
  'safe_without_assessment',
  'continuing_healthcare',
  'package_inadequate',
  'treatment_changed',
  'assessment_refused',
  'other_authority',
  'condition_deteriorated',
  'died',
  'intermediate_care',
  'self_discharged',
  'own_arrangements',
  'sent_in_error',
  'other',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

export const CANCEL_REASON_NAMES: Record<CancelReason, string> = {
  safe_without_assessment: 'Safe to discharge without an assessment',
  continuing_healthcare: 'Eligible for NHS continuing healthcare',
  package_inadequate: 'Proposed care package is inadequate',
  treatment_changed: 'Proposed treatment cancelled or postponed',
  assessment_refused: 'Patient has refused an assessment',
  other_authority: 'Resident in another local authority',
  condition_deteriorated: 'Condition has deteriorated',
  died: 'Died',
  intermediate_care: 'Transferred to intermediate care',
  self_discharged: 'Self-discharged',
  own_arrangements: 'Making their own arrangements',
  sent_in_error: 'Sent in error',
  other: 'Other',
};

export const TASK_STATES = [
  'open',
  'claimed',
  'in_progress',
  'waiting_capacity',
  'waiting_information',
  'waiting_family',
  'done',
  'cancelled',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_STATE_NAMES: Record<TaskState, string> = {
  open: 'Nobody has it yet',
  claimed: 'Claimed',
  in_progress: 'In progress',
  waiting_capacity: 'Waiting: no capacity yet',
  waiting_information: 'Waiting for information',
  waiting_family: 'Waiting for the family',
  done: 'Done',
  cancelled: 'Cancelled',
};

/** True while somebody still has to do it. */
export function isOpenState(state: TaskState): boolean {
  return state !== 'done' && state !== 'cancelled';
}

/** True while it waits for capacity, information or the family. */
export function isWaiting(state: TaskState): boolean {
  return state.startsWith('waiting_');
}

/** The types that every hub has: rules, steps and counts may name them. */
export const TASK_TYPES = [
  'decision_to_discharge',
  'medical_review',
  'therapy_assessment',
  'hub_referral',
  'pathway_decision',
  'onward_referrals',
  'find_council',
  'funding_decision',
  'care_act_assessment',
  'mental_capacity',
  'safeguarding',
  'chc_fast_track',
  'reablement_start',
  'care_package',
  'care_package_restart',
  'community_nursing',
  'intermediate_bed',
  'care_home_placement',
  'provider_assessment',
  'family_choice',
  'self_funder',
  'carer_concern',
  'out_of_area',
  'mental_health_bed',
  'homelessness',
  'no_recourse',
  'home_clearance',
  'key_safe',
  'utilities_furniture',
  'minor_adaptation',
  'major_adaptation',
  'equipment',
  'infection_control',
  'medicines',
  'transport',
] as const;
export type BuiltInTaskType = (typeof TASK_TYPES)[number];

/** A type that a hub made itself. No rule names one; what it is stands in the catalogue alone. */
export type OwnTaskType = `own_${string}`;

/** Open to what hubs make, closed to what nobody made: a type that a rule names must be built in. */
export type TaskType = BuiltInTaskType | OwnTaskType;

const BUILT_IN: ReadonlySet<string> = new Set(TASK_TYPES);
const OWN_KEY = /^own_[a-z0-9]+(?:_[a-z0-9]+)*$/;
const MAX_KEY_LENGTH = 60;

export function isTaskType(text: unknown): text is TaskType {
  return typeof text === 'string' && (BUILT_IN.has(text) || isOwnTaskType(text));
}

export function isOwnTaskType(text: string): text is OwnTaskType {
  return text.length <= MAX_KEY_LENGTH && OWN_KEY.test(text);
}

/** Tasks that arrange a service: providers are approached for them, and the service has a start. */
const SERVICE_TYPES: ReadonlySet<TaskType> = new Set([
  'reablement_start',
  'care_package',
  'care_package_restart',
  'community_nursing',
  'intermediate_bed',
  'care_home_placement',
  'chc_fast_track',
  'self_funder',
]);

export function arrangesService(type: TaskType): boolean {
  return SERVICE_TYPES.has(type);
}
