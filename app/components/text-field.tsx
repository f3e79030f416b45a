import type { ComponentPropsWithoutRef } from 'react';
import { describedBy, type FieldProps, FormGroup } from './form-group.tsx';

type TextFieldProps = FieldProps &
  Pick<
    ComponentPropsWithoutRef<'input'>,
    | 'autoCapitalize'
    | 'autoComplete'
    | 'defaultValue'
    | 'inputMode'
    | 'list'
    | 'maxLength'
    | 'required'
    | 'spellCheck'
  > & { type?: 'text' | 'email' | 'password' | 'search' | 'tel' };

export function TextField({ label, hint, error, type = 'text', ...input }: TextFieldProps) {
  const { id } = input;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        {...input}
        {...describedBy({ id, hint, error })}
        type={type}
        className={error ? 'nhsuk-input nhsuk-input--error' : 'nhsuk-input'}
      />
    </FormGroup>
  );
}
