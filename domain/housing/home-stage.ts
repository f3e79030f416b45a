import type { CalendarDay } from '../time.ts';
import type { Booking, HousingStepKey, StepDates } from './housing-steps.ts';
import { BOOKINGS, HOME_STEPS, KEPT_BY, findStep, isDone } from './housing-steps.ts';

/** The stations of a home, as handbook 5 names them: a clearance and other work stand together. */
export const HOME_STAGES = [
  'not_started',
  'referred',
  'visit_booked',
  'visited',
  'agreed',
  'booked',
  'done',
  'equipment_delivered',
  'home_ready',
] as const;
export type HomeStage = (typeof HOME_STAGES)[number];

export const HOME_STAGE_NAMES: Record<HomeStage, string> = {
  not_started: 'Not started',
  referred: 'Referred',
  visit_booked: 'Home visit booked',
  visited: 'Home visited',
  agreed: 'Family or landlord agreed',
  booked: 'Clearance or work booked',
  done: 'Clearance or work done',
  equipment_delivered: 'Equipment delivered',
  home_ready: 'Home ready',
};

const STAGE_OF: Record<(typeof HOME_STEPS)[number], HomeStage> = {
  referred: 'referred',
  visit_booked: 'visit_booked',
  visited: 'visited',
  agreed: 'agreed',
  clearance_booked: 'booked',
  clearance_done: 'done',
  work_booked: 'booked',
  work_done: 'done',
  equipment_delivered: 'equipment_delivered',
  home_ready: 'home_ready',
};

/**
 * How far a home has come: the furthest step that has happened. A clearance or work that is booked
 * and not done holds the home there, whatever else has been delivered; "home ready" is the last word.
 */
export function homeStage(steps: readonly StepDates[]): HomeStage {
  if (isDone(steps, 'home_ready')) return 'home_ready';
  const isOutstanding = (['clearance_booked', 'work_booked'] as const).some(
    (booking) => isDone(steps, booking) && !isDone(steps, KEPT_BY[booking]),
  );
  if (isOutstanding) return 'booked';
  const furthest = HOME_STEPS.findLast((key) => isDone(steps, key));
  return furthest === undefined ? 'not_started' : STAGE_OF[furthest];
}

const EXPECTED = ['equipment_delivered', 'home_ready', 'followed_up'] as const;
type Awaited = Booking | (typeof EXPECTED)[number];

/** A day on which something is to happen at a home. */
export type HomeAppointment = { step: Awaited; day: CalendarDay };

/** What is to come, where the step is named for when it is there. */
export const APPOINTMENT_NAMES: Record<Awaited, string> = {
  visit_booked: 'Home visit',
  clearance_booked: 'Clearance',
  work_booked: 'Work',
  equipment_delivered: 'Equipment expected',
  home_ready: 'Home expected ready',
  followed_up: 'Follow-up',
};

/**
 * What is planned and has not happened, the earliest first: visits and works that are booked, and
 * the days on which equipment, or the home itself, is expected.
 */
export function appointmentsOf(
  steps: readonly StepDates[],
  equipmentDue: CalendarDay | null = null,
): HomeAppointment[] {
  const plannedFor = (step: HousingStepKey) => findStep(steps, step)?.plannedFor ?? null;
  const wanted: [Awaited, CalendarDay | null, boolean][] = [
    ...BOOKINGS.map((step): [Booking, CalendarDay | null, boolean] => [
      step,
      plannedFor(step),
      isDone(steps, KEPT_BY[step]),
    ]),
    ...EXPECTED.map((step): [Awaited, CalendarDay | null, boolean] => [
      step,
      plannedFor(step) ?? (step === 'equipment_delivered' ? equipmentDue : null),
      isDone(steps, step),
    ]),
  ];
  return wanted
    .flatMap(([step, day, isOver]) => (day === null || isOver ? [] : [{ step, day }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
