import type { Place } from '../../domain/persons/place.ts';

export type OrganisationKind = 'acute' | 'community' | 'icb' | 'council' | 'housing' | 'hub';

export type SeedOrganisation = {
  id: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  /** ODS code for NHS bodies, ONS code for councils; null where there is neither. */
  code: string | null;
  codeSystem: 'ods' | 'ons' | null;
  validFrom: string;
};

const VALID_FROM = '2022-07-01';

/** The organisations of Leicester, Leicestershire and Rutland (handbook 8). */
export const ORGANISATIONS: readonly SeedOrganisation[] = [
  organisation('uhl', 'University Hospitals of Leicester NHS Trust', 'University Hospitals of Leicester', 'acute', 'RWE', 'ods'),
  organisation('lpt', 'Leicestershire Partnership NHS Trust', 'Leicestershire Partnership', 'community', 'RT5', 'ods'),
  organisation('llr-icb', 'NHS Leicester, Leicestershire and Rutland Integrated Care Board', 'LLR ICB', 'icb', 'QK1', 'ods'),
  organisation('leicester', 'Leicester City Council', 'Leicester', 'council', 'E06000016', 'ons'),
  organisation('leicestershire', 'Leicestershire County Council', 'Leicestershire', 'council', 'E10000018', 'ons'),
  organisation('rutland', 'Rutland County Council', 'Rutland', 'council', 'E06000017', 'ons'),
  organisation('lightbulb', 'Lightbulb, hosted by Blaby District Council', 'Lightbulb', 'housing', null, null),
  organisation('llr-hub', 'LLR Integrated Discharge Hub', 'Discharge hub', 'hub', null, null),
]; // prettier-ignore

/** What returns name with the trusts (handbook 8). */
export const AREAS = ORGANISATIONS.filter(
  ({ kind }) => kind === 'acute' || kind === 'community',
).map(({ id, validFrom }) => ({
  organisationId: id,
  validFrom,
  region: 'MIDLANDS',
  icb: 'QK1',
}));

function organisation(
  id: string,
  name: string,
  shortName: string,
  kind: OrganisationKind,
  code: string | null,
  codeSystem: 'ods' | 'ons' | null,
): SeedOrganisation {
  return { id, name, shortName, kind, code, codeSystem, validFrom: VALID_FROM };
}

export type Provider = 'uhl' | 'lpt';

/** A hospital. It has no ODS site code here: site codes are loaded, never written down (handbook 8). */
export type SeedSite = {
  id: string;
  name: string;
  shortName: string;
  organisationId: Provider;
  /** How the people in its beds are spread over the places they live in. */
  catchment: readonly (readonly [Place, number])[];
};

const COUNTY_MIX = [
  ['leicester', 36],
  ['leicestershire', 52],
  ['rutland', 4.5],
  ['out_of_area', 6.5],
  ['unknown', 1],
] as const;

const localTo = (leicester: number, leicestershire: number, rutland: number, outside: number) =>
  [
    ['leicester', leicester],
    ['leicestershire', leicestershire],
    ['rutland', rutland],
    ['out_of_area', outside],
    ['unknown', 0.5],
  ] as const;

export const SITES: readonly SeedSite[] = [
  { id: 'lri', name: 'Leicester Royal Infirmary', shortName: 'LRI', organisationId: 'uhl', catchment: COUNTY_MIX },
  { id: 'gh', name: 'Glenfield Hospital', shortName: 'Glenfield', organisationId: 'uhl', catchment: COUNTY_MIX },
  { id: 'lgh', name: 'Leicester General Hospital', shortName: 'LGH', organisationId: 'uhl', catchment: COUNTY_MIX },
  { id: 'lough', name: 'Loughborough Hospital', shortName: 'Loughborough', organisationId: 'lpt', catchment: localTo(10, 84, 0, 5) },
  { id: 'coal', name: 'Coalville Community Hospital', shortName: 'Coalville', organisationId: 'lpt', catchment: localTo(6, 86, 0, 8) },
  { id: 'hinck', name: 'Hinckley and Bosworth Community Hospital', shortName: 'Hinckley', organisationId: 'lpt', catchment: localTo(8, 84, 0, 8) },
  { id: 'melton', name: 'Melton Mowbray Hospital', shortName: 'Melton', organisationId: 'lpt', catchment: localTo(3, 82, 12, 3) },
  { id: 'fielding', name: 'Fielding Palmer Hospital, Lutterworth', shortName: 'Fielding Palmer', organisationId: 'lpt', catchment: localTo(3, 90, 0, 7) },
  { id: 'stlukes', name: "St Luke's Hospital, Market Harborough", shortName: "St Luke's", organisationId: 'lpt', catchment: localTo(6, 82, 6, 6) },
  { id: 'evington', name: 'Evington Centre', shortName: 'Evington', organisationId: 'lpt', catchment: localTo(84, 15, 0, 1) },
  { id: 'rutland-memorial', name: 'Rutland Memorial Hospital', shortName: 'Rutland Memorial', organisationId: 'lpt', catchment: localTo(2, 12, 78, 8) },
]; // prettier-ignore
