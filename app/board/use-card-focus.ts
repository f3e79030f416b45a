import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Column } from './group-cards.ts';

/** A card to go to. An object, so that going to the same one again is something new. */
export type Sought = { cardId: string };

type CardFocus = {
  /** The card last been on, which Tab comes back to. */
  lastId: string | null;
  sought: Sought | null;
  goTo: (cardId: string) => void;
};

/**
 * Remembers the card last been on, goes to cards on request, and stays with a card that moves
 * to another place while it has the focus. News never takes the focus from anything else.
 */
export function useCardFocus(
  root: RefObject<HTMLElement>,
  columns: readonly Pick<Column, 'cards'>[],
): CardFocus {
  const [lastId, setLastId] = useState<string | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const focusedId = useRef<string | null>(null);

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const onFocus = (event: FocusEvent) => {
      focusedId.current = cardIdOf(event.target);
      if (focusedId.current !== null) setLastId(focusedId.current);
    };
    const onBlur = ({ target }: FocusEvent) => {
      // A card that was taken out is not one that somebody left.
      requestAnimationFrame(() => {
        const isLeft = target instanceof Node && target.isConnected;
        if (isLeft && document.activeElement !== target) focusedId.current = null;
      });
    };
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', onBlur);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', onBlur);
    };
  }, [root]);

  useEffect(() => {
    const cardId = focusedId.current;
    if (cardId === null || document.activeElement !== document.body) return;
    return focusWhenThere(root, cardId, () => {
      // Gone altogether: to the board, not to a neighbour, who would be mistaken for the one before.
      root.current?.querySelector<HTMLElement>('.hub-board')?.focus();
    });
  }, [root, columns]);

  useEffect(() => {
    if (sought === null) return;
    return focusWhenThere(root, sought.cardId, () => {});
  }, [root, sought]);

  const goTo = useCallback((cardId: string) => {
    setLastId(cardId);
    setSought({ cardId });
  }, []);

  return { lastId, sought, goTo };
}

/** The id of the card that something on the page belongs to. */
export function cardIdOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-card-id]')?.dataset.cardId ?? null;
}

/** A column that was empty until now draws its first card a moment later. */
function focusWhenThere(root: RefObject<HTMLElement>, cardId: string, orElse: () => void) {
  if (focusCard(root.current, cardId)) return;
  const frame = requestAnimationFrame(() => {
    if (!focusCard(root.current, cardId)) orElse();
  });
  return () => {
    cancelAnimationFrame(frame);
  };
}

function focusCard(root: HTMLElement | null, cardId: string): boolean {
  const name = root?.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"] a`);
  if (name === null || name === undefined) return false;
  // Its list scrolls by itself; the row of columns has to follow.
  name.focus({ preventScroll: true });
  showColumnOf(name);
  return true;
}

/** Brings a card's column into view where the columns do not all fit. */
export function showColumnOf(element: Element): void {
  element.closest('.hub-column')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
