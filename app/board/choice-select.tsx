import { groupBy } from '../../domain/group-by.ts';
import type { FieldOption } from './board-fields.ts';

type ChoiceSelectProps = {
  name: string;
  label: string;
  /** What is chosen while nothing is; null where something always is. */
  everyone: string | null;
  options: readonly FieldOption[];
  value: string;
  onChange: (value: string) => void;
};

/** One choice of the board's toolbar. Without script its form sends it. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { name, label, everyone, options, value, onChange } = props;
  const id = `board-${name}`;
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        value={value}
        className={everyone !== null && value !== '' ? 'hub-toolbar__chosen' : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {everyone !== null && <option value="">{everyone}</option>}
        {[...groupBy(options, ({ group }) => group)].map(([group, grouped]) =>
          group === undefined ? (
            grouped.map((option) => <Choice key={option.value} {...option} />)
          ) : (
            <optgroup key={group} label={group}>
              {grouped.map((option) => (
                <Choice key={option.value} {...option} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </>
  );
}

function Choice({ value, label }: FieldOption) {
  return <option value={value}>{label}</option>;
}
