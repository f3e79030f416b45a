import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { cardIdOf } from './use-card-focus.ts';

type CardDrag = {
  /** A card was taken up. */
  lift: () => void;
  /** Whether a card may be dropped on a column. */
  accepts: (cardId: string, columnId: string) => boolean;
  drop: (cardId: string, columnId: string) => void;
};

/** The column under a dragged card, and whether it may be dropped there. */
export type DropTarget = { columnId: string; isAccepted: boolean };

/** Dragging with a mouse; "Move to…" and the keyboard do the same without one. */
export function useCardDrag(root: RefObject<HTMLElement>, drag: CardDrag): DropTarget | null {
  const [target, setTarget] = useState<DropTarget | null>(null);
  const latest = useRef(drag);
  useEffect(() => {
    latest.current = drag;
  });

  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    let cardId: string | null = null;
    const end = () => {
      cardId = null;
      setTarget(null);
    };
    const onOver = (event: DragEvent) => {
      const columnId = columnIdOf(event.target);
      if (cardId === null || columnId === null) return;
      const isAccepted = latest.current.accepts(cardId, columnId);
      if (isAccepted) event.preventDefault();
      setTarget((before) => (before?.columnId === columnId ? before : { columnId, isAccepted }));
    };
    const onDrop = (event: DragEvent) => {
      const columnId = columnIdOf(event.target);
      if (cardId !== null && columnId !== null) {
        event.preventDefault();
        latest.current.drop(cardId, columnId);
      }
      end();
    };
    const listeners = {
      dragstart: (event: DragEvent) => {
        cardId = cardIdOf(event.target);
        // Security: nothing of the patient goes along, as a drop may end in another window.
        event.dataTransfer?.setData('text/plain', '');
        if (cardId !== null) latest.current.lift();
      },
      dragover: onOver,
      drop: onDrop,
      dragend: end,
    };
    for (const [name, listener] of Object.entries(listeners)) {
      element.addEventListener(name, listener as EventListener); // these four events are DragEvents
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        element.removeEventListener(name, listener as EventListener); // as above
      }
    };
  }, [root]);

  return target;
}

function columnIdOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-column-id]')?.dataset.columnId ?? null;
}
