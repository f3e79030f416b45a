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
  > & {
    type?: 'text' | 'email' | 'password' | 'search' | 'tel';
    /** As wide as what is typed; otherwise as wide as its form. */
    width?: 5;
  };

export function TextField({ label, hint, error, type = 'text', width, ...input }: TextFieldProps) {
  const { id } = input;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        {...input}
        {...describedBy({ id, hint, error })}
        type={type}
        className={`nhsuk-input${error ? ' nhsuk-input--error' : ''}${width ? ` nhsuk-input--width-${width}` : ''}`}
      />
    </FormGroup>
  );
}
