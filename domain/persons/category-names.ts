import type { ETHNIC_CATEGORIES, SEXES } from './person.ts';

export const SEX_NAMES: Record<(typeof SEXES)[number], string> = {
  female: 'Female',
  male: 'Male',
  indeterminate: 'Indeterminate',
  not_known: 'Not known',
};

/** The NHS's 16+1 categories (handbook 7). */
export const ETHNIC_CATEGORY_NAMES: Record<(typeof ETHNIC_CATEGORIES)[number], string> = {
  A: 'White British',
  B: 'White Irish',
  C: 'White other',
  D: 'Mixed White and Black Caribbean',
  E: 'Mixed White and Black African',
  F: 'Mixed White and Asian',
  G: 'Mixed other',
  H: 'Indian',
  J: 'Pakistani',
  K: 'Bangladeshi',
  L: 'Asian other',
  M: 'Caribbean',
  N: 'African',
  P: 'Black other',
  R: 'Chinese',
  S: 'Any other',
  Z: 'Not stated',
  '99': 'Not known',
};
