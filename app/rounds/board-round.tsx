import { BoardProvider } from '../live/board-provider.tsx';
import type { LivePage } from '../live/start-live-board.ts';
import { useBoardEngine } from '../live/use-board-engine.ts';
import type { RoundPageProps } from './round-page.tsx';
import { RoundPage } from './round-page.tsx';
import './round.scss';

type BoardRoundProps = RoundPageProps & { first: LivePage };

/** The live board round of one ward: the board's own store and connection, from bed to bed. */
export function BoardRound({ first, ...page }: BoardRoundProps) {
  const board = useBoardEngine(first);
  return (
    <BoardProvider value={board}>
      <RoundPage {...page} />
    </BoardProvider>
  );
}
