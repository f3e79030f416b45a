import { summarise } from '../components/failure-summary.tsx';
import type { FormValues } from './form-values.ts';

/** What the fields of a form outside of the plan are drawn from. */
export type FormFields = {
  field: (name: string) => { id: string; name: string; error: string | undefined };
  value: (name: string) => string | undefined;
  isTicked: (name: string) => boolean;
};

export function formFields(
  formId: string,
  values: FormValues,
  errors: Readonly<Record<string, string>> = {},
): FormFields {
  return {
    field: (name) => ({
      id: fieldIdOf(formId, name),
      name,
      error: Object.hasOwn(errors, name) ? errors[name] : undefined,
    }),
    value: (name) => values[name]?.[0],
    isTicked: (name) => values[name]?.includes('yes') ?? false,
  };
}

export function fieldIdOf(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** For the error summary: what is wrong, each with the way to its field. */
export function summaryOf(
  formId: string,
  errors: Readonly<Record<string, string>>,
  message: string,
) {
  return summarise({ errors, message }, (name) => fieldIdOf(formId, name));
}
