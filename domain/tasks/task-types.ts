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

export const TASK_TYPES = [
  'decision_to_discharge',
  'medical_review',
  'therapy_assessment',
  'hub_referral',
  'pathway_decision',
  'onward_referrals',
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
export type TaskType = (typeof TASK_TYPES)[number];
