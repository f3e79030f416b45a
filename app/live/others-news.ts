import type { BoardState } from '../stores/board-store.ts';
import { spellIdOf } from '../stores/overlay.ts';

/**
 * The patients that somebody else's change reached between two states of a board: those whose card
 * came, went or moved on, without those whose change was made here. A board that was loaded anew,
 * or whose day or names changed, is no news of a patient.
 */
export function othersNews(before: BoardState, now: BoardState): string[] {
  if (now.confirmed === before.confirmed || before.cursor === null) return [];
  if (now.epoch !== before.epoch || now.key !== before.key) return [];
  const own = new Set(before.pending.map(({ command }) => spellIdOf(command)));
  const seqOf = ({ confirmed }: BoardState, id: string) => confirmed.get(id)?.seq;
  const ids = new Set([...before.confirmed.keys(), ...now.confirmed.keys()]);
  return [...ids].filter((id) => seqOf(before, id) !== seqOf(now, id) && !own.has(id));
}
