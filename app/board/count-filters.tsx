import type { Me } from '../../domain/protocol.ts';
import type { FilterCounts } from './board-filters.ts';
import { filtersFor } from './board-filters.ts';
import type { BoardUrl, BoardUrlChanges } from './board-url.ts';
import { useBoardFacts } from './board-facts.ts';
import { KeptChoices } from './kept-choices.tsx';

type CountFiltersProps = {
  me: Me;
  url: BoardUrl;
  params: URLSearchParams;
  counts: FilterCounts;
  onChoose: (changes: BoardUrlChanges) => void;
};

/** The counts above the board. Each shows its patients when pressed, also without script. */
export function CountFilters({ me, url, params, counts, onChoose }: CountFiltersProps) {
  const { page } = useBoardFacts();
  return (
    <form method="get" action={page.path}>
      <KeptChoices params={params} except={['show']} />
      <ul className="hub-counts" aria-label="Show only">
        {filtersFor(me).map(({ id, label, tone }) => {
          const isPressed = url.show === id;
          return (
            <li key={id}>
              <button
                type="submit"
                name="show"
                value={isPressed ? '' : id}
                className={tone === null ? 'hub-count' : `hub-count hub-count--${tone}`}
                aria-pressed={isPressed}
                onClick={(event) => {
                  event.preventDefault();
                  onChoose({ show: isPressed ? null : id });
                }}
              >
                <span className="hub-count__number">{counts[id].toLocaleString('en-GB')}</span>{' '}
                <span className="hub-count__label">{label}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </form>
  );
}
