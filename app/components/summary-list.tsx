import type { ReactNode } from 'react';

export type SummaryRow = { key: string; value: ReactNode; action?: ReactNode };

type SummaryListProps = { rows: readonly SummaryRow[] };

export function SummaryList({ rows }: SummaryListProps) {
  const hasActions = rows.some((row) => row.action);
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row) => (
        <div
          key={row.key}
          className={
            hasActions && !row.action
              ? 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions'
              : 'nhsuk-summary-list__row'
          }
        >
          <dt className="nhsuk-summary-list__key">{row.key}</dt>
          <dd className="nhsuk-summary-list__value">{row.value}</dd>
          {row.action && <dd className="nhsuk-summary-list__actions">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
