import * as z from 'zod/mini';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, refuseIfDischarged, refuseIfMoved } from '../decision.ts';
import type { Spell } from '../state.ts';
import { lines, spellCommand } from './shape.ts';

export const setClinicalCriteria = z.strictObject({
  ...spellCommand('SetClinicalCriteria'),
  text: z.nullable(lines.check(z.minLength(1, 'Write the criteria'))),
  seen: z.nullable(lines),
});

/** Writes down what must be true clinically before the person can leave; null takes it away. */
export function decideSetClinicalCriteria(
  spell: Spell,
  command: z.infer<typeof setClinicalCriteria>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const { clinicalCriteria: before } = spell;
  if (command.text === before.text) return NOTHING_NEW;
  const moved = refuseIfMoved(
    {
      ...{ field: 'clinicalCriteria', name: 'clinical criteria', value: before.text },
      ...{ seen: command.seen, setBy: before.setBy, setAt: before.setAt },
    },
    (value) => (value === null ? 'nothing' : `“${value}”`),
    context.timeZone,
  );
  if (moved !== null) return moved;
  return happened(context, spell.id, {
    type: 'ClinicalCriteriaSet',
    data: {},
    details: { text: command.text },
  });
}
