import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import { formatDay } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, noteDetails, refuseIfDischarged, todayOf } from '../decision.ts';
import type { Spell } from '../state.ts';
import { day, note, spellCommand } from './shape.ts';

export const recordNoCriteriaToReside = z.strictObject({
  ...spellCommand('RecordNoCriteriaToReside'),
  readyDate: day,
  note,
});

/**
 * Records the decision that no criterion to reside applies any more, and since which day.
 * An open period is never overwritten: the criteria must be met again first, which stops the clock.
 */
export function decideRecordNoCriteriaToReside(
  spell: Spell,
  command: z.infer<typeof recordNoCriteriaToReside>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const { readyDate } = command;
  const last = spell.nctrPeriods.at(-1);
  if (last !== undefined && last.endedOn === null) {
    if (last.startedOn === readyDate) return NOTHING_NEW;
    return ruleBroken(
      `No criteria to reside is recorded since ${formatDay(last.startedOn)} already. If that is wrong, record that the criteria are met from that day, then record the right one.`,
      'readyDate',
    );
  }
  if (readyDate > todayOf(context)) {
    return ruleBroken('The ready date cannot be in the future.', 'readyDate');
  }
  if (readyDate < spell.admittedOn) {
    return ruleBroken(
      `The ready date cannot be before the admission on ${formatDay(spell.admittedOn)}.`,
      'readyDate',
    );
  }
  const lastReal = spell.nctrPeriods.findLast((period) => period.startedOn !== period.endedOn);
  const met = lastReal?.endedOn ?? null;
  if (met !== null && readyDate < met) {
    return ruleBroken(
      `The criteria to reside were met again on ${formatDay(met)}: the ready date cannot be before that.`,
      'readyDate',
    );
  }
  return happened(context, spell.id, {
    type: 'NoCriteriaToResideRecorded',
    data: { readyDate },
    details: noteDetails(command.note),
  });
}
