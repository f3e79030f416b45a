import * as z from 'zod/mini';
import { planInText } from '../../housing/home.ts';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, refuseIfMoved } from '../decision.ts';
import type { Spell } from '../state.ts';
import { lines, spellCommand } from './shape.ts';

/** `text` null takes the plan away; `seen` is the plan that was shown, as `planInText` writes it. */
export const setInterimPlan = z.strictObject({
  ...spellCommand('SetInterimPlan'),
  text: z.nullable(lines.check(z.minLength(1, 'Write the plan'))),
  leavesWhen: z.optional(z.nullable(lines)),
  seen: z.nullable(z.string().check(z.maxLength(4100))),
});

/**
 * Writes down how somebody can leave before an adaptation that will not be done in time, and what
 * must be so before they can (handbook 5). A plan without the second is refused: nobody could act
 * on it.
 */
export function decideSetInterimPlan(
  spell: Spell,
  command: z.infer<typeof setInterimPlan>,
  context: DecideContext,
): Decision {
  const { plan: before, setBy, setAt } = spell.home.interimPlan;
  const leavesWhen = command.leavesWhen ?? '';
  const plan = command.text === null ? null : { text: command.text, leavesWhen };
  const value = planInText(before);
  if (planInText(plan) === value) return NOTHING_NEW;
  if (plan !== null && leavesWhen === '') {
    return ruleBroken('Say what makes this person able to leave before the work.', 'leavesWhen');
  }
  const moved = refuseIfMoved(
    { field: 'interimPlan', name: 'interim plan', value, seen: command.seen, setBy, setAt },
    (text) => (text === null ? 'nothing' : `“${text}”`),
    context.timeZone,
  );
  if (moved !== null) return moved;
  return happened(context, spell.id, {
    type: 'InterimPlanSet',
    data: { isSet: plan !== null },
    details: { plan },
  });
}
