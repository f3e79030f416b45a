/** `1 day`, `12 days` */
export function countDays(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

export function countNights(count: number): string {
  return `${count} ${count === 1 ? 'night' : 'nights'}`;
}

/** `1 patient`, `1,204 patients` */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
