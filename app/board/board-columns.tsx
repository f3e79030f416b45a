import type { CardPlace } from './board-column.tsx';
import { BoardColumn } from './board-column.tsx';
import type { BoardColumns as Columns } from './use-board-columns.ts';
import type { DropTarget } from './use-card-drag.ts';

type BoardColumnsProps = {
  shown: Pick<Columns, 'columns' | 'totals'>;
  isHydrated: boolean;
  isStale: boolean;
  place: CardPlace;
  dropTarget: DropTarget | null;
};

export function BoardColumns({ shown, isHydrated, isStale, place, dropTarget }: BoardColumnsProps) {
  return (
    <div className={isStale ? 'hub-board hub-board--stale' : 'hub-board'} tabIndex={-1}>
      {shown.columns.map((column) => (
        <BoardColumn
          key={column.id}
          column={column}
          total={shown.totals[column.id] ?? column.cards.length}
          isHydrated={isHydrated}
          place={place}
          drop={dropTarget?.columnId === column.id ? dropTarget : null}
        />
      ))}
    </div>
  );
}
