import { eddStatus } from '../../domain/delay/edd-status.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { addDays, formatDay, isCalendarDay } from '../../domain/time.ts';
import type { FieldOption } from './board-fields.ts';

/** So many days ahead can be chosen by themselves; an address may name any. */
const DAYS_AHEAD = 14;
const WEEK = 7;

type EddStatusKind = ReturnType<typeof eddStatus>['kind'];

/** Ranges of EDDs, by what stands in the address. */
export const EDD_RANGES = [
  { id: 'overdue', name: 'Overdue' },
  { id: 'today', name: 'Today' },
  { id: 'tomorrow', name: 'Tomorrow' },
  { id: 'week', name: 'Next 7 days' },
  { id: 'not-set', name: 'Not set' },
] as const;
type EddRange = (typeof EDD_RANGES)[number]['id'];

const KINDS: Record<Exclude<EddRange, 'week'>, EddStatusKind> = {
  overdue: 'overdue',
  today: 'today',
  tomorrow: 'tomorrow',
  'not-set': 'not_set',
};

/** The ranges, then single days; a day that is chosen already is always among them. */
export function eddOptions(today: CalendarDay, chosen: string | undefined): FieldOption[] {
  const days = Array.from({ length: DAYS_AHEAD - 1 }, (_none, index) => addDays(today, index + 2));
  const isElsewhere = chosen !== undefined && isCalendarDay(chosen) && !days.includes(chosen);
  return [
    ...EDD_RANGES.map(({ id: value, name: label }) => ({ value, label, group: 'When' })),
    ...(isElsewhere ? [chosen, ...days] : days).map((value) => ({
      ...{ value, label: formatDay(value), group: 'On one day' },
    })),
  ];
}

/** Whether an EDD is what was chosen: in a range, or on a day. The next 7 days begin with today. */
export function isEddChosen(edd: CalendarDay | null, chosen: string, today: CalendarDay): boolean {
  const range = EDD_RANGES.find(({ id }) => id === chosen)?.id;
  if (range === undefined) return edd === chosen;
  if (range === 'week') return edd !== null && edd >= today && edd <= addDays(today, WEEK);
  return eddStatus(edd, today).kind === KINDS[range];
}
