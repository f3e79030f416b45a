import type { ReactNode } from 'react';

type DetailsProps = { summary: string; children: ReactNode };

export function Details({ summary, children }: DetailsProps) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
