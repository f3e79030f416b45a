import { useCallback, useState } from 'react';
import type { Card } from '../../domain/spell/card.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import { useBoardState, useLiveBoard } from '../live/board-context.ts';
import type { Column } from './group-cards.ts';
import { canMove } from './move-choices.ts';

type Question = { spellId: string; suggested: Pathway | null };

export type MoveQuestion = {
  asked: { card: Card; suggested: Pathway | null } | null;
  ask: (spellId: string) => void;
  askAbout: (spellId: string, columnId: string) => void;
  /** Whether a card may be dropped on a column: it is of another pathway that this person may set. */
  accepts: (spellId: string, columnId: string) => boolean;
  close: () => void;
};

/** The question where to move a card, whoever asks: its button, a key, or the mouse that dropped it. */
export function useMoveQuestion(
  columns: readonly Column[],
  settable: readonly Pathway[],
): MoveQuestion {
  const { store } = useLiveBoard();
  const [question, setQuestion] = useState<Question | null>(null);
  const card = useBoardState(({ shown }) =>
    question === null ? undefined : shown.get(question.spellId),
  );

  const suggestionFor = (spellId: string, columnId: string): Pathway | null => {
    const moved = store.getState().shown.get(spellId);
    const target = columns.find(({ id }) => id === columnId)?.pathways ?? [];
    if (moved?.pathway === undefined || target.includes(moved.pathway)) return null;
    if (!canMove(moved, settable)) return null;
    return target.find((pathway) => settable.includes(pathway)) ?? null;
  };
  const ask = useCallback(
    (spellId: string) => {
      const asked = store.getState().shown.get(spellId);
      if (asked === undefined || !canMove(asked, settable)) return;
      setQuestion({ spellId, suggested: null });
    },
    [store, settable],
  );

  return {
    asked: question !== null && card !== undefined ? { card, suggested: question.suggested } : null,
    ask,
    askAbout: (spellId, columnId) => {
      const suggested = suggestionFor(spellId, columnId);
      if (suggested !== null) setQuestion({ spellId, suggested });
    },
    accepts: (spellId, columnId) => suggestionFor(spellId, columnId) !== null,
    close: useCallback(() => setQuestion(null), []),
  };
}
