import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

export type SelectOption = { value: string; label: string };

type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[];
  defaultValue?: string | undefined;
  required?: boolean;
};

export function SelectField({ label, hint, error, options, ...select }: SelectFieldProps) {
  const { id } = select;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <select
        {...select}
        {...describedBy({ id, hint, error })}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
