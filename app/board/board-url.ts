import type { Me } from '../../domain/protocol.ts';
import type { BoardField, FieldChoices, FieldContext } from './board-fields.ts';
import { BOARD_FIELDS, isFieldValue } from './board-fields.ts';
import type { BoardFilter } from './board-filters.ts';
import { filtersFor } from './board-filters.ts';
import type { Grouping } from './group-cards.ts';
import { groupingsFor } from './group-cards.ts';
import type { BoardOrder } from './sort-cards.ts';
import { ordersFor } from './sort-cards.ts';

/** What of the board's state is in the address: no patient data but a stay's random id. */
export type BoardUrl = {
  group: Grouping;
  order: BoardOrder;
  show: BoardFilter | null;
  fields: FieldChoices;
  patientId: string | null;
};

/** Null takes a choice out. */
export type BoardUrlChanges = Partial<Omit<BoardUrl, 'fields'>> & {
  fields?: Partial<Record<BoardField, string | null>>;
};

const NAMES = { group: 'group', order: 'sort', show: 'show', patientId: 'patient' } as const;

/** The wards a reader can choose from: a coordinator's own, everybody else's all. */
export function wardsToChoose<Ward extends { id: string }>(
  { role, wardIds }: Pick<Me, 'role' | 'wardIds'>,
  wards: readonly Ward[],
): readonly Ward[] {
  return role === 'ward' ? wards.filter(({ id }) => wardIds.includes(id)) : wards;
}

/** Unknown choices, and those that this reader does not have, count as not made. */
export function readBoardUrl(
  params: URLSearchParams,
  me: Pick<Me, 'role' | 'wardIds'>,
  { wards, asOfDay }: FieldContext,
): BoardUrl {
  const context = { wards: wardsToChoose(me, wards), asOfDay };
  const fields: Partial<Record<BoardField, string>> = {};
  for (const field of BOARD_FIELDS) {
    const value = params.get(field);
    if (value !== null && isFieldValue(field, value, me, context)) fields[field] = value;
  }
  const groupings = groupingsFor(me);
  return {
    group: chosen(groupings, params.get(NAMES.group)) ?? groupings[0].id,
    order: chosen(ordersFor(me), params.get(NAMES.order)) ?? 'urgency',
    show: chosen(filtersFor(me), params.get(NAMES.show)),
    fields,
    patientId: params.get(NAMES.patientId) || null,
  };
}

function chosen<Id extends string>(rows: readonly { id: Id }[], id: string | null): Id | null {
  return rows.find((row) => row.id === id)?.id ?? null;
}

/** The same address with something else chosen. */
export function withBoardUrl(
  params: URLSearchParams,
  { fields = {}, ...changes }: BoardUrlChanges,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string | null | undefined) => {
    if (value === null) next.delete(name);
    else if (value !== undefined) next.set(name, value);
  };
  for (const key of ['group', 'order', 'show', 'patientId'] as const) put(NAMES[key], changes[key]);
  for (const field of BOARD_FIELDS) put(field, fields[field]);
  return next;
}

/** Everything that leaves somebody out of the board, taken out. */
export const NOTHING_CHOSEN: BoardUrlChanges = {
  show: null,
  fields: Object.fromEntries(BOARD_FIELDS.map((field) => [field, null])),
};
