/** The upper-tier council a person lives in, by home address (handbook 1). */
export const PLACES = ['leicester', 'leicestershire', 'rutland', 'out_of_area', 'unknown'] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_NAMES: Record<Place, string> = {
  leicester: 'Leicester',
  leicestershire: 'Leicestershire',
  rutland: 'Rutland',
  out_of_area: 'Out of area',
  unknown: 'Council not known',
};

/** Districts of Leicestershire; they route adaptations and homelessness. */
export const DISTRICTS = [
  'blaby',
  'charnwood',
  'harborough',
  'hinckley_and_bosworth',
  'melton',
  'north_west_leicestershire',
  'oadby_and_wigston',
] as const;
export type District = (typeof DISTRICTS)[number];
