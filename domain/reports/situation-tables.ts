import type { DayFigure } from './situation.ts';

/** The figures of the situation report, in the order of the return. */
export const SITUATION_FIGURES = [
  'no_criteria',
  'discharged',
  'discharged_by_17',
  'discharged_after_17',
  'remaining',
  'bed_days_7',
  'bed_days_14',
  'bed_days_21',
] as const satisfies readonly DayFigure[];

/** What makes a return wrong or incomplete, and who has it to mend. */
export const VALIDATION_FIGURES = [
  'no_reason',
  'no_ready_date',
] as const satisfies readonly DayFigure[];
