import { useEffect, useState } from 'react';
import type { LiveBoard } from './board-context.ts';
import type { LivePage } from './start-live-board.ts';
import { createBoardEngine } from './start-live-board.ts';
import { useHearUnread } from './unread-context.ts';

/** The stores of a live page, kept by the server for as long as the page is shown. */
export function useBoardEngine(first: LivePage): LiveBoard {
  const hearUnread = useHearUnread();
  const [{ board, start }] = useState(() => createBoardEngine(first, hearUnread));
  useEffect(() => start(), [start]);
  return board;
}
