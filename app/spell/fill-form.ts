import type { FormValues } from './form-values.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** True once a person has changed anything that the form still holds. */
export function isTouched(form: HTMLFormElement): boolean {
  return controlsOf(form).some((control) => {
    if (control instanceof HTMLSelectElement) {
      const initial = [...control.options].findIndex((option) => option.defaultSelected);
      return control.selectedIndex !== Math.max(0, initial);
    }
    if (isTickable(control)) return control.checked !== control.defaultChecked;
    return control.value !== control.defaultValue;
  });
}

/** Puts back what a person typed; the fields' own starting values stay for `reset`. */
export function fillForm(form: HTMLFormElement, values: FormValues): void {
  for (const control of controlsOf(form)) {
    const entries = values[control.name];
    if (isTickable(control)) control.checked = entries?.includes(control.value) ?? false;
    else control.value = entries?.[0] ?? '';
  }
}

function isTickable(control: Control): control is HTMLInputElement {
  return (
    control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
  );
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement && element.type !== 'hidden') ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}
