import { useEffect, useMemo, useState } from 'react';
import type { Card } from '../../domain/spell/card.ts';
import { LiveRegion } from '../components/live-region.tsx';
import { useLiveBoard } from '../live/board-context.ts';
import { BoardProvider } from '../live/board-provider.tsx';
import { usePageLock } from '../live/page-lock.ts';
import { createBoardEngine } from '../live/start-live-board.ts';
import { useIsHydrated } from '../live/use-is-hydrated.ts';
import { applySnapshot } from '../stores/board-store.ts';
import { BoardColumns } from './board-columns.tsx';
import { NobodyMatches } from './board-empty.tsx';
import type { BoardPaths } from './board-facts.ts';
import { BoardFactsProvider, pastFacts } from './board-facts.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import type { FirstScreen } from './first-screen.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardView } from './use-board-view.ts';

type PastBoardProps = {
  first: FirstScreen;
  paths: BoardPaths;
  /** Where the rest of it is, beyond the first screen. */
  cardsPath: string;
};

/** A board of the past: the live one's columns, cards and choices, standing still. */
export function PastBoard({ first, paths, cardsPath }: PastBoardProps) {
  // Never started: nothing is sent, and nothing comes.
  const lock = usePageLock();
  const [board] = useState(() => ({
    ...createBoardEngine(first, { lock, onUnread: undefined }).board,
    // The time stands still as well: nothing gets later than it was.
    now: () => first.now,
  }));
  return (
    <BoardProvider value={board}>
      <StillBoard {...{ first, paths, cardsPath }} />
    </BoardProvider>
  );
}

const nothing = () => {};

function StillBoard({ first, paths, cardsPath }: PastBoardProps) {
  const { asOfDay } = first;
  const isHydrated = useIsHydrated();
  const hasFailed = useWhole(first, cardsPath);
  const view = useBoardView(first);
  const { root, shown, lastId, sought, toolbar } = view;
  const facts = useMemo(() => pastFacts(first, paths), [first, paths]);
  useBoardKeys(root, {
    ...{ rove: view.rove, search: view.focusSearch },
    ...{ move: nothing, showKeys: nothing, escape: nothing },
  });
  const place = useMemo(
    () => ({ lastId, selectedId: null, sought, onOpen: null, onMove: nothing }),
    [lastId, sought],
  );
  return (
    <BoardFactsProvider value={facts}>
      <LiveRegion message={view.message} />
      <div className="hub-board-page__inside" ref={root}>
        <BoardToolbar
          {...toolbar}
          note={hasFailed ? NOT_FETCHED : null}
          context={{ wards: shown.wards, asOfDay }}
          onShowKeys={null}
        />
        <div className="hub-board-area">
          {shown.total > 0 && shown.found === 0 ? (
            <NobodyMatches onClear={toolbar.onClear} />
          ) : (
            <BoardColumns {...{ shown, isHydrated, place }} isStale={false} dropTarget={null} />
          )}
        </div>
      </div>
    </BoardFactsProvider>
  );
}

const NOT_FETCHED = 'The rest of this board could not be fetched. Load the page again.';

const ASK_AGAIN_MS = 1_000;

/** Fetches everybody, once the first screen is there; true once that has failed. */
function useWhole(first: FirstScreen, cardsPath: string): boolean {
  const { store } = useLiveBoard();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const response = await fetch(cardsPath, { signal: abort.signal });
      if (response.status === 202) {
        timer = setTimeout(() => void ask().catch(fail), ASK_AGAIN_MS);
        return;
      }
      if (!response.ok) throw new Error('The rest of the board did not come');
      const { cards } = (await response.json()) as { cards: Card[] }; // what the route sends
      const { epoch, key, asOfDay, lookups } = first;
      const whole = { epoch, key, asOfDay, lookups, cards, seq: 0, protocol: 0, reset: true };
      store.setState((state) => applySnapshot(state, { ...whole, removed: [] }));
    };
    const fail = () => {
      if (!abort.signal.aborted) setHasFailed(true);
    };
    void ask().catch(fail);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [first, cardsPath, store]);
  return hasFailed;
}
