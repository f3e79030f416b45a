import type { Refusal } from '../../domain/result.ts';
import type { ChangeState, Typed } from './catalogue-action.ts';

/** A form's fields: what was typed where it comes back, what stands where it does not. */
export type TypedFields = {
  value: (name: string, standing: string) => string;
  isTicked: (name: string, value: string, standing: boolean) => boolean;
  error: (name: string) => string | undefined;
};

export function typedFields(state: ChangeState | undefined): TypedFields {
  const typed = state?.typed ?? null;
  const refusal = state?.refusal ?? null;
  return {
    value: (name, standing) =>
      typed === null ? standing : (typed.find(([known]) => known === name)?.[1] ?? ''),
    isTicked: (name, value, standing) =>
      typed === null ? standing : typed.some(([known, one]) => known === name && one === value),
    error: (name) => refusal?.fields?.[name],
  };
}

/** The number that was on screen; after a conflict that of what is shown beside the form now. */
export function seenVersionOf(state: ChangeState | undefined, current: number): number {
  const typed = state?.typed.find(([name]) => name === 'seenVersion')?.[1];
  return typed === undefined || state?.refusal?.code === 'CONFLICT' ? current : Number(typed);
}

/** The lines of an error summary, each with the field that it is about. */
export function errorsOf({ message, fields }: Refusal, hasField: (name: string) => boolean) {
  const named = Object.entries(fields ?? {});
  if (named.length === 0) return [{ message }];
  return named.map(([name, text]) =>
    hasField(name) ? { message: text, fieldId: fieldId(name) } : { message: text },
  );
}

export function fieldId(name: string): string {
  return `catalogue-${name}`;
}

export function withoutFollow(typed: Typed): Typed {
  return typed.filter(([name]) => !['followTargets', 'followOwners', 'note'].includes(name));
}
