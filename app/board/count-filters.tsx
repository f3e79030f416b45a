import type { Me } from '../../domain/protocol.ts';
import type { FilterCounts } from './board-filters.ts';
import { filtersFor } from './board-filters.ts';
import type { BoardUrl } from './board-url.ts';

type CountFiltersProps = {
  me: Me;
  url: BoardUrl;
  counts: FilterCounts;
  onChoose: (changes: Partial<BoardUrl>) => void;
};

/** The counts above the board. Each shows its patients when pressed, also without script. */
export function CountFilters({ me, url, counts, onChoose }: CountFiltersProps) {
  return (
    <form method="get" action="/board">
      <KeptChoices url={{ ...url, show: null }} />
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

/** What else is chosen goes along when a form is sent without script. */
export function KeptChoices({ url: { group, wardId, show } }: { url: BoardUrl }) {
  return (
    <>
      <input type="hidden" name="group" value={group} />
      {wardId !== null && <input type="hidden" name="ward" value={wardId} />}
      {show !== null && <input type="hidden" name="show" value={show} />}
    </>
  );
}
