import type { ComponentPropsWithoutRef } from 'react';
import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

type TextAreaFieldProps = FieldProps &
  Pick<ComponentPropsWithoutRef<'textarea'>, 'defaultValue' | 'maxLength' | 'required' | 'rows'>;

export function TextAreaField({ label, hint, error, rows = 3, ...area }: TextAreaFieldProps) {
  const { id } = area;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <textarea
        {...area}
        {...describedBy({ id, hint, error })}
        rows={rows}
        className={error ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
      />
    </FormGroup>
  );
}
