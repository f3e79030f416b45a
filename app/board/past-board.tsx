import { useEffect, useMemo, useRef, useState } from 'react';
import type { Card } from '../../domain/spell/card.ts';
import { LiveRegion } from '../components/live-region.tsx';
import { BoardProvider, useLiveBoard } from '../live/board-context.ts';
import { usePageLock } from '../live/page-lock.ts';
import { createBoardEngine } from '../live/start-live-board.ts';
import { useAnnouncements } from '../live/use-announcements.ts';
import { applySnapshot } from '../stores/board-store.ts';
import { BoardColumns } from './board-columns.tsx';
import { NobodyMatches } from './board-empty.tsx';
import type { BoardPaths } from './board-facts.ts';
import { BoardFactsProvider, pastFacts } from './board-facts.ts';
import { BoardToolbar } from './board-toolbar.tsx';
import { NOTHING_CHOSEN } from './board-url.ts';
import type { FirstScreen } from './first-screen.ts';
import { cardTowards } from './roving.ts';
import { useBoardColumns } from './use-board-columns.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardUrl } from './use-board-url.ts';
import { useCardFocus } from './use-card-focus.ts';
import { useFound } from './use-found.ts';

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
  const { me, asOfDay } = first;
  const root = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const { isHydrated, hasFailed } = useWhole(first, cardsPath);
  const { params, url, choose } = useBoardUrl(me);
  const [search, setSearch] = useState('');
  const shown = useBoardColumns(first, url, search);
  const { columns } = shown;
  const { lastId, sought, goTo } = useCardFocus(root, columns);
  const facts = useMemo(() => pastFacts(first, paths), [first, paths]);
  const { message, announce } = useAnnouncements(null);
  const found = useFound(shown, url, search, announce);
  const clear = () => {
    setSearch('');
    choose(NOTHING_CHOSEN);
    searchField.current?.focus();
  };
  useBoardKeys(root, {
    rove: (fromId, key) => {
      const nextId = cardTowards(columns, fromId, key);
      if (nextId !== null) goTo(nextId);
    },
    search: () => searchField.current?.focus(),
    ...{ move: nothing, showKeys: nothing, escape: nothing },
  });
  const place = useMemo(
    () => ({ lastId, selectedId: null, sought, onOpen: null, onMove: nothing }),
    [lastId, sought],
  );
  return (
    <BoardFactsProvider value={facts}>
      <LiveRegion message={message} />
      <div className="hub-board-page__inside" ref={root}>
        <BoardToolbar
          {...{ me, url, params, search, searchField, found }}
          note={hasFailed ? 'The rest of this board could not be fetched. Load the page again.' : null}
          counts={shown.counts}
          context={{ wards: shown.wards, asOfDay }}
          onSearch={setSearch}
          onChoose={choose}
          onClear={clear}
          onShowKeys={null}
        />
        <div className="hub-board-area">
          {shown.total > 0 && shown.found === 0 ? (
            <NobodyMatches onClear={clear} />
          ) : (
            <BoardColumns {...{ shown, isHydrated, place }} isStale={false} dropTarget={null} />
          )}
        </div>
      </div>
    </BoardFactsProvider>
  ); // prettier-ignore
}

const ASK_AGAIN_MS = 1_000;

/** Fetches everybody, once the first screen is there. */
function useWhole(first: FirstScreen, cardsPath: string) {
  const { store } = useLiveBoard();
  const [isHydrated, setIsHydrated] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    setIsHydrated(true);
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
  return { isHydrated, hasFailed };
}
