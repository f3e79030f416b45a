import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

type WarningCalloutProps = { title: string; children: ReactNode };

export function WarningCallout({ title, children }: WarningCalloutProps) {
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <h3 className="nhsuk-card__heading">
          <VisuallyHidden>Important:</VisuallyHidden> {title}
        </h3>
        {children}
      </div>
    </div>
  );
}
