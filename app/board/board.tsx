import { BoardProvider } from '../live/board-provider.tsx';
import { BoardPage } from './board-page.tsx';
import type { FirstScreen } from './first-screen.ts';
import type { RenderPlan } from '../live/live-plan.tsx';
import { useBoardEngine } from '../live/use-board-engine.ts';

type BoardProps = { first: FirstScreen; renderPlan: RenderPlan | null };

/** The live board: starts with the page's first screen, and is kept by the server from then on. */
export function Board({ first, renderPlan }: BoardProps) {
  const board = useBoardEngine(first);
  return (
    <BoardProvider value={board}>
      <BoardPage first={first} renderPlan={renderPlan} />
    </BoardProvider>
  );
}
