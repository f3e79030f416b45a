import type { Card } from '../domain/spell/card.ts';

const beds = new Intl.Collator('en-GB', { numeric: true });

/** From bed to bed as one walks through a ward, B4 before B12; whoever has none comes last. */
export function byBed(one: Pick<Card, 'bed'>, other: Pick<Card, 'bed'>): number {
  const [a, b] = [one.bed ?? null, other.bed ?? null];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return beds.compare(a, b);
}
