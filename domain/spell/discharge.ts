/** Where people go when they leave. */
export const DESTINATIONS = [
  'usual_residence',
  'care_home',
  'community_hospital',
  'other_hospital',
  'temporary_accommodation',
  'hospice',
  'died',
  'other',
] as const;
export type Destination = (typeof DESTINATIONS)[number];

export const DESTINATION_NAMES: Record<Destination, string> = {
  usual_residence: 'Home, or where they usually live',
  care_home: 'Care home',
  community_hospital: 'Community hospital',
  other_hospital: 'Another hospital',
  temporary_accommodation: 'Temporary accommodation',
  hospice: 'Hospice',
  died: 'Died in hospital',
  other: 'Somewhere else',
};

/** How long someone who left stays on the board. */
export const LEFT_ON_BOARD_HOURS = 24;
