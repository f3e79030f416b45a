import type { CalendarDay } from '../time.ts';
import { daysBetween, formatDay } from '../time.ts';

/** Where an estimated discharge date stands against today; `days` is its distance. */
export type EddStatus =
  | { kind: 'not_set' }
  | { kind: 'overdue'; days: number }
  | { kind: 'today' }
  | { kind: 'tomorrow' }
  | { kind: 'later'; days: number };

/** The state of an EDD on a day: passed, today, tomorrow, later, or not set. */
export function eddStatus(edd: CalendarDay | null, today: CalendarDay): EddStatus {
  if (edd === null) return { kind: 'not_set' };
  const days = daysBetween(today, edd);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today' };
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'later', days };
}

/** The EDD in the words of the board: "Overdue 2 days", "Today", "Tomorrow", "Fri 27 Nov", "Not set". */
export function eddInWords(edd: CalendarDay | null, today: CalendarDay): string {
  const status = eddStatus(edd, today);
  switch (status.kind) {
    case 'not_set':
      return 'Not set';
    case 'overdue':
      return `Overdue ${status.days} ${status.days === 1 ? 'day' : 'days'}`;
    case 'today':
      return 'Today';
    case 'tomorrow':
      return 'Tomorrow';
    case 'later':
      return edd === null ? 'Not set' : formatDay(edd);
    default:
      return status satisfies never;
  }
}
