import type { MouseEvent, RefObject } from 'react';
import type { Me } from '../../domain/protocol.ts';
import type { Ward } from '../../domain/spell/state.ts';
import type { FilterCounts } from './board-filters.ts';
import type { BoardUrl } from './board-url.ts';
import { withBoardUrl } from './board-url.ts';
import { CountFilters, KeptChoices } from './count-filters.tsx';
import { groupingsFor } from './group-cards.ts';

type BoardToolbarProps = {
  me: Me;
  url: BoardUrl;
  params: URLSearchParams;
  counts: FilterCounts;
  wards: readonly Ward[];
  /** "12 of 1,800 patients" */
  found: string;
  search: string;
  searchField: RefObject<HTMLInputElement>;
  onSearch: (typed: string) => void;
  onChoose: (changes: Partial<BoardUrl>) => void;
  onShowKeys: () => void;
};

export function BoardToolbar(props: BoardToolbarProps) {
  const { me, url, params, counts, wards, found, onChoose, onShowKeys } = props;
  return (
    <div className="hub-toolbar">
      <div className="hub-toolbar__row">
        <SearchField {...props} />
        {(wards.length > 1 || url.wardId !== null) && (
          <WardField url={url} wards={wards} onChoose={onChoose} />
        )}
        <GroupingLinks me={me} url={url} params={params} onChoose={onChoose} />
        <span className="hub-toolbar__found">{found}</span>
        <button type="button" className="hub-button hub-toolbar__end" onClick={onShowKeys}>
          Keys
        </button>
      </div>
      <CountFilters me={me} url={url} counts={counts} onChoose={onChoose} />
    </div>
  );
}

type SearchFieldProps = Pick<BoardToolbarProps, 'me' | 'search' | 'searchField' | 'onSearch'>;

/** Has no name: what is typed here must never reach an address. */
function SearchField({ me, search, searchField, onSearch }: SearchFieldProps) {
  const what = me.role === 'housing' ? 'name, address or ward' : 'name, NHS number, bed or MFFD';
  return (
    <div className="hub-toolbar__search" role="search">
      <label className="nhsuk-u-visually-hidden" htmlFor="board-search">
        Search by {what}
      </label>
      <input
        id="board-search"
        type="search"
        ref={searchField}
        placeholder={`Search ${what}`}
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
    </div>
  );
}

type WardFieldProps = Pick<BoardToolbarProps, 'url' | 'wards' | 'onChoose'>;

function WardField({ url, wards, onChoose }: WardFieldProps) {
  const isOnlySite = new Set(wards.map(({ siteId }) => siteId)).size === 1;
  return (
    <form method="get" action="/board" className="hub-toolbar__field">
      <KeptChoices url={{ ...url, wardId: null }} />
      <label htmlFor="board-ward">Ward</label>
      <select
        id="board-ward"
        name="ward"
        value={url.wardId ?? ''}
        onChange={(event) => onChoose({ wardId: event.target.value || null })}
      >
        <option value="">All wards</option>
        {wards.map(({ id, name, site }) => (
          <option key={id} value={id}>
            {isOnlySite ? name : `${name}, ${site}`}
          </option>
        ))}
      </select>
      <noscript>
        <button className="hub-button">Show</button>
      </noscript>
    </form>
  );
}

type GroupingLinksProps = Pick<BoardToolbarProps, 'me' | 'url' | 'params' | 'onChoose'>;

function GroupingLinks({ me, url, params, onChoose }: GroupingLinksProps) {
  const groupings = groupingsFor(me);
  if (groupings.length === 1) return null;
  return (
    <nav className="hub-toolbar__field" aria-label="Columns by">
      <span aria-hidden="true">Columns by</span>
      <ul className="hub-segments">
        {groupings.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`/board?${withBoardUrl(params, { group: id }).toString()}`}
              aria-current={id === url.group}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                onChoose({ group: id });
              }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
