import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden.tsx';

type InsetTextProps = { children: ReactNode };

export function InsetText({ children }: InsetTextProps) {
  return (
    <div className="nhsuk-inset-text">
      <VisuallyHidden>Information:</VisuallyHidden>
      {children}
    </div>
  );
}
