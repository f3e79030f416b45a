import { ETHNIC_CATEGORY_NAMES, SEX_NAMES } from '../persons/category-names.ts';
import { ETHNIC_CATEGORIES, SEXES } from '../persons/person.ts';
import { PLACES, PLACE_NAMES } from '../persons/place.ts';
import { NATIONAL_PATHWAYS } from '../spell/pathway.ts';
import { ageOn } from '../time.ts';
import type { StayFacts } from './stay-facts.ts';

/** What people are compared by (handbook 7). */
export const EQUITY_DIMENSIONS = [
  'place',
  'quintile',
  'ethnic',
  'age',
  'sex',
  'interpreter',
] as const;
export type EquityDimension = (typeof EQUITY_DIMENSIONS)[number];

export type EquityGroup = {
  id: string;
  name: string;
  /** What the group says of the record: known, refused, or missing. */
  record: 'known' | 'not_stated' | 'not_known';
};

type Dimension = {
  name: string;
  /** All there are, in their order: nobody is dropped, whoever is not there. */
  groups: readonly EquityGroup[];
  groupIdOf: (stay: StayFacts) => string;
};

const known = (id: string, name: string): EquityGroup => ({ id, name, record: 'known' });
const notKnown = (id: string, name = 'Not known'): EquityGroup => ({
  id,
  name,
  record: 'not_known',
});

const AGE_BANDS = [
  { id: '18', name: '18 to 49', to: 49 },
  { id: '50', name: '50 to 64', to: 64 },
  { id: '65', name: '65 to 74', to: 74 },
  { id: '75', name: '75 to 84', to: 84 },
  { id: '85', name: '85 and over', to: Infinity },
] as const;

export const EQUITY: Record<EquityDimension, Dimension> = {
  place: {
    name: 'Council',
    groups: PLACES.map((place) =>
      place === 'unknown' ? notKnown(place) : known(place, PLACE_NAMES[place]),
    ),
    groupIdOf: ({ person }) => person.place,
  },
  quintile: {
    name: 'Deprivation',
    groups: [
      known('1', '1, most deprived fifth of England'),
      known('2', '2'),
      known('3', '3'),
      known('4', '4'),
      known('5', '5, least deprived fifth'),
      notKnown('unknown'),
    ],
    groupIdOf: ({ person }) => String(person.imdQuintile ?? 'unknown'),
  },
  ethnic: {
    name: 'Ethnic category',
    groups: ETHNIC_CATEGORIES.map((code) => {
      const name = ETHNIC_CATEGORY_NAMES[code];
      if (code === 'Z') return { id: code, name, record: 'not_stated' };
      return code === '99' ? notKnown(code, name) : known(code, name);
    }),
    groupIdOf: ({ person }) => person.ethnicCategory,
  },
  age: {
    name: 'Age at admission',
    groups: AGE_BANDS.map(({ id, name }) => known(id, name)),
    groupIdOf: ({ person, admittedOn }) => {
      const age = ageOn(person.dateOfBirth, admittedOn);
      return AGE_BANDS.find(({ to }) => age <= to)?.id ?? '';
    },
  },
  sex: {
    name: 'Sex',
    groups: SEXES.map((sex) => (sex === 'not_known' ? notKnown(sex) : known(sex, SEX_NAMES[sex]))),
    groupIdOf: ({ person }) => person.sex,
  },
  interpreter: {
    name: 'Interpreter',
    // No need and nothing asked look the same in the record.
    groups: [known('yes', 'Needs an interpreter'), known('no', 'No need recorded')],
    groupIdOf: ({ person }) => (person.needsInterpreter ? 'yes' : 'no'),
  },
};

/** People are compared within a national pathway, as areas and groups differ in their mix of them. */
export const EQUITY_PATHWAYS = [...NATIONAL_PATHWAYS, 'none'] as const;
export type EquityPathway = (typeof EQUITY_PATHWAYS)[number];

export const EQUITY_PATHWAY_NAMES: Record<EquityPathway, string> = {
  P0: 'Pathway 0: no new support',
  P1: 'Pathway 1: home with support',
  P2: 'Pathway 2: a bed with recovery support',
  P3: 'Pathway 3: a new care home place',
  none: 'No pathway decided',
};

export function equityPathwayOf({ national }: Pick<StayFacts, 'national'>): EquityPathway {
  return national ?? 'none';
}
