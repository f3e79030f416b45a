import type { ReactNode } from 'react';

type FieldsetProps = { legend: string; children: ReactNode };

/** Fields that belong together, under a heading of their own. */
export function Fieldset({ legend, children }: FieldsetProps) {
  return (
    <fieldset className="nhsuk-fieldset hub-fieldset">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
        <h2 className="nhsuk-fieldset__heading">{legend}</h2>
      </legend>
      {children}
    </fieldset>
  );
}
