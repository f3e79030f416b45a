import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

type CheckboxFieldProps = FieldProps & {
  value?: string;
  defaultChecked?: boolean;
  size?: 'normal' | 'small';
};

/** One yes-or-no box. Unticked, the form does not send it. */
export function CheckboxField({
  id,
  name,
  label,
  hint,
  error,
  value = 'yes',
  defaultChecked,
  size = 'normal',
}: CheckboxFieldProps) {
  return (
    <FormGroup id={id} hint={hint} error={error}>
      <div
        className={
          size === 'small' ? 'nhsuk-checkboxes nhsuk-checkboxes--small' : 'nhsuk-checkboxes'
        }
      >
        <div className="nhsuk-checkboxes__item">
          <input
            {...describedBy({ id, hint, error })}
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={id}
            name={name}
            value={value}
            defaultChecked={defaultChecked}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
            {label}
          </label>
        </div>
      </div>
    </FormGroup>
  );
}
