import type { DISTRICTS } from '../../domain/persons/place.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { Random } from './random.ts';

export type District = (typeof DISTRICTS)[number];

/** Weights of the deprivation quintiles, 1 (most deprived) to 5. Assumed, by the look of the area. */
type Quintiles = readonly [number, number, number, number, number];
const INNER: Quintiles = [60, 28, 8, 3, 1];
const CITY: Quintiles = [40, 30, 17, 9, 4];
const TOWN: Quintiles = [12, 20, 26, 24, 18];
const SUBURB: Quintiles = [4, 12, 24, 30, 30];
const VILLAGE: Quintiles = [1, 6, 18, 32, 43];

export type Locality = {
  town: string;
  outcode: string;
  district: District | null;
  weight: number;
  quintiles: Quintiles;
};

const at = (
  outcode: string,
  town: string,
  district: District | null,
  weight: number,
  quintiles: Quintiles,
): Locality => ({ town, outcode, district, weight, quintiles });

export const LOCALITIES: Readonly<Record<Exclude<Place, 'unknown'>, readonly Locality[]>> = {
  leicester: [
    at('LE1', 'Leicester', null, 6, INNER),
    at('LE2', 'Leicester (Highfields)', null, 12, INNER),
    at('LE2', 'Leicester (Knighton)', null, 10, SUBURB),
    at('LE2', 'Leicester (Aylestone)', null, 9, CITY),
    at('LE2', 'Leicester (Eyres Monsell)', null, 7, INNER),
    at('LE3', 'Leicester (Westcotes)', null, 8, CITY),
    at('LE3', 'Leicester (New Parks)', null, 10, INNER),
    at('LE3', 'Leicester (Braunstone)', null, 9, INNER),
    at('LE4', 'Leicester (Belgrave)', null, 11, CITY),
    at('LE4', 'Leicester (Beaumont Leys)', null, 10, INNER),
    at('LE4', 'Leicester (Rushey Mead)', null, 8, CITY),
    at('LE5', 'Leicester (Evington)', null, 9, TOWN),
    at('LE5', 'Leicester (Humberstone)', null, 8, CITY),
    at('LE5', 'Leicester (Hamilton)', null, 6, TOWN),
  ],
  leicestershire: [
    at('LE8', 'Blaby', 'blaby', 4, SUBURB),
    at('LE8', 'Countesthorpe', 'blaby', 3, VILLAGE),
    at('LE8', 'Whetstone', 'blaby', 3, SUBURB),
    at('LE19', 'Enderby', 'blaby', 3, SUBURB),
    at('LE19', 'Narborough', 'blaby', 4, SUBURB),
    at('LE3', 'Braunstone Town', 'blaby', 5, TOWN),
    at('LE3', 'Glenfield', 'blaby', 4, SUBURB),
    at('LE2', 'Glen Parva', 'blaby', 2, TOWN),
    at('LE9', 'Stoney Stanton', 'blaby', 2, VILLAGE),
    at('LE11', 'Loughborough', 'charnwood', 14, TOWN),
    at('LE12', 'Shepshed', 'charnwood', 5, TOWN),
    at('LE12', 'Sileby', 'charnwood', 3, TOWN),
    at('LE12', 'Mountsorrel', 'charnwood', 3, TOWN),
    at('LE12', 'Quorn', 'charnwood', 2, VILLAGE),
    at('LE7', 'Syston', 'charnwood', 5, TOWN),
    at('LE7', 'Anstey', 'charnwood', 3, SUBURB),
    at('LE7', 'Rothley', 'charnwood', 2, VILLAGE),
    at('LE4', 'Birstall', 'charnwood', 5, SUBURB),
    at('LE4', 'Thurmaston', 'charnwood', 4, CITY),
    at('LE16', 'Market Harborough', 'harborough', 7, SUBURB),
    at('LE17', 'Lutterworth', 'harborough', 4, SUBURB),
    at('LE9', 'Broughton Astley', 'harborough', 3, SUBURB),
    at('LE8', 'Kibworth', 'harborough', 3, VILLAGE),
    at('LE8', 'Fleckney', 'harborough', 2, VILLAGE),
    at('LE7', 'Thurnby', 'harborough', 2, VILLAGE),
    at('LE10', 'Hinckley', 'hinckley_and_bosworth', 9, TOWN),
    at('LE10', 'Burbage', 'hinckley_and_bosworth', 5, SUBURB),
    at('LE9', 'Earl Shilton', 'hinckley_and_bosworth', 4, TOWN),
    at('LE9', 'Barwell', 'hinckley_and_bosworth', 3, CITY),
    at('LE6', 'Groby', 'hinckley_and_bosworth', 2, SUBURB),
    at('CV13', 'Market Bosworth', 'hinckley_and_bosworth', 1.5, VILLAGE),
    at('CV9', 'Sheepy Magna', 'hinckley_and_bosworth', 0.5, VILLAGE),
    at('LE13', 'Melton Mowbray', 'melton', 8, TOWN),
    at('LE14', 'Asfordby', 'melton', 2, TOWN),
    at('LE14', 'Long Clawson', 'melton', 1, VILLAGE),
    at('NG13', 'Bottesford', 'melton', 1, VILLAGE),
    at('LE67', 'Coalville', 'north_west_leicestershire', 8, CITY),
    at('LE67', 'Ibstock', 'north_west_leicestershire', 3, TOWN),
    at('LE65', 'Ashby-de-la-Zouch', 'north_west_leicestershire', 4, SUBURB),
    at('DE74', 'Castle Donington', 'north_west_leicestershire', 2.5, TOWN),
    at('DE74', 'Kegworth', 'north_west_leicestershire', 1.5, TOWN),
    at('DE12', 'Measham', 'north_west_leicestershire', 1.5, TOWN),
    at('LE2', 'Oadby', 'oadby_and_wigston', 6, SUBURB),
    at('LE18', 'Wigston', 'oadby_and_wigston', 8, TOWN),
    at('LE18', 'South Wigston', 'oadby_and_wigston', 3, CITY),
  ],
  rutland: [
    at('LE15', 'Oakham', null, 12, SUBURB),
    at('LE15', 'Uppingham', null, 6, SUBURB),
    at('LE15', 'Cottesmore', null, 3, VILLAGE),
    at('LE15', 'Langham', null, 2, VILLAGE),
    at('LE15', 'Edith Weston', null, 1, VILLAGE),
    at('PE9', 'Ketton', null, 3, VILLAGE),
    at('PE9', 'Ryhall', null, 2, VILLAGE),
  ],
  out_of_area: [
    at('CV11', 'Nuneaton', null, 7, CITY),
    at('CV10', 'Nuneaton', null, 5, TOWN),
    at('CV9', 'Atherstone', null, 3, TOWN),
    at('CV21', 'Rugby', null, 3, TOWN),
    at('NN17', 'Corby', null, 4, CITY),
    at('NN16', 'Kettering', null, 4, TOWN),
    at('NN14', 'Desborough', null, 2, TOWN),
    at('DE11', 'Swadlincote', null, 4, TOWN),
    at('DE73', 'Melbourne', null, 2, VILLAGE),
    at('DE14', 'Burton upon Trent', null, 2, CITY),
    at('PE9', 'Stamford', null, 3, TOWN),
    at('NG31', 'Grantham', null, 2, TOWN),
  ],
};

