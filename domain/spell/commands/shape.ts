import * as z from 'zod/mini';
import { isCalendarDay } from '../../time.ts';

/** Parts that the shapes of commands share. */

export const uuid = z.uuid('This id is not valid');

export const day = z
  .string('Enter a date')
  .check(z.refine(isCalendarDay, 'Enter a real date, for example 27 November 2026'));

/** An instant, ISO 8601 in UTC. Kept with milliseconds, so that instants sort as text. */
export const instant = z.pipe(
  z.iso.datetime('Enter a date and a time'),
  z.transform((text) => new Date(text).toISOString()),
);

export const note = z.optional(
  z.string().check(z.trim(), z.maxLength(2000, 'Write at most 2,000 characters')),
);

/** Lines end alike, whichever browser or form they came from: otherwise equal texts would differ. */
export const lines = z.string().check(
  z.overwrite((text) => text.replace(/\r\n?/g, '\n')),
  z.trim(),
  z.maxLength(2000, 'Write at most 2,000 characters'),
);

/** Where somebody lies: a ward's id, and a bed unless it is not known. */
export const wardId = z.string().check(z.minLength(1), z.maxLength(60));
export const bed = z._default(
  z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(20))),
  null,
);

export function spellCommand<const Type extends string>(type: Type) {
  return { id: uuid, type: z.literal(type), spellId: uuid };
}

export function taskCommand<const Type extends string>(type: Type) {
  return { ...spellCommand(type), taskId: uuid, note };
}
