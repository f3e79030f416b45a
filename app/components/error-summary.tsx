import type { MouseEvent } from 'react';
import { useEffect, useId, useRef } from 'react';

export type SummarisedError = { message: string; fieldId?: string };

type ErrorSummaryProps = { title?: string; errors: readonly SummarisedError[] };

/**
 * Takes the focus when it appears and whenever it is given another list, so that a second failed
 * attempt is heard as well.
 */
export function ErrorSummary({ title = 'There is a problem', errors }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const titleId = useId();

  useEffect(() => {
    summary.current?.focus();
  }, [errors]);

  return (
    <div className="nhsuk-error-summary" aria-labelledby={titleId} tabIndex={-1} ref={summary}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading" id={titleId}>
          {title}
        </h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ message, fieldId }) => (
              <li key={`${fieldId ?? ''} ${message}`}>
                {fieldId ? (
                  <a href={`#${fieldId}`} onClick={focusField}>
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

// Following the link would only scroll; the person wants to type.
function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
}
