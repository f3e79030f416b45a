import { capital } from '../domain/first-letter.ts';
import type { StepDates } from '../domain/housing/housing-steps.ts';
import { ROOM_NAMES, isBooking } from '../domain/housing/housing-steps.ts';
import { formatDay } from '../domain/time.ts';

/** When a step was done or is to come: `Fri 20 Nov`, `for Fri 27 Nov`, `expected Fri 27 Nov`. */
export function stepDaysInWords({ step, plannedFor, doneOn }: StepDates): string {
  if (plannedFor === null) return doneOn === null ? '' : formatDay(doneOn);
  if (isBooking(step)) return `for ${formatDay(plannedFor)}`;
  return doneOn === null ? `expected ${formatDay(plannedFor)}` : formatDay(doneOn);
}

/** `Hallway, kitchen`; empty for none. */
export function roomsInWords(rooms: StepDates['rooms']): string {
  return capital(rooms.map((room) => ROOM_NAMES[room].toLowerCase()).join(', '));
}
