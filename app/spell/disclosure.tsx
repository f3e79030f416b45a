import type { ReactNode } from 'react';
import { useState } from 'react';

type DisclosureProps = { summary: ReactNode; isOpen?: boolean; children: ReactNode };

/** A form or a list that is out of the way until it is wanted; needs no script. */
export function Disclosure({ summary, isOpen = false, children }: DisclosureProps) {
  const [wasToggledTo, setWasToggledTo] = useState<boolean | null>(null);
  return (
    <details
      className="hub-plan__more"
      open={wasToggledTo ?? isOpen}
      onToggle={(event) => setWasToggledTo(event.currentTarget.open)}
    >
      <summary className="hub-plan__more-summary">{summary}</summary>
      <div className="hub-plan__more-body">{children}</div>
    </details>
  );
}
