/** Groups of the acute discharge situation report, in its order. */
export const REASON_GROUPS = {
  H: 'Hospital process',
  W: 'Wellbeing concerns',
  T: 'Care transfer hub process',
  I: 'Interface process',
  C: 'Capacity',
} as const;

/**
 * The official reasons for delay for acute hospitals, names word for word
 * (NHS England acute discharge situation report, August 2026). The keys are ours.
 */
export const DELAY_REASONS = {
  H1: 'Awaiting therapy review of need for supported discharge',
  H2: 'Awaiting medical review of need for supported discharge',
  H3: 'Awaiting referral to care transfer hub for supported discharge',
  H4: 'Awaiting patient transport services',
  H5: 'Awaiting medicines to take home, discharge letter or other discharge documentation',
  H6: 'Remaining in hospital due to infection prevention and control restrictions',
  H7: 'Awaiting formal decision to discharge (inc diagnostic test results)',
  W1: 'Patient /family/carer concerns over discharge readiness',
  W2: 'Ongoing safeguarding concern',
  W3: 'Awaiting determination of mental capacity',
  W4: 'Issues with discharge destination readiness',
  T1: 'Waiting for confirmation of immediate care needs and pathway',
  T2: 'Awaiting necessary referrals by care transfer hub',
  T3: 'Awaiting confirmation of funding eligibility',
  I1: 'Home based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)',
  I2: 'Other home-based social care service arrangements still underway (Pathway 1)',
  I3: 'Other home-based community health service arrangements still underway (Pathway 1)',
  I4: 'Housing provision arrangement for homelessness still underway (Pathway 0 or 1)',
  I5: 'Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)',
  I6: 'Residential/nursing home care arrangements still underway (Pathway 3)',
  I7: 'End of life care inc Fast-Track CHC arrangement still underway (Pathway 1 or 3)',
  I8: 'Further action requested by agreed provider',
  I9: 'Homeless with no recourse to public funds',
  I10: 'Self-funded care package arrangements still underway',
  I11: 'Patient/family/carer choice discussions on package still underway',
  I12: 'Out of area discharge arrangements requested but not completed',
  C1: 'Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)',
  C2: 'Other home-based social care service not yet available (Pathway 1)',
  C3: 'Other home-based community health services not yet available (Pathway 1)',
  C4: 'Housing provision not yet available (Pathway 0 or 1)',
  C5: 'Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)',
  C6: 'Mental health admitted patient care not yet available (Pathway 2)',
  C7: 'Residential/nursing home care not yet available (Pathway 3)',
  C8: 'End of life care inc Fast-Track CHC not yet available (Pathway 1 or 3)',
  C9: 'Housing adaptations not yet completed (Pathway 1 or 3)',
  C10: 'Equipment and associated training not yet delivered (Pathway 1-3)',
  C11: 'Awaiting restart of existing social care arrangements (Pathway 0)',
} as const;
export type DelayReason = keyof typeof DELAY_REASONS;

/** On screen, where a delayed person has none: never a default (handbook 4, hazard 16). */
export const NO_REASON = 'No reason recorded';

export function isDelayReason(text: unknown): text is DelayReason {
  return typeof text === 'string' && Object.hasOwn(DELAY_REASONS, text);
}
