import type { FieldProps } from '../components/form-group.tsx';
import { describedBy, FormGroup } from '../components/form-group.tsx';

/** Wall-clock times of the hub's zone, `YYYY-MM-DDTHH:MM`. */
type DateTimeFieldProps = FieldProps & {
  defaultValue?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
};

export function DateTimeField({ label, hint, error, ...input }: DateTimeFieldProps) {
  const { id } = input;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        {...input}
        {...describedBy({ id, hint, error })}
        type="datetime-local"
        className={error ? 'nhsuk-input nhsuk-input--error' : 'nhsuk-input'}
      />
    </FormGroup>
  );
}
