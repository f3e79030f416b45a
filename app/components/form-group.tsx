import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

/** What every field has. `id` is also where an error summary's link leads. */
export type FieldProps = {
  id: string;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
};

type FormGroupProps = Pick<FieldProps, 'id' | 'hint' | 'error'> & {
  label?: string;
  children: ReactNode;
};

/** Label, hint and error around one control. A group of controls has a legend instead of a label. */
export function FormGroup({ id, label, hint, error, children }: FormGroupProps) {
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      {label && (
        <label className="nhsuk-label" htmlFor={id}>
          {label}
        </label>
      )}
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function FieldMessages({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <VisuallyHidden>Error:</VisuallyHidden> {error}
        </span>
      )}
    </>
  );
}

/** The ARIA of a control inside a FormGroup. */
export function describedBy({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}
