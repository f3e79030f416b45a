import { TIMER_ACTOR } from '../../domain/actor.ts';
import { isDueToEndFollowUp } from '../../domain/housing/follow-up.ts';
import { isDueToLeaveBoard } from '../../domain/spell/commands/leave-board.ts';
import { newId } from '../new-id.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock, Services } from '../services.ts';

type Deps = {
  projection: Pick<BoardProjection, 'spells'>;
  execute: Services['execute'];
  clock: Clock;
};

/**
 * Takes people who left a day ago off the board, and homes that were followed up for a year off the
 * lists, through the same door as everyone's changes.
 */
export async function leaveBoard({ projection, execute, clock }: Deps): Promise<void> {
  const now = clock.now();
  const today = clock.today();
  const due = [...projection.spells()].filter(
    ({ spell }) => isDueToLeaveBoard(spell, now) || isDueToEndFollowUp(spell, today),
  );
  for (const { spell } of due) {
    // A refusal means that somebody took the discharge back meanwhile.
    await execute(TIMER_ACTOR, { id: newId(), type: 'LeaveBoard', spellId: spell.id });
  }
}
