import { useSearchParams } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import type { Me } from '../../domain/protocol.ts';
import type { BoardUrl } from './board-url.ts';
import { readBoardUrl, withBoardUrl } from './board-url.ts';

type UseBoardUrl = {
  params: URLSearchParams;
  url: BoardUrl;
  choose: (changes: Partial<BoardUrl>) => void;
};

/** What is chosen on the board, kept in the address: it survives a reload, and Back closes a plan. */
export function useBoardUrl(me: Me): UseBoardUrl {
  const [params, setParams] = useSearchParams();
  const url = useMemo(() => readBoardUrl(params, me), [params, me]);
  const choose = useCallback(
    (changes: Partial<BoardUrl>) => {
      const isOpening = typeof changes.patientId === 'string';
      const next = withBoardUrl(params, changes);
      // Going to where one is would load the page's data again.
      if (next.toString() === params.toString()) return;
      setParams(next, { replace: !isOpening, preventScrollReset: true });
    },
    [params, setParams],
  );
  return { params, url, choose };
}
