import { useMemo } from 'react';
import type { Ward } from '../../domain/spell/state.ts';
import { useBoardState } from '../live/board-context.ts';
import { narrowCards } from './board-fields.ts';
import type { FilterCounts } from './board-filters.ts';
import { countFilters } from './board-filters.ts';
import type { BoardUrl } from './board-url.ts';
import type { FirstScreen } from './first-screen.ts';
import { filterCards, isOnBoard, wardsOf } from './first-screen.ts';
import type { Column } from './group-cards.ts';
import { groupCards, hidesEmptyColumns } from './group-cards.ts';
import { searchFor } from './search-cards.ts';

export type BoardColumns = {
  columns: readonly Column[];
  /** How many belong in each column, by its id. */
  totals: Readonly<Record<string, number>>;
  counts: FilterCounts;
  /** Those to choose from. */
  wards: readonly Ward[];
  /** Everyone on the board, and how many of them are shown. */
  total: number;
  found: number;
  isWhole: boolean;
};

type Choices = Pick<BoardUrl, 'group' | 'order' | 'fields' | 'show'>;

/** What the board shows of what is held. Until the whole of it is, the counts are the server's. */
export function useBoardColumns(
  first: FirstScreen,
  { group, order, fields, show }: Choices,
  search: string,
): BoardColumns {
  const { me } = first;
  const shown = useBoardState((state) => state.shown);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const everyWard = useBoardState((state) => state.lookups.wards);
  const isWhole = useBoardState((state) => state.cursor !== null);
  const isOfFirst = useBoardState(
    ({ cursor, epoch, key }) => cursor === null && epoch === first.epoch && key === first.key,
  );

  const all = useMemo(() => [...shown.values()].filter(isOnBoard), [shown]);
  const held = useMemo(() => wardsOf(all, everyWard, me, fields), [all, everyWard, me, fields]);
  const wards = isOfFirst ? first.wards : held;
  const narrowed = useMemo(
    () => narrowCards(all, fields, { wards: everyWard, asOfDay }),
    [all, fields, everyWard, asOfDay],
  );
  const context = useMemo(() => ({ asOfDay, meId: me.id }), [asOfDay, me]);
  const columns = useMemo(() => {
    const matches = searchFor(search);
    const filtered = filterCards(narrowed, { show }, context);
    const found = matches === null ? filtered : filtered.filter(matches);
    return groupCards(found, { group, order, wards, asOfDay });
  }, [narrowed, show, context, search, group, order, wards, asOfDay]);
  const counts = useMemo(() => countFilters(narrowed, context), [narrowed, context]);

  const counted = Object.fromEntries(columns.map(({ id, cards }) => [id, cards.length]));
  const isFirst =
    isOfFirst && search === '' && Object.keys(first.columnTotals).every(isIn(counted));
  const totals = isFirst ? first.columnTotals : counted;
  return {
    columns: hidesEmptyColumns(group) ? columns.filter(({ id }) => (totals[id] ?? 0) > 0) : columns,
    totals,
    isWhole,
    counts: isOfFirst ? first.counts : counts,
    wards,
    total: isOfFirst ? first.total : all.length,
    found: Object.values(totals).reduce((sum, count) => sum + count, 0),
  };
}

/** The page may have been given another grouping since: then the server's totals are of other columns. */
function isIn(totals: Record<string, number>) {
  return (columnId: string) => columnId in totals;
}
