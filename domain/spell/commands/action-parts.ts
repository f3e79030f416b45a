import * as z from 'zod/mini';
import { mayHaveAction } from '../../actions/action-sight.ts';
import type { ActorRef } from '../../actor.ts';
import { sightFacts } from '../../audience.ts';
import type { Refusal } from '../../result.ts';
import { ruleBroken } from '../../result.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import type { CalendarDay } from '../../time.ts';
import type { DecideContext } from '../decision.ts';
import { actorRef, todayOf } from '../decision.ts';
import type { Spell } from '../state.ts';

/** Parts that the commands about actions share. */

/** Who of the team has it; left out where nobody is named. */
export const assigneeId = z.optional(z.string().check(z.maxLength(80)));

export function refuseDay(dueOn: CalendarDay, context: DecideContext): Refusal | null {
  if (dueOn >= todayOf(context)) return null;
  return ruleBroken('The day by which it is to be done cannot be in the past.', 'dueOn');
}

type Named = { ok: true; ref: ActorRef | null } | Refusal;

/** Who of the team is to have it: null where nobody is named. */
export function personOf(
  spell: Spell,
  owner: TaskOwner,
  { assigneeId }: { assigneeId?: string | undefined },
  { assignee }: DecideContext,
): Named {
  if (assigneeId === undefined) return { ok: true, ref: null };
  if (assignee === null || !mayHaveAction(assignee, owner, sightFacts(spell))) {
    return ruleBroken(
      'This person cannot have this action: they are not in that team, or do not see this patient.',
      'assigneeId',
    );
  }
  return { ok: true, ref: actorRef(assignee) };
}
