import * as z from 'zod/mini';
import { DELAY_REASONS } from '../../delay/delay-reasons.ts';
import type { DelayReason } from '../../delay/delay-reasons.ts';
import { dischargeReadyDate } from '../../delay/delay-days.ts';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, cameFirst, happened, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { lines, spellCommand } from './shape.ts';

const KEYS = Object.keys(DELAY_REASONS) as DelayReason[]; // its own keys
const reason = z.nullable(z.enum(KEYS, 'Choose a reason from the list'));

/** `reason` null takes the choice back: what follows from the tasks counts again. */
export const setPrimaryReason = z.strictObject({
  ...spellCommand('SetPrimaryReason'),
  reason,
  note: z.optional(lines),
  seen: reason,
});

/**
 * Puts a reason for the delay in the place of the one that follows from the tasks, with a note that
 * says why (handbook 4). Only somebody who is here and ready has one; it holds for this delay.
 */
export function decideSetPrimaryReason(
  spell: Spell,
  { reason: wish, note = '', seen }: z.infer<typeof setPrimaryReason>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const { chosenReason: chosen } = spell;
  const value = chosen?.reason ?? null;
  if (wish === value) return NOTHING_NEW;
  if (dischargeReadyDate(spell.nctrPeriods) === null) {
    return ruleBroken('This person is not recorded as ready: there is no delay to give a reason.');
  }
  if (wish !== null && note === '') {
    return ruleBroken('Say why this is the main reason.', 'note');
  }
  if (seen !== value) {
    const did = value === null ? 'took the chosen reason back' : `chose “${DELAY_REASONS[value]}”`;
    const by = { setBy: chosen?.setBy ?? null, setAt: chosen?.setAt ?? null };
    return cameFirst({ field: 'primaryReason', value }, by, did, context.timeZone);
  }
  const data = { reason: wish, previous: value };
  const details = note === '' ? null : { note };
  return happened(context, spell.id, { type: 'PrimaryReasonSet', data, details });
}
