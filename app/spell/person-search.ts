import type { PersonSearch } from '../../server/services.ts';
import type { FormValues } from './form-values.ts';
import { textOf } from './read-field.ts';

/** The search that a form asks for: by the number if there is one, else by name and birth date. */
export function searchFromForm(form: FormData): PersonSearch {
  const nhsNumber = textOf(form, 'nhsNumber')?.replace(/[\s-]/g, '').slice(0, 40);
  if (nhsNumber !== undefined && nhsNumber !== '') return { nhsNumber };
  return {
    familyName: textOf(form, 'familyName')?.slice(0, 120) ?? '',
    dateOfBirth: textOf(form, 'dateOfBirth')?.slice(0, 40) ?? '',
  };
}

/** Only what a search may hold, to show it again. */
export function searchValues(form: FormData): FormValues {
  const names = ['nhsNumber', 'familyName', 'dateOfBirth'];
  return Object.fromEntries(names.map((name) => [name, [textOf(form, name)?.slice(0, 120) ?? '']]));
}
