import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import { formatDay } from '../../time.ts';
import { CRITERION_CODES } from '../criteria.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened, noteDetails, refuseIfDischarged, todayOf } from '../decision.ts';
import type { Spell } from '../state.ts';
import { day, note, spellCommand } from './shape.ts';

/** `criteria` defaults to 12, "not recorded which"; `metOn` to today. */
export const recordCriteriaToReside = z.strictObject({
  ...spellCommand('RecordCriteriaToReside'),
  criteria: z.optional(z.array(z.enum(CRITERION_CODES)).check(z.minLength(1), z.maxLength(12))),
  metOn: z.optional(day),
  note,
});

/**
 * Records a review in which the person meets the criteria. If they were recorded as ready, that
 * period ends on `metOn` and the clock stops; ending it on its first day takes it back.
 */
export function decideRecordCriteriaToReside(
  spell: Spell,
  command: z.infer<typeof recordCriteriaToReside>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const today = todayOf(context);
  const metOn = command.metOn ?? today;
  if (metOn > today) return ruleBroken('This date cannot be in the future.', 'metOn');
  if (metOn < spell.admittedOn) {
    return ruleBroken(
      `This date cannot be before the admission on ${formatDay(spell.admittedOn)}.`,
      'metOn',
    );
  }
  const open = spell.nctrPeriods.at(-1);
  const isReady = open !== undefined && open.endedOn === null;
  if (isReady && metOn < open.startedOn) {
    return ruleBroken(
      `No criteria to reside is recorded since ${formatDay(open.startedOn)}: this date cannot be before that.`,
      'metOn',
    );
  }
  return happened(context, spell.id, {
    type: 'CriteriaToResideRecorded',
    data: { criteria: command.criteria ?? ['12'], periodEndedOn: isReady ? metOn : null },
    details: noteDetails(command.note),
  });
}
