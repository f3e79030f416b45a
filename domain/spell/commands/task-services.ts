import * as z from 'zod/mini';
import type { Refusal } from '../../result.ts';
import { ruleBroken } from '../../result.ts';
import type { Task } from '../../tasks/task.ts';
import {
  PROVIDER_ANSWERS,
  PROVIDER_ANSWER_NAMES,
  arrangesService,
} from '../../tasks/task-types.ts';
import { formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  NO_SUCH_TASK,
  cameFirst,
  findTask,
  happened,
  noteDetails,
  refuseIfFinished,
  todayOf,
} from '../decision.ts';
import { lastSet } from '../last-set.ts';
import type { Spell } from '../state.ts';
import { day, instant, taskCommand } from './shape.ts';

/** `seen` is the answer that was shown for this provider, null for one approached anew. */
export const recordProvider = z.strictObject({
  ...taskCommand('RecordProvider'),
  name: z
    .string('Enter the provider’s name')
    .check(
      z.trim(),
      z.minLength(1, 'Enter the provider’s name'),
      z.maxLength(120, 'Write at most 120 characters'),
    ),
  approachedOn: day,
  answer: z.enum(PROVIDER_ANSWERS, 'Choose the provider’s answer'),
  seen: z.nullable(z.enum(PROVIDER_ANSWERS)),
});
export const setPackageStart = z.strictObject({
  ...taskCommand('SetPackageStart'),
  startsAt: z.nullable(instant),
  seen: z.nullable(instant),
});

type TaskService = z.infer<typeof recordProvider> | z.infer<typeof setPackageStart>;

/**
 * What is known of the service that a task arranges: which providers were approached and what they
 * answered, and when it begins (handbook 5). A provider stands once on a task, by name; recording
 * one again changes the answer. Any member of the team may record, as providers call back whoever
 * is on duty.
 */
export function decideTaskService(
  spell: Spell,
  command: TaskService,
  context: DecideContext,
): Decision {
  const task = findTask(spell, command.taskId);
  if (task === undefined) return NO_SUCH_TASK;
  const refused = refuseIfFinished(task) ?? refuseIfNoService(task);
  if (refused !== null) return refused;
  return command.type === 'RecordProvider'
    ? record(spell, task, command, context)
    : setStart(spell, task, command, context);
}

function refuseIfNoService({ type }: Task): Refusal | null {
  return arrangesService(type)
    ? null
    : ruleBroken('This task arranges no service that a provider gives.');
}

function record(
  spell: Spell,
  task: Task,
  command: z.infer<typeof recordProvider>,
  context: DecideContext,
): Decision {
  const { name, approachedOn, answer, seen } = command;
  const known = task.providers.find((provider) => isSameName(provider.name, name));
  const note = noteDetails(command.note)?.note ?? null;
  const isSame =
    known?.answer === answer && known.approachedOn === approachedOn && known.note === note;
  if (isSame) return NOTHING_NEW;
  if (approachedOn > todayOf(context)) {
    return ruleBroken('A provider cannot have been approached in the future.', 'approachedOn');
  }
  if (known !== undefined && known.answer !== seen) {
    const stands = PROVIDER_ANSWER_NAMES[known.answer].toLowerCase();
    return cameFirst(
      { field: 'answer', value: known.answer },
      { setBy: known.recordedBy, setAt: known.recordedAt },
      `recorded ${known.name}: ${stands}`,
      context.timeZone,
    );
  }
  const data = {
    ...{ providerId: known?.id ?? command.id, approachedOn, answer },
    previous: known?.answer ?? null,
  };
  const details = { name: known?.name ?? name, note };
  return happened(
    context,
    spell.id,
    { type: 'TaskProviderRecorded', data, details },
    { taskId: task.id },
  );
}

function setStart(
  spell: Spell,
  task: Task,
  { startsAt, seen, note }: z.infer<typeof setPackageStart>,
  context: DecideContext,
): Decision {
  if (startsAt === task.startsAt) return NOTHING_NEW;
  if (startsAt !== null && startsAt < spell.admittedAt) {
    return ruleBroken('The service cannot begin before the person came to hospital.', 'startsAt');
  }
  if (seen !== task.startsAt) {
    const now =
      task.startsAt === null ? 'not known' : formatInstant(task.startsAt, context.timeZone);
    return cameFirst(
      { field: 'startsAt', value: task.startsAt },
      lastSet(context.history, { kind: 'startsAt', taskId: task.id }),
      `set the start to ${now}`,
      context.timeZone,
    );
  }
  const data = { startsAt, previous: task.startsAt };
  return happened(
    context,
    spell.id,
    { type: 'TaskStartSet', data, details: noteDetails(note) },
    { taskId: task.id },
  );
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
