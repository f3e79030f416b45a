import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened, noteDetails, wasHereAgain } from '../decision.ts';
import type { Spell } from '../state.ts';
import { note, spellCommand } from './shape.ts';

export const cancelDischarge = z.strictObject({ ...spellCommand('CancelDischarge'), note });

/**
 * Takes a discharge back: the person is still here, and if they were ready, still waiting since the
 * same day. Refused when they have been in hospital in another stay since: nobody is in two at once.
 */
export function decideCancelDischarge(
  spell: Spell,
  command: z.infer<typeof cancelDischarge>,
  context: DecideContext,
): Decision {
  if (spell.discharge === null) {
    return ruleBroken('This person has not been discharged. There is nothing to take back.');
  }
  if (wasHereAgain(spell, context.stays)) {
    return ruleBroken('This person has been in hospital again since, so this discharge stands.');
  }
  return happened(context, spell.id, {
    type: 'DischargeCancelled',
    data: { at: spell.discharge.at },
    details: noteDetails(command.note),
  });
}
