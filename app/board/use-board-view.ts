import { useDeferredValue, useRef, useState } from 'react';
import { useAnnouncements } from '../live/use-announcements.ts';
import { NOTHING_CHOSEN } from './board-url.ts';
import type { FirstScreen } from './first-screen.ts';
import type { RovingKey } from './roving.ts';
import { cardTowards } from './roving.ts';
import { useBoardColumns } from './use-board-columns.ts';
import { useBoardUrl } from './use-board-url.ts';
import { useCardFocus } from './use-card-focus.ts';
import { useFound } from './use-found.ts';

/** What is chosen, searched for and gone to on a board, whether it lives or is one of the past. */
export function useBoardView(first: FirstScreen) {
  const root = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const { params, url, choose } = useBoardUrl(first.me);
  const [search, setSearch] = useState('');
  const deferredSearch = useDeferredValue(search);
  const shown = useBoardColumns(first, url, deferredSearch);
  const { columns } = shown;
  const { lastId, sought, goTo } = useCardFocus(root, columns);
  const { message, announce } = useAnnouncements(url.patientId);
  const found = useFound(shown, url, deferredSearch, announce);
  const focusSearch = () => searchField.current?.focus();
  return {
    ...{ root, url, choose, shown, columns, lastId, sought, goTo, message, announce, focusSearch },
    /** What the toolbar shows, and what is done there. */
    toolbar: {
      ...{ me: first.me, url, params, search, searchField, found, counts: shown.counts },
      onSearch: setSearch,
      onChoose: choose,
      onClear: () => {
        setSearch('');
        choose(NOTHING_CHOSEN);
        focusSearch();
      },
    },
    rove: (fromId: string, key: RovingKey) => {
      const nextId = cardTowards(columns, fromId, key);
      if (nextId !== null) goTo(nextId);
    },
  };
}
