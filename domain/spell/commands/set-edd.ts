import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import { movedWithEdd } from '../../tasks/catalogue.ts';
import { addDays, formatDay } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  happened,
  refuseIfDischarged,
  refuseIfMoved,
  todayOf,
  together,
} from '../decision.ts';
import type { Spell } from '../state.ts';
import { day, spellCommand } from './shape.ts';

export const setEdd = z.strictObject({
  ...spellCommand('SetEdd'),
  edd: day,
  seen: z.nullable(day),
  reason: z.optional(z.string().check(z.trim(), z.maxLength(500))),
});

const LONGEST_FORECAST_DAYS = 365;

/**
 * Sets the estimated discharge date: a forecast, so neither before the admission nor before today,
 * and at most a year ahead (a longer one is a slip of the keyboard). Targets that are the eve of it
 * move along.
 */
export function decideSetEdd(
  spell: Spell,
  command: z.infer<typeof setEdd>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  if (command.edd === spell.edd.day) return NOTHING_NEW;
  if (command.edd < spell.admittedOn) {
    return ruleBroken(
      `The estimated discharge date cannot be before the admission on ${formatDay(spell.admittedOn)}.`,
      'edd',
    );
  }
  const today = todayOf(context);
  if (command.edd < today) {
    return ruleBroken('The estimated discharge date cannot be in the past.', 'edd');
  }
  if (command.edd > addDays(today, LONGEST_FORECAST_DAYS)) {
    return ruleBroken('This date is more than a year ahead. Check the year.', 'edd');
  }
  const moved = refuseIfMoved(
    { field: 'edd', name: 'EDD', seen: command.seen, value: spell.edd.day, ...spell.edd },
    (value) => (value === null ? 'not set' : formatDay(value)),
    context.timeZone,
  );
  if (moved !== null) return moved;
  const reason = command.reason ?? '';
  const set = happened(context, spell.id, {
    type: 'EddSet',
    data: { edd: command.edd, previous: spell.edd.day },
    details: reason === '' ? null : { reason },
  });
  return together(set, ...targetsMoved(spell, command.edd, context));
}

function targetsMoved(spell: Spell, edd: string, context: DecideContext): Decision[] {
  const change = { before: spell.edd.day, after: edd };
  const moved = movedWithEdd(spell.tasks, change, context.catalogue, context);
  return moved.map(({ task, dueAt }) => {
    const data = { dueAt, previous: task.dueAt, because: 'edd_moved' } as const;
    const event = { type: 'TaskDueSet', data, details: null } as const;
    return happened(context, spell.id, event, { taskId: task.id });
  });
}
