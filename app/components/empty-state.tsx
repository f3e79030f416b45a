import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; children?: ReactNode };

export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="hub-empty">
      <p className="hub-empty__title">{title}</p>
      {children}
    </div>
  );
}
