import * as z from 'zod/mini';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, refuseIfDischarged, refuseIfMoved } from '../decision.ts';
import type { Pathway } from '../pathway.ts';
import {
  NATIONAL_CHOICES,
  NATIONAL_PATHWAYS,
  PATHWAYS,
  PATHWAY_NAMES,
  nextPathwayChoice,
  pathwayStanding,
  shownPathway,
} from '../pathway.ts';
import type { Spell } from '../state.ts';
import { spellCommand } from './shape.ts';

/** `seen` is the pathway the board showed; null and `none_set` both mean none. */
export const setPathway = z.strictObject({
  ...spellCommand('SetPathway'),
  pathway: z.enum(PATHWAYS, 'Choose a pathway from the list'),
  seen: z.nullable(z.enum(PATHWAYS)),
  as: z.optional(z.enum(['recommended', 'agreed'])),
  national: z.optional(z.enum(NATIONAL_PATHWAYS)),
});

/** Recommends or agrees a pathway (see `pathwayStanding`), with its national one beside it. */
export function decideSetPathway(
  spell: Spell,
  command: z.infer<typeof setPathway>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  const { pathway, national } = command;
  if (national !== undefined && !NATIONAL_CHOICES[pathway].includes(national)) {
    return ruleBroken(`${PATHWAY_NAMES[pathway]} cannot be returned as ${national}.`, 'national');
  }
  const before = spell.pathway;
  const standing = pathwayStanding(context.actor.role, pathway, command.as);
  const after = nextPathwayChoice(before, pathway, standing, national);
  const isSame =
    after.recommended === before.recommended &&
    after.agreed === before.agreed &&
    after.national === before.national;
  if (isSame) return NOTHING_NEW;
  const moved = refuseIfMoved(
    {
      field: 'pathway',
      name: 'pathway',
      seen: command.seen ?? 'none_set',
      value: shownPathway(before),
      setBy: before.setBy,
      setAt: before.setAt,
    },
    (value) =>
      PATHWAY_NAMES[PATHWAYS.find((name): name is Pathway => name === value) ?? 'none_set'],
    context.timeZone,
  );
  if (moved !== null) return moved;
  const { recommended, agreed } = before;
  const previous = { recommended, agreed, national: before.national };
  return happened(context, spell.id, {
    type: 'PathwaySet',
    data: { ...after, previous },
    details: null,
  });
}
