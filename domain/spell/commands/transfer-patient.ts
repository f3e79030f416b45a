import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { bed, instant, spellCommand, wardId } from './shape.ts';

/** `at` is when the person moved; now unless it says otherwise. */
export const transferPatient = z.strictObject({
  ...spellCommand('TransferPatient'),
  wardId,
  bed,
  at: z.optional(instant),
});

/**
 * Moves somebody to another ward or bed of the same provider, which keeps the stay. To another
 * provider it is a discharge there and an admission here (handbook 1, "journey").
 */
export function decideTransferPatient(
  spell: Spell,
  command: z.infer<typeof transferPatient>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const to = context.wards.get(command.wardId);
  if (to === undefined) return ruleBroken('This ward is not on the list of wards.', 'wardId');
  if (command.wardId === spell.wardId && command.bed === spell.bed) return NOTHING_NEW;
  if (to.provider !== context.wards.get(spell.wardId)?.provider) {
    return ruleBroken(
      'This ward belongs to another trust. Discharge the person here, and have them admitted there.',
      'wardId',
    );
  }
  const at = command.at ?? context.now;
  if (at > context.now) return ruleBroken('The transfer cannot be in the future.', 'at');
  if (at < spell.admittedAt) {
    return ruleBroken('The transfer cannot be before the admission.', 'at');
  }
  const data = {
    wardId: command.wardId,
    bed: command.bed,
    fromWardId: spell.wardId,
    fromBed: spell.bed,
  };
  return happened(
    context,
    spell.id,
    { type: 'PatientTransferred', data, details: null },
    { occurredAt: at },
  );
}
