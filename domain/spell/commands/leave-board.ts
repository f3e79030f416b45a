import * as z from 'zod/mini';
import { isDueToEndFollowUp } from '../../housing/follow-up.ts';
import { ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happened, todayOf } from '../decision.ts';
import { LEFT_ON_BOARD_HOURS } from '../discharge.ts';
import type { Spell } from '../state.ts';
import { spellCommand } from './shape.ts';

export const leaveBoard = z.strictObject(spellCommand('LeaveBoard'));

/** True once somebody who left has been on the board for a day. */
export function isDueToLeaveBoard(spell: Spell, now: string): boolean {
  if (spell.discharge === null || spell.leftBoardAt !== null) return false;
  return Date.parse(now) - Date.parse(spell.discharge.at) >= LEFT_ON_BOARD_HOURS * 3_600_000;
}

/**
 * Takes somebody who left off the board, a day after; and off the lists of those who follow up their
 * home, a year after, whatever is still open. The stay itself is kept.
 */
export function decideLeaveBoard(spell: Spell, context: DecideContext): Decision {
  if (spell.leftBoardAt !== null) {
    return isDueToEndFollowUp(spell, todayOf(context))
      ? happened(context, spell.id, { type: 'FollowUpEnded', data: {}, details: null })
      : NOTHING_NEW;
  }
  if (!isDueToLeaveBoard(spell, context.now)) {
    return ruleBroken('People stay on the board for a day after they have left.');
  }
  return happened(context, spell.id, { type: 'SpellLeftBoard', data: {}, details: null });
}
