import { useEffect, useState } from 'react';
import { BoardProvider } from '../live/board-context.ts';
import { BoardPage } from './board-page.tsx';
import type { FirstScreen } from './first-screen.ts';
import type { RenderPlan } from '../live/patient-panel.tsx';
import { createBoardEngine } from '../live/start-live-board.ts';

type BoardProps = { first: FirstScreen; renderPlan: RenderPlan | null };

/** The live board: starts with the page's first screen, and is kept by the server from then on. */
export function Board({ first, renderPlan }: BoardProps) {
  const [{ board, start }] = useState(() => createBoardEngine(first));
  useEffect(() => start(), [start]);
  return (
    <BoardProvider value={board}>
      <BoardPage first={first} renderPlan={renderPlan} />
    </BoardProvider>
  );
}
