import { useEffect, useState } from 'react';
import type { LiveBoard } from './board-context.ts';
import type { LivePage } from './start-live-board.ts';
import { usePageLock } from './page-lock.ts';
import { createBoardEngine } from './start-live-board.ts';
import { useHearUnread } from './unread-context.ts';

/** The stores of a live page, kept by the server for as long as the page is shown. */
export function useBoardEngine(first: LivePage): LiveBoard {
  const onUnread = useHearUnread();
  const lock = usePageLock();
  const [{ board, start }] = useState(() => createBoardEngine(first, { lock, onUnread }));
  useEffect(() => start(), [start]);
  return board;
}
