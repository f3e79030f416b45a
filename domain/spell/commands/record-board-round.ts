import * as z from 'zod/mini';
import type { BoardRound } from '../../rounds/board-round.ts';
import { NOT_SEEN_REASONS, isOfRound, roundTimeOf } from '../../rounds/board-round.ts';
import { ruleBroken } from '../../result.ts';
import { TASK_OWNERS } from '../../tasks/task-types.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, cameFirst, happened, refuseIfDischarged } from '../decision.ts';
import type { Spell } from '../state.ts';
import { instant, spellCommand } from './shape.ts';

const line = (most: number) =>
  z._default(z.string().check(z.trim(), z.maxLength(most, `Write at most ${most} characters`)), '');

/**
 * What the ward's round came to for one patient; `notSeen` says why they were passed over. `owner`
 * is the team that has the next action, `person` who of it. `seen`: when the round was recorded for
 * them last, as shown; null where it never was.
 */
export const recordBoardRound = z.strictObject({
  ...spellCommand('RecordBoardRound'),
  notSeen: z._default(z.nullable(z.enum(NOT_SEEN_REASONS, 'Choose why from the list')), null),
  action: line(300),
  owner: z._default(z.nullable(z.enum(TASK_OWNERS, 'Choose a team from the list')), null),
  person: line(80),
  seen: z.nullable(instant),
});

/**
 * Records one patient's part of the board round (handbook 13): a next action and who has it, or why
 * they were not seen. Two people who record it in the same round are asked whose counts.
 */
export function decideRecordBoardRound(
  spell: Spell,
  { notSeen, action, owner, person, seen }: z.infer<typeof recordBoardRound>,
  context: DecideContext,
): Decision {
  const ended = refuseIfDischarged(spell);
  if (ended !== null) return ended;
  if (notSeen === null && action === '') return ruleBroken('Write the next action.', 'action');
  if (action !== '' && owner === null) {
    return ruleBroken('Choose the team that has the next action.', 'owner');
  }
  const wish = {
    notSeen,
    ...(action === ''
      ? { action: null, owner: null, person: null }
      : { action, owner, person: person === '' ? null : person }),
  };
  const standing = standingOf(spell, context);
  if (standing !== null && isSame(standing, wish)) return NOTHING_NEW;
  if (standing !== null && seen !== standing.at) {
    const by = { setBy: standing.by, setAt: standing.at };
    const field = { field: 'boardRound', value: standing.at };
    return cameFirst(field, by, 'recorded the board round', context.timeZone);
  }
  const data = { wardId: spell.wardId, notSeen, owner: wish.owner, edd: spell.edd.day };
  const details = wish.action === null ? null : { action: wish.action, person: wish.person };
  return happened(context, spell.id, { type: 'BoardRoundRecorded', data, details });
}

/** What is recorded in the round that is on now; an earlier round was another thing. */
function standingOf(
  { lastRound, wardId }: Spell,
  { now, timeZone }: Pick<DecideContext, 'now' | 'timeZone'>,
): BoardRound | null {
  if (lastRound === null) return null;
  return isOfRound(lastRound, wardId, roundTimeOf(now, timeZone), timeZone) ? lastRound : null;
}

type Wish = Pick<BoardRound, 'notSeen' | 'action' | 'owner' | 'person'>;

function isSame(one: Wish, other: Wish): boolean {
  return (
    one.notSeen === other.notSeen &&
    one.action === other.action &&
    one.owner === other.owner &&
    one.person === other.person
  );
}
