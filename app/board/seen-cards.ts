import type { Card } from '../../domain/spell/card.ts';

/** Which change of each patient this page has drawn: what comes after it is news, once. */
export type SeenCards = {
  /** The card is newer than what was drawn of it, or than the board it first came on. */
  isNews: (card: Pick<Card, 'id' | 'seq'>) => boolean;
  note: (card: Pick<Card, 'id' | 'seq'>) => void;
};

/** `cursorNow`: up to which seq the board is held; null while only a part of it is. */
export function createSeenCards(cursorNow: () => number | null): SeenCards {
  const drawn = new Map<string, number>();
  let firstCursor: number | null = null;
  return {
    isNews({ id, seq }) {
      firstCursor ??= cursorNow();
      const before = drawn.get(id) ?? firstCursor;
      return before !== null && seq > before;
    },
    note({ id, seq }) {
      drawn.set(id, seq);
    },
  };
}
