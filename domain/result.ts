/** What a refusal is about; each has one HTTP status (see REFUSAL_STATUS in protocol.ts). */
export type RefusalCode =
  | 'INVALID'
  | 'NOT_SIGNED_IN'
  | 'LOCKED'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RULE_BROKEN'
  | 'TOO_MANY'
  | 'UNAVAILABLE';

/** The value that stands now, for a person who set out from another one. */
export type CurrentValue = {
  field: string;
  value: string | boolean | null;
  by: { id: string; name: string } | null;
  at: string | null;
};

/** A "no" as a value: a sentence for people, and where it helps the fields it is about. */
export type Refusal = {
  ok: false;
  code: RefusalCode;
  message: string;
  fields?: Record<string, string>;
  current?: CurrentValue;
};

export function refuse(
  code: RefusalCode,
  message: string,
  more: { fields?: Record<string, string>; current?: CurrentValue } = {},
): Refusal {
  return { ok: false, code, message, ...more };
}

/** A rule of care or record keeping would be broken: the sentence says which. */
export function ruleBroken(message: string, field?: string): Refusal {
  return refuse(
    'RULE_BROKEN',
    message,
    field === undefined ? {} : { fields: { [field]: message } },
  );
}
