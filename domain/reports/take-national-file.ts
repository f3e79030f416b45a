import * as z from 'zod/mini';
import type { ActorRef } from '../actor.ts';
import { uuid } from '../spell/commands/shape.ts';
import type { Instant } from '../time.ts';
import type { Month } from './months.ts';
import { isMonth } from './months.ts';

/** A file that was read: its month, who and when, and what of it could be used. */
export type StoredNationalFile = {
  id: string;
  month: Month;
  fileName: string;
  content: NationalContent;
  fileHash: string;
  by: ActorRef;
  at: Instant;
};

const value = z.nullable(z.union([z.number(), z.literal('suppressed')]));
export const nationalContent = z.object({
  rows: z.array(
    z.object({ code: z.string(), name: z.string(), values: z.record(z.string(), value) }),
  ),
  problems: z.array(z.string()),
  missing: z.array(z.string()),
});
export type NationalContent = z.infer<typeof nationalContent>;

/** What comes with a file. */
export const nationalFileShape = z.strictObject({
  id: uuid,
  type: z.literal('TakeNationalFile'),
  month: z.string().check(z.refine(isMonth, 'Choose the month that the file is of')),
  fileName: z.string().check(z.maxLength(200, 'The name of the file is too long')),
});
