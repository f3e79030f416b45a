import fc from 'fast-check';
import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import type { Spell } from '../../../domain/spell/state.ts';
import type { CalendarDay, Instant } from '../../../domain/time.ts';

/** An order, given what the person sees: the stay as it is, and today. */
export type Order = (
  id: string,
  spell: Spell,
  today: CalendarDay,
  now: Instant,
) => SpellCommandInput;

export const text = fc.constantFrom(
  'SECRET wound swab positive',
  'SECRET',
  '  ',
  'SECRET é 中 \u0000 🙂',
);
export const dayOffset = fc.integer({ min: -12, max: 12 });
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
export const pick = fc.nat(20);

export function later(instant: Instant, byMinutes: number): Instant {
  return new Date(Date.parse(instant) + byMinutes * 60_000).toISOString();
}
