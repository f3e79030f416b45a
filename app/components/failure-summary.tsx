import { useMemo } from 'react';
import type { SummarisedError } from './error-summary.tsx';
import { ErrorSummary } from './error-summary.tsx';

/** What a form was answered with: sentences by the names of its fields, and one on the whole. */
export type FormErrors = { errors: Readonly<Record<string, string>>; message: string };

type FailureSummaryProps = { failure: FormErrors; fieldIdOf: (name: string) => string };

/** The error summary of a form that was posted; it takes the focus once for each answer. */
export function FailureSummary({ failure, fieldIdOf }: FailureSummaryProps) {
  const errors = useMemo(() => summarise(failure, fieldIdOf), [failure, fieldIdOf]);
  return <ErrorSummary errors={errors} />;
}

/** What is wrong, each with the way to its field. */
export function summarise(
  { errors, message }: FormErrors,
  fieldIdOf: (name: string) => string,
): SummarisedError[] {
  const entries = Object.entries(errors);
  if (entries.length === 0) return [{ message }];
  return entries.map(([name, sentence]) => ({ message: sentence, fieldId: fieldIdOf(name) }));
}
