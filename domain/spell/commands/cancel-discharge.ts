import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { happened, noteDetails } from '../decision.ts';
import type { Spell } from '../state.ts';
import { note, spellCommand } from './shape.ts';

export const cancelDischarge = z.strictObject({ ...spellCommand('CancelDischarge'), note });

/**
 * Takes a discharge back: the person is still here, and if they were ready, still waiting since the
 * same day. Refused when they are in hospital in another stay meanwhile.
 */
export function decideCancelDischarge(
  spell: Spell,
  command: z.infer<typeof cancelDischarge>,
  context: DecideContext,
): Decision {
  if (spell.discharge === null) {
    return ruleBroken('This person has not been discharged. There is nothing to take back.');
  }
  if (context.known !== null && context.known.openSpellId !== null) {
    return ruleBroken('This person is in hospital again. That stay would have to end first.');
  }
  return happened(context, spell.id, {
    type: 'DischargeCancelled',
    data: { at: spell.discharge.at },
    details: noteDetails(command.note),
  });
}
