import type { BoardField, FieldContext, FieldHead } from './board-fields.ts';
import { fieldOptions } from './board-fields.ts';
import type { BoardUrl, BoardUrlChanges } from './board-url.ts';
import { useBoardFacts } from './board-facts.ts';
import { ChoiceSelect } from './choice-select.tsx';
import { KeptChoices } from './kept-choices.tsx';

type FilterPanelProps = {
  id: string;
  fields: readonly FieldHead[];
  context: FieldContext;
  url: BoardUrl;
  params: URLSearchParams;
  /** Without script it is always open. */
  isOpen: boolean;
  onChoose: (changes: BoardUrlChanges) => void;
};

/** What the board can be narrowed to, one choice beside the other. */
export function FilterPanel(props: FilterPanelProps) {
  const { id, fields, context, url, params, isOpen, onChoose } = props;
  const { page } = useBoardFacts();
  return (
    <form
      method="get"
      action={page.path}
      className={isOpen ? 'hub-filters' : 'hub-filters hub-filters--closed'}
      id={id}
      aria-label="Filters"
    >
      <KeptChoices params={params} except={fields.map((field) => field.id)} />
      {fields.map((field) => (
        <div className="hub-filters__field" key={field.id}>
          <ChoiceSelect
            name={field.id}
            label={field.label}
            everyone={field.everyone}
            options={fieldOptions(field.id, context, url.fields)}
            value={url.fields[field.id] ?? ''}
            onChange={(value) => onChoose({ fields: chosenIn(field.id, value) })}
          />
        </div>
      ))}
      <noscript>
        <button className="hub-button">Show</button>
      </noscript>
    </form>
  );
}

/** A ward is of one hospital: who chooses another hospital has not chosen its wards. */
export function chosenIn(field: BoardField, value: string) {
  const choice = { [field]: value === '' ? null : value };
  return field === 'site' ? { ward: null, ...choice } : choice;
}
