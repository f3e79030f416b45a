import { useSearchParams } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import type { Me } from '../../domain/protocol.ts';
import { useBoardState } from '../live/board-context.ts';
import type { BoardUrl, BoardUrlChanges } from './board-url.ts';
import { readBoardUrl, withBoardUrl } from './board-url.ts';

type UseBoardUrl = {
  params: URLSearchParams;
  url: BoardUrl;
  choose: (changes: BoardUrlChanges) => void;
};

/** What is chosen on the board, kept in the address: it survives a reload, and Back takes it back. */
export function useBoardUrl(me: Me): UseBoardUrl {
  const [params, setParams] = useSearchParams();
  const wards = useBoardState((state) => state.lookups.wards);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const url = useMemo(
    () => readBoardUrl(params, me, { wards, asOfDay }),
    [params, me, wards, asOfDay],
  );
  const choose = useCallback(
    (changes: BoardUrlChanges) => {
      const next = withBoardUrl(params, changes);
      // Going to where one is would load the page's data again.
      if (next.toString() === params.toString()) return;
      // Back must not open again what somebody has closed.
      const isClosing = changes.patientId === null;
      // Drawn at once: a choice made before the last one is drawn would be made from the one before it.
      setParams(next, { replace: isClosing, preventScrollReset: true, flushSync: true });
    },
    [params, setParams],
  );
  return { params, url, choose };
}
