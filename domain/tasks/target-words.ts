import type { TaskTarget } from './catalogue.ts';

/** How soon a task should be done, as people say it: "48 hours", "the day before the EDD". */
export function targetInWords(target: TaskTarget): string {
  switch (target.kind) {
    case 'hours':
      return counted(target.hours, 'hour');
    case 'days':
      return counted(target.days, 'day');
    case 'working_days':
      return counted(target.days, 'working day');
    case 'same_day':
      return 'the same day';
    case 'day_before':
      return 'the day before the EDD';
    default:
      return target satisfies never;
  }
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