/** Invented streets: no attempt is made to match a real one. */
const STREET_NAMES = [
  'Larkspur', 'Saddler', 'Quillwood', 'Fallowmere', 'Teasel', 'Brindle', 'Hobbin', 'Wheelwright',
  'Kestrelfield', 'Osier', 'Pippin', 'Garnet', 'Marlpit', 'Sandhurl', 'Cloverdown', 'Thimble',
  'Ridgemarch', 'Stockinger', 'Framework', 'Needlemaker', 'Woolcomber', 'Foxholt', 'Barleyrigg',
  'Hollowell', 'Merestone', 'Cobblegate', 'Damsonby', 'Swithen', 'Lowfold', 'Plover', 'Tanyard',
  'Bellfounder', 'Copperfield Rise', 'Withybank', 'Juniper Hill', 'Mallardine', 'Rookmere',
  'Sorrelbank', 'Hazelwick', 'Bramblethorpe',
] as const; // prettier-ignore
const STREET_KINDS = [
  'Road',
  'Street',
  'Avenue',
  'Close',
  'Lane',
  'Drive',
  'Crescent',
  'Way',
] as const;

/** Royal Mail uses none of these letters in the second half of a postcode, so no address is real. */
const UNUSED_LETTERS = ['C', 'I', 'K', 'M', 'O', 'V'] as const;

/** Whether somebody lives with one of the three councils of the area. */
export const isInArea = (place: Place): boolean => place !== 'out_of_area' && place !== 'unknown';

export type Home = {
  address: { line: string; town: string; postcode: string | null } | null;
  place: Place;
  district: District | null;
  imdQuintile: number | null;
};

/** An invented home in a place; where the council is not known, neither is the home. */
export function homeIn(place: Place, random: Random): Home {
  if (place === 'unknown') {
    return { address: null, place, district: null, imdQuintile: null };
  }
  const localities = LOCALITIES[place];
  const locality = random.weighted(localities.map((entry) => [entry, entry.weight] as const));
  const house = random.chance(0.12) ? `Flat ${random.int(1, 24)}, ` : '';
  const street = `${random.pick(STREET_NAMES)} ${random.pick(STREET_KINDS)}`;
  const line = `${house}${random.int(1, 190)} ${street}`;
  const inward = `${random.int(1, 9)}${random.pick(UNUSED_LETTERS)}${random.pick(UNUSED_LETTERS)}`;
  const postcode = `${locality.outcode} ${inward}`;
  const imdQuintile = random.chance(0.015) ? null : random.index(locality.quintiles) + 1;
  return { address: { line, town: locality.town, postcode }, place, district: locality.district, imdQuintile }; // prettier-ignore
}
