/** `1 day`, `12 days` */
export function countDays(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

export function countNights(count: number): string {
  return `${count} ${count === 1 ? 'night' : 'nights'}`;
}
