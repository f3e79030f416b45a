import { useEffect, useState } from 'react';
import { hearUnread } from '../stores/unread-store.ts';
import type { LiveBoard } from './board-context.ts';
import type { LivePage } from './start-live-board.ts';
import { createBoardEngine } from './start-live-board.ts';
import { useUnreadStore } from './unread-context.ts';

/** The stores of a live page, kept by the server for as long as the page is shown. */
export function useBoardEngine(first: LivePage): LiveBoard {
  const unread = useUnreadStore();
  const [{ board, start }] = useState(() =>
    createBoardEngine(first, (count) => {
      hearUnread(unread, count);
    }),
  );
  useEffect(() => start(), [start]);
  return board;
}
