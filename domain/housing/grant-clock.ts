import type { CalendarDay } from '../time.ts';
import { daysBetween } from '../time.ts';
import { addWorkingDays, workingDaysBetween } from '../working-days.ts';
import type { GrantStep, StepDates } from './housing-steps.ts';
import { GRANT_STEPS, findStep } from './housing-steps.ts';

/** Working days from the first enquiry to the works being completed (good practice, handbook 5). */
export const GRANT_TARGET_DAYS = { urgent: 55, usual: 150 } as const;

/** Months within which a council must decide about an application (Housing Grants Act 1996, s. 34). */
const DECISION_MONTHS = 6;

export type GrantClock = {
  /** Each stage that was reached, and the working days since the one before it. */
  stages: { step: GrantStep; on: CalendarDay; workingDays: number }[];
  /** From the first stage to the completion, or to today. */
  workingDays: number;
  targetDays: number;
  dueOn: CalendarDay;
  isCompleted: boolean;
  isPassed: boolean;
  /** The last day for the council's decision, while it is awaited. */
  decisionDueOn: CalendarDay | null;
};

/**
 * The clock of a Disabled Facilities Grant, in working days with bank holidays left out. It starts
 * with the first stage that has a date, as an enquiry may not be known, and stops with the works.
 * Null where no stage has one.
 */
export function grantClock(
  steps: readonly StepDates[],
  { isUrgent, today }: { isUrgent: boolean; today: CalendarDay },
  holidays?: ReadonlySet<CalendarDay>,
): GrantClock | null {
  const reached = GRANT_STEPS.flatMap((step) => {
    const on = findStep(steps, step)?.doneOn ?? null;
    return on === null ? [] : [{ step, on }];
  });
  const [first] = reached;
  if (first === undefined) return null;
  const dayOf = (wanted: GrantStep) => reached.find(({ step }) => step === wanted)?.on ?? null;
  const startedOn = reached.reduce((earliest, { on }) => (on < earliest ? on : earliest), first.on);
  const completedOn = dayOf('grant_completed');
  const appliedOn = dayOf('grant_applied');
  const targetDays = isUrgent ? GRANT_TARGET_DAYS.urgent : GRANT_TARGET_DAYS.usual;
  const dueOn = addWorkingDays(startedOn, targetDays, holidays);
  const isDecided = completedOn !== null || dayOf('grant_approved') !== null;
  return {
    stages: reached.map(({ step, on }, index) => ({
      step,
      on,
      workingDays: workingDaysBetween(reached[index - 1]?.on ?? on, on, holidays),
    })),
    workingDays: workingDaysBetween(startedOn, completedOn ?? today, holidays),
    targetDays,
    dueOn,
    isCompleted: completedOn !== null,
    isPassed: daysBetween(dueOn, completedOn ?? today) > 0,
    decisionDueOn: appliedOn === null || isDecided ? null : addMonths(appliedOn, DECISION_MONTHS),
  };
}

/** The same day of a later month, or that month's last. */
function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const reached = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return reached.toISOString().slice(0, 10);
}
