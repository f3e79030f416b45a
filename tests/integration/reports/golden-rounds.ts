import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import { NOT_SEEN_REASONS, isSameRound, roundTimeOf } from '../../../domain/rounds/board-round.ts';
import type { Instant } from '../../../domain/time.ts';
import { idOf } from '../../factories/ids.ts';
import type { Order } from './golden-stays.ts';

const LONDON = 'Europe/London';

/** What board rounds recorded of one stay, as rows of the golden month's table have it. */
export function goldenRounds(rows: readonly Record<string, string>[]): Order[] {
  let seen: Instant | null = null;
  return rows.map((row, index): Order => {
    const at = new Date(`${row.Recorded ?? ''}Z`).toISOString();
    const body: SpellCommandInput = {
      type: 'RecordBoardRound',
      id: idOf(Number(row.Stay) * 1000 + 900 + index),
      spellId: idOf(Number(row.Stay)),
      notSeen: NOT_SEEN_REASONS.find((reason) => reason === row['Came to']) ?? null,
      // Never the same twice, which would be nothing new.
      action: `Next action, ${index + 1}`,
      owner: 'ward',
      seen: seen !== null && isSame(seen, at) ? seen : null,
    };
    seen = at;
    return { at, body };
  });
}

function isSame(one: Instant, other: Instant): boolean {
  return isSameRound(roundTimeOf(one, LONDON), roundTimeOf(other, LONDON));
}
