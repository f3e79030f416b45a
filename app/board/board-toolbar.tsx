import type { RefObject } from 'react';
import { useId, useState } from 'react';
import { mayLookBack } from '../../domain/past/past-sight.ts';
import type { Me } from '../../domain/protocol.ts';
import type { FieldContext, FieldHead } from './board-fields.ts';
import { fieldOptions, fieldsFor, fieldsInWords } from './board-fields.ts';
import type { FilterCounts } from './board-filters.ts';
import { filtersFor } from './board-filters.ts';
import type { BoardUrl, BoardUrlChanges } from './board-url.ts';
import { useBoardFacts } from './board-facts.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { CountFilters } from './count-filters.tsx';
import { FilterPanel, chosenIn } from './filter-panel.tsx';
import { FoundLine } from './found-line.tsx';
import { GroupingLinks } from './grouping-links.tsx';
import { KeptChoices } from './kept-choices.tsx';
import { ordersFor } from './sort-cards.ts';

type BoardToolbarProps = {
  me: Me;
  url: BoardUrl;
  params: URLSearchParams;
  counts: FilterCounts;
  context: FieldContext;
  /** "12 of 1,800 patients" */
  found: string;
  /** Why what was just tried changed nothing. */
  note: string | null;
  search: string;
  searchField: RefObject<HTMLInputElement>;
  onSearch: (typed: string) => void;
  onChoose: (changes: BoardUrlChanges) => void;
  onClear: () => void;
  /** What else a live board has; null on one of the past, which only shows. */
  onShowKeys: (() => void) | null;
};

export function BoardToolbar(props: BoardToolbarProps) {
  const { me, url, params, counts, context, search, onChoose } = props;
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const { inReach, inPanel } = placesOf(fieldsFor(me, context, url.fields), me);
  const chosenCount = inPanel.filter(({ id }) => url.fields[id] !== undefined).length;
  const show = filtersFor(me).find(({ id }) => id === url.show);
  const chosen = [
    ...(show === undefined ? [] : [show.label]),
    ...fieldsInWords(url.fields, context),
  ];
  return (
    <div className="hub-toolbar">
      <div className="hub-toolbar__row">
        <SearchField {...props} />
        {inReach.map((field) => (
          <FieldInReach key={field.id} field={field} {...props} />
        ))}
        <GroupingLinks {...{ me, url, params, onChoose }} />
        <OrderField {...props} />
        {inPanel.length > 0 && (
          <button
            type="button"
            className="hub-button hub-toolbar__filters"
            aria-expanded={isOpen}
            aria-controls={panelId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {chosenCount === 0 ? 'Filters' : `Filters (${chosenCount})`}
          </button>
        )}
        {props.onShowKeys !== null && (
          <>
            <ChangesLink wardId={url.fields.ward ?? onlyWardOf(me)} />
            {mayLookBack(me) && <a href="/as-it-was">As it was</a>}
            <button
              type="button"
              className="hub-button hub-toolbar__end"
              onClick={props.onShowKeys}
            >
              Keys
            </button>
          </>
        )}
      </div>
      <FilterPanel id={panelId} fields={inPanel} {...{ context, url, params, isOpen, onChoose }} />
      <CountFilters {...{ me, url, params, counts, onChoose }} />
      <FoundLine
        {...{ params, chosen, found: props.found, note: props.note, onClear: props.onClear }}
        isNarrowed={chosen.length > 0 || search !== ''}
      />
    </div>
  );
}

/** A coordinator changes between a few wards all day: that choice is always in reach. */
function placesOf(fields: readonly FieldHead[], { role }: Me) {
  const isInReach = ({ id }: FieldHead) => role === 'ward' && id === 'ward';
  return {
    inReach: fields.filter(isInReach),
    inPanel: fields.filter((field) => !isInReach(field)),
  };
}

/** Where there are several, one is chosen first. */
function onlyWardOf({ wardIds }: Me): string | null {
  const [first, second] = wardIds;
  return first === undefined || second !== undefined ? null : first;
}

function ChangesLink({ wardId }: { wardId: string | null }) {
  if (wardId === null) return null;
  return <a href={`/wards/${encodeURIComponent(wardId)}/changes`}>What changed</a>;
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

type FieldInReachProps = Pick<BoardToolbarProps, 'url' | 'params' | 'context' | 'onChoose'> & {
  field: FieldHead;
};

function FieldInReach({ field, url, params, context, onChoose }: FieldInReachProps) {
  const { page } = useBoardFacts();
  return (
    <form method="get" action={page.path} className="hub-toolbar__field">
      <KeptChoices params={params} except={[field.id]} />
      <ChoiceSelect
        name={field.id}
        label={field.label}
        everyone={field.everyone}
        options={fieldOptions(field.id, context, url.fields)}
        value={url.fields[field.id] ?? ''}
        onChange={(value) => onChoose({ fields: chosenIn(field.id, value) })}
      />
      <ShowButton />
    </form>
  );
}

type OrderFieldProps = Pick<BoardToolbarProps, 'me' | 'url' | 'params' | 'onChoose'>;

function OrderField({ me, url, params, onChoose }: OrderFieldProps) {
  const { page } = useBoardFacts();
  const orders = ordersFor(me);
  return (
    <form method="get" action={page.path} className="hub-toolbar__field">
      <KeptChoices params={params} except={['sort']} />
      <ChoiceSelect
        name="sort"
        label="Sort by"
        everyone={null}
        options={orders.map(({ id: value, label }) => ({ value, label }))}
        value={url.order}
        onChange={(value) => {
          const order = orders.find(({ id }) => id === value)?.id;
          if (order !== undefined) onChoose({ order });
        }}
      />
      <ShowButton />
    </form>
  );
}

/** A choice is made at once where there is script. */
function ShowButton() {
  return (
    <noscript>
      <button className="hub-button">Show</button>
    </noscript>
  );
}
