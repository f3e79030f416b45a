import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import { calendarDay, formatDay, formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened, refuseIfDischarged } from '../decision.ts';
import { DESTINATIONS } from '../discharge.ts';
import type { Spell } from '../state.ts';
import { instant, spellCommand } from './shape.ts';

export const dischargePatient = z.strictObject({
  ...spellCommand('DischargePatient'),
  at: instant,
  destination: z.enum(DESTINATIONS, 'Choose where the person went'),
});

/**
 * Records that the person left: a fact, so not in the future, not before the admission, and not
 * before the day they were recorded as ready (discharge ready date <= discharge date).
 */
export function decideDischargePatient(
  spell: Spell,
  command: z.infer<typeof dischargePatient>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const { at, destination } = command;
  if (at > context.now) return ruleBroken('The discharge cannot be in the future.', 'at');
  if (at < spell.admittedAt) {
    return ruleBroken(
      `The discharge cannot be before the admission (${formatInstant(spell.admittedAt, context.timeZone)}).`,
      'at',
    );
  }
  const on = calendarDay(at, context.timeZone);
  const notTakenBack = spell.nctrPeriods.filter((period) => period.startedOn !== period.endedOn);
  const lastDay = notTakenBack.reduce((latest, period) => {
    const periodDay = period.endedOn ?? period.startedOn;
    return periodDay > latest ? periodDay : latest;
  }, spell.admittedOn);
  if (on < lastDay) {
    return ruleBroken(
      `The criteria to reside were reviewed for ${formatDay(lastDay)}: the discharge cannot be before that.`,
      'at',
    );
  }
  return happened(
    context,
    spell.id,
    { type: 'PatientDischarged', data: { at, on, destination }, details: null },
    { occurredAt: at },
  );
}
