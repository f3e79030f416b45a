import { useMemo } from 'react';
import type { Ward } from '../../domain/spell/state.ts';
import { useBoardState } from '../live/board-context.ts';
import type { FilterCounts } from './board-filters.ts';
import { countFilters } from './board-filters.ts';
import type { BoardUrl } from './board-url.ts';
import type { FirstScreen } from './first-screen.ts';
import { cardsOfWard, filterCards, wardsOf } from './first-screen.ts';
import type { Column } from './group-cards.ts';
import { groupCards } from './group-cards.ts';
import { searchFor } from './search-cards.ts';

export type BoardColumns = {
  columns: readonly Column[];
  /** How many belong in each column, by its id. */
  totals: Readonly<Record<string, number>>;
  counts: FilterCounts;
  wards: readonly Ward[];
  /** Everyone on the board, and how many of them are shown. */
  total: number;
  found: number;
  isWhole: boolean;
};

type Choices = Pick<BoardUrl, 'group' | 'wardId' | 'show'>;

/** What the board shows of what is held. Until the whole of it is, the counts are the server's. */
export function useBoardColumns(
  first: FirstScreen,
  { group, wardId, show }: Choices,
  search: string,
): BoardColumns {
  const shown = useBoardState((state) => state.shown);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const wardNames = useBoardState((state) => state.lookups.wards);
  const isWhole = useBoardState((state) => state.cursor !== null);
  const isOfFirst = useBoardState(
    ({ cursor, epoch, key }) => cursor === null && epoch === first.epoch && key === first.key,
  );

  const all = useMemo(() => [...shown.values()], [shown]);
  const onWards = useMemo(() => cardsOfWard(all, wardId), [all, wardId]);
  const columns = useMemo(() => {
    const matches = searchFor(search);
    const filtered = filterCards(onWards, { show }, asOfDay);
    return groupCards(matches === null ? filtered : filtered.filter(matches), group, asOfDay);
  }, [onWards, show, asOfDay, search, group]);
  const counts = useMemo(() => countFilters(onWards, asOfDay), [onWards, asOfDay]);
  const wards = useMemo(() => wardsOf(all, wardNames), [all, wardNames]);

  const held = Object.fromEntries(columns.map(({ id, cards }) => [id, cards.length]));
  const isFirst = isOfFirst && search === '' && Object.keys(first.columnTotals).every(isIn(held));
  const totals = isFirst ? first.columnTotals : held;
  return {
    columns,
    totals,
    isWhole,
    counts: isOfFirst ? first.counts : counts,
    wards: isOfFirst ? first.wards : wards,
    total: isOfFirst ? first.total : all.length,
    found: Object.values(totals).reduce((sum, count) => sum + count, 0),
  };
}

/** The page may have been given another grouping since: then the server's totals are of other columns. */
function isIn(totals: Record<string, number>) {
  return (columnId: string) => columnId in totals;
}
