import type { Refusal } from './result.ts';
import { refuse } from './result.ts';

export type ShapeIssue = { path: PropertyKey[]; message: string };

/**
 * INVALID, with the first sentence for each field that a schema found wrong; `fieldAt` names the
 * field of the form that a path within the schema belongs to.
 */
export function refuseShape(
  issues: readonly ShapeIssue[],
  fieldAt: (path: readonly PropertyKey[]) => string,
  otherwise: string,
): Refusal {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[fieldAt(path)] ??= message;
  const [first = otherwise] = Object.values(fields);
  return refuse('INVALID', first, { fields });
}
