import type { ActorRef } from '../actor.ts';
import type { Place } from '../persons/place.ts';
import { DISTRICTS } from '../persons/place.ts';
import type { CalendarDay, Instant } from '../time.ts';

/** The way of a home from the referral until somebody can go back to it (handbook 5), in order. */
export const HOME_STEPS = [
  'referred',
  'visit_booked',
  'visited',
  'agreed',
  'clearance_booked',
  'clearance_done',
  'work_booked',
  'work_done',
  'equipment_delivered',
  'home_ready',
] as const;

/** The stages of a Disabled Facilities Grant, in order. */
export const GRANT_STEPS = [
  'grant_enquiry',
  'grant_assessed',
  'grant_applied',
  'grant_approved',
  'grant_completed',
] as const;
export type GrantStep = (typeof GRANT_STEPS)[number];

/** Everything that is dated about a home; each is recorded once for a stay, and can be corrected. */
export const HOUSING_STEPS = [
  ...HOME_STEPS,
  ...GRANT_STEPS,
  'duty_to_refer',
  'followed_up',
] as const;
export type HousingStepKey = (typeof HOUSING_STEPS)[number];

export const HOUSING_STEP_NAMES: Record<HousingStepKey, string> = {
  referred: 'Referred to Lightbulb',
  visit_booked: 'Home visit booked',
  visited: 'Home visited',
  agreed: 'Family or landlord agreed',
  clearance_booked: 'Clearance booked',
  clearance_done: 'Clearance done',
  work_booked: 'Work booked',
  work_done: 'Work done',
  equipment_delivered: 'Equipment delivered',
  home_ready: 'Home ready',
  grant_enquiry: 'Grant: first enquiry',
  grant_assessed: 'Grant: need assessed',
  grant_applied: 'Grant: applied for',
  grant_approved: 'Grant: approved',
  grant_completed: 'Grant: works completed',
  duty_to_refer: 'Duty to refer: homelessness',
  followed_up: 'Followed up at home',
};

/** A booking stands for a day to come, and is of no use without it. */
export const BOOKINGS = ['visit_booked', 'clearance_booked', 'work_booked'] as const;
export type Booking = (typeof BOOKINGS)[number];

export function isBooking(step: HousingStepKey): step is Booking {
  return BOOKINGS.some((booking) => booking === step);
}

/** What shows that a booking was kept. */
export const KEPT_BY: Record<Booking, HousingStepKey> = {
  visit_booked: 'visited',
  clearance_booked: 'clearance_done',
  work_booked: 'work_done',
};

export const ROOMS = [
  'whole_home',
  'hallway',
  'stairs',
  'living_room',
  'kitchen',
  'bedroom',
  'bathroom',
  'outside',
] as const;
export type Room = (typeof ROOMS)[number];

export const ROOM_NAMES: Record<Room, string> = {
  whole_home: 'Whole home',
  hallway: 'Hallway',
  stairs: 'Stairs',
  living_room: 'Living room',
  kitchen: 'Kitchen',
  bedroom: 'Bedroom',
  bathroom: 'Bathroom',
  outside: 'Outside',
};

/** Who takes a duty to refer: the local housing authority, which in the county is a district. */
export const HOUSING_AUTHORITIES = ['leicester', 'rutland', ...DISTRICTS, 'elsewhere'] as const;
export type HousingAuthority = (typeof HOUSING_AUTHORITIES)[number];

export const HOUSING_AUTHORITY_NAMES: Record<HousingAuthority, string> = {
  leicester: 'Leicester City Council',
  rutland: 'Rutland County Council',
  blaby: 'Blaby District Council',
  charnwood: 'Charnwood Borough Council',
  harborough: 'Harborough District Council',
  hinckley_and_bosworth: 'Hinckley and Bosworth Borough Council',
  melton: 'Melton Borough Council',
  north_west_leicestershire: 'North West Leicestershire District Council',
  oadby_and_wigston: 'Oadby and Wigston Borough Council',
  elsewhere: 'A council elsewhere',
};

/** The housing authority of somebody's own address, where it is known. */
export function authorityOf(home: {
  place: Place;
  district: (typeof DISTRICTS)[number] | null;
}): HousingAuthority | null {
  switch (home.place) {
    case 'leicester':
    case 'rutland':
      return home.place;
    case 'leicestershire':
      return home.district;
    case 'out_of_area':
      return 'elsewhere';
    case 'unknown':
      return null;
    default:
      return home.place satisfies never;
  }
}

/** One dated thing about a home, as it stands now. */
export type HousingStep = {
  step: HousingStepKey;
  /** The day it is booked or expected for. */
  plannedFor: CalendarDay | null;
  /** The day it happened; of a booking, the day it was made. Null while it is only planned. */
  doneOn: CalendarDay | null;
  rooms: readonly Room[];
  /** To whom a duty to refer went; null for every other step. */
  authority: HousingAuthority | null;
  note: string | null;
  /** Who is to follow up, or did; null for every other step. */
  who: string | null;
  setBy: ActorRef;
  setAt: Instant;
  /** The tasks that "home ready" finished, to open them again should it be taken back. */
  completedTaskIds: readonly string[];
};

/** What a step says, apart from who said it. */
export type StepDates = Pick<HousingStep, 'step' | 'plannedFor' | 'doneOn' | 'rooms'>;

export function findStep<T extends { step: HousingStepKey }>(
  steps: readonly T[],
  key: HousingStepKey,
): T | null {
  return steps.find(({ step }) => step === key) ?? null;
}

export function isDone(steps: readonly StepDates[], key: HousingStepKey): boolean {
  return (findStep(steps, key)?.doneOn ?? null) !== null;
}

/** The steps with one of them put in its place, replaced, or, with null, taken out. */
export function withStep<T extends { step: HousingStepKey }>(
  steps: readonly T[],
  key: HousingStepKey,
  step: T | null,
): T[] {
  const others = steps.filter((one) => one.step !== key);
  return HOUSING_STEPS.flatMap((one) => {
    const found = one === key ? step : findStep(others, one);
    return found === null ? [] : [found];
  });
}

/**
 * The dates of a step as one text, `planned/done`, each a day or nothing: `2026-11-27/`. It is what a
 * command says it saw; null where the step was not recorded.
 */
export function datesInText(
  step: Pick<HousingStep, 'plannedFor' | 'doneOn'> | null,
): string | null {
  return step === null ? null : `${step.plannedFor ?? ''}/${step.doneOn ?? ''}`;
}
