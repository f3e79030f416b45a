import { PLACE_NAMES } from '../persons/place.ts';
import { PATHWAY_NAMES } from '../spell/pathway.ts';
import type { ReportPlaces } from './places.ts';
import type { StayFacts } from './stay-facts.ts';

/** What figures are broken down by. */
export const GROUPINGS = ['provider', 'site', 'ward', 'place', 'pathway'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GROUPING_NAMES: Record<Grouping, string> = {
  provider: 'Trust',
  site: 'Hospital',
  ward: 'Ward',
  place: 'Council',
  pathway: 'Pathway',
};

export type Group = { id: string; name: string };

/** All of them together: the first line of every breakdown. */
export const EVERYBODY: Group = { id: 'all', name: 'All' };

const NO_WARD: Group = { id: 'unknown', name: 'Not known' };

/**
 * The one group of a stay. Trust, hospital and ward are where the person is, or left from: a
 * transfer takes the whole stay along (handbook 6). Council is by home address.
 */
export function groupOf(stay: StayFacts, by: Grouping, places: ReportPlaces): Group {
  if (by === 'place') return { id: stay.person.place, name: PLACE_NAMES[stay.person.place] };
  if (by === 'pathway') return { id: stay.pathway, name: PATHWAY_NAMES[stay.pathway] };
  if (by === 'ward') return groupOfWard(stay.wardId, places);
  const ward = places.get(stay.wardId);
  if (ward === undefined) return NO_WARD;
  if (by === 'provider') return { id: ward.provider, name: ward.providerName };
  return { id: ward.siteId, name: ward.site };
}

/** A ward with its hospital, as wards of two may have one name. */
export function groupOfWard(wardId: string, places: ReportPlaces): Group {
  const ward = places.get(wardId);
  return ward === undefined ? NO_WARD : { id: ward.id, name: `${ward.name}, ${ward.site}` };
}

export type Grouped<Item> = { group: Group; items: Item[] };

/** Everybody first, then each group by name. A group that nobody is in is not there. */
export function grouped<Item>(
  items: readonly Item[],
  groupOfItem: (item: Item) => Group,
): Grouped<Item>[] {
  const groups = new Map<string, Grouped<Item>>();
  for (const item of items) {
    const group = groupOfItem(item);
    const found = groups.get(group.id);
    if (found === undefined) groups.set(group.id, { group, items: [item] });
    else found.items.push(item);
  }
  const byName = [...groups.values()].sort((a, b) =>
    a.group.name.localeCompare(b.group.name, 'en-GB', { numeric: true }),
  );
  return [{ group: EVERYBODY, items: [...items] }, ...byName];
}
