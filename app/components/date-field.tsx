import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

/** Days are YYYY-MM-DD. */
type DateFieldProps = FieldProps & {
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  required?: boolean;
};

export function DateField({ label, hint, error, ...input }: DateFieldProps) {
  const { id } = input;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        {...input}
        {...describedBy({ id, hint, error })}
        type="date"
        className={`nhsuk-input hub-input-date ${error ? 'nhsuk-input--error' : ''}`.trimEnd()}
      />
    </FormGroup>
  );
}
