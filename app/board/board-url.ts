import type { Me } from '../../domain/protocol.ts';
import type { BoardFilter } from './board-filters.ts';
import { filtersFor } from './board-filters.ts';
import type { Grouping } from './group-cards.ts';
import { groupingsFor } from './group-cards.ts';

/** What of the board's state is in the address: no patient data but a stay's random id. */
export type BoardUrl = {
  group: Grouping;
  wardId: string | null;
  show: BoardFilter | null;
  patientId: string | null;
};

const NAMES = { group: 'group', wardId: 'ward', show: 'show', patientId: 'patient' } as const;

/** Unknown choices, and those that this reader does not have, count as not made. */
export function readBoardUrl(params: URLSearchParams, me: Pick<Me, 'role'>): BoardUrl {
  const groupings = groupingsFor(me);
  const group = groupings.find(({ id }) => id === params.get(NAMES.group)) ?? groupings[0];
  return {
    group: group.id,
    wardId: params.get(NAMES.wardId) || null,
    show: filtersFor(me).find(({ id }) => id === params.get(NAMES.show))?.id ?? null,
    patientId: params.get(NAMES.patientId) || null,
  };
}

/** The same address with something else chosen; null takes a choice out. */
export function withBoardUrl(params: URLSearchParams, changes: Partial<BoardUrl>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of ['group', 'wardId', 'show', 'patientId'] as const) {
    const value = changes[key];
    if (value === undefined) continue;
    if (value === null) next.delete(NAMES[key]);
    else next.set(NAMES[key], value);
  }
  return next;
}
