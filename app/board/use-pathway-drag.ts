import type { RefObject } from 'react';
import { useState } from 'react';
import type { Grouping } from './group-cards.ts';
import { stillnessOf } from './group-cards.ts';
import type { DropTarget } from './use-card-drag.ts';
import { useCardDrag } from './use-card-drag.ts';
import type { MoveQuestion } from './use-move-question.ts';

type PathwayDrag = {
  dropTarget: DropTarget | null;
  /** Why a card that was taken up cannot be put down elsewhere, once somebody has tried. */
  note: string | null;
};

/** Dragging asks about a pathway; where the columns are something else, it says why nothing moves. */
export function usePathwayDrag(
  root: RefObject<HTMLElement>,
  group: Grouping,
  { accepts, askAbout }: MoveQuestion,
  announce: (words: string) => void,
): PathwayDrag {
  const [triedIn, setTriedIn] = useState<Grouping | null>(null);
  const stillness = stillnessOf(group);
  const dropTarget = useCardDrag(root, {
    lift: () => {
      setTriedIn(group);
      if (stillness !== null) announce(stillness);
    },
    accepts,
    drop: askAbout,
  });
  return { dropTarget, note: triedIn === group ? stillness : null };
}
