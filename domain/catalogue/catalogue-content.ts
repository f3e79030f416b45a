import * as z from 'zod/mini';
import type { DelayReason } from '../delay/delay-reasons.ts';
import { isDelayReason } from '../delay/delay-reasons.ts';
import type { CatalogueEntry, TaskCatalogue, TaskSet, TaskTarget } from '../tasks/catalogue.ts';
import { MAX_SET_TASKS } from '../tasks/task-sets.ts';
import type { TaskType } from '../tasks/task-types.ts';
import { TASK_OWNERS, TASK_TYPES, isTaskType } from '../tasks/task-types.ts';

/** All that one edition of the catalogue says (handbook 5). Types stand in the order people see. */
export type CatalogueContent = { types: readonly CatalogueEntry[]; sets: readonly TaskSet[] };

const MAX_NAME = 80;

export const typeName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'Enter the name that people see'),
    z.maxLength(MAX_NAME, `Use at most ${MAX_NAME} characters`),
  );

const amount = (most: number) =>
  z
    .int('Enter a whole number')
    .check(
      z.gte(1, 'Enter a whole number of 1 or more'),
      z.lte(most, `Enter a number up to ${most}`),
    );

const MAX_HOURS = 720;
const MAX_DAYS = 365;

export const taskTarget: z.ZodMiniType<TaskTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hours'), hours: amount(MAX_HOURS) }),
  z.strictObject({ kind: z.literal('same_day') }),
  z.strictObject({ kind: z.literal('days'), days: amount(MAX_DAYS) }),
  z.strictObject({ kind: z.literal('working_days'), days: amount(MAX_DAYS) }),
  z.strictObject({ kind: z.literal('day_before') }),
]);

const delayReason = z.custom<DelayReason>(isDelayReason, 'Choose a reason from the national list');

/** What a hub decides about a type; its key is made once and never changes. */
export const entryFields = z.strictObject({
  name: typeName,
  owner: z.enum(TASK_OWNERS, 'Choose who does it'),
  target: taskTarget,
  processReason: delayReason,
  capacityReason: z.nullable(delayReason),
  isOffered: z.boolean(),
});

export const taskType = z.custom<TaskType>(isTaskType, 'Choose a task from the list');

export const setFields = z.strictObject({
  name: typeName,
  tasks: z
    .array(z.strictObject({ type: taskType, blocking: z.boolean() }))
    .check(
      z.minLength(1, 'Choose at least one task'),
      z.maxLength(MAX_SET_TASKS, `Choose at most ${MAX_SET_TASKS} tasks`),
    ),
});

export const setKey = z.string().check(z.regex(/^[a-z0-9_]{1,60}$/));

const content = z.strictObject({
  types: z.array(z.extend(entryFields, { type: taskType })),
  sets: z.array(z.extend(setFields, { key: setKey })),
});

/** What storage holds, checked; throws where it is not a catalogue that rules can count on. */
export function parseContent(value: unknown): CatalogueContent {
  const parsed = content.parse(value);
  const types = new Set(parsed.types.map(({ type }) => type));
  const missing = TASK_TYPES.find((type) => !types.has(type));
  if (missing !== undefined) throw new Error(`The task catalogue lacks ${missing}`);
  return parsed;
}

/** The entries by their type, in the order in which people see them. */
export function catalogueOf({ types }: CatalogueContent): TaskCatalogue {
  const entries = Object.fromEntries(types.map((entry) => [entry.type, entry]));
  return entries as TaskCatalogue; // parseContent made sure of every type that rules know
}
