import type { Random } from './random.ts';
import type { Specialty } from './specialties.ts';
import { SPECIALTIES } from './specialties.ts';
import { ADMISSION_HOURS, DISCHARGE_HOURS } from './statistics.ts';

const LONGEST_NIGHTS = 90;

type Nights = { weights: readonly number[]; mean: number };

/** Nights by chance: a log-normal cut into whole nights, of which the first is a day's stay. */
function nightsOf(specialty: Specialty): Nights {
  const { medianNights, spread } = SPECIALTIES[specialty];
  const weights = Array.from({ length: LONGEST_NIGHTS + 1 }, (_, nights) => {
    if (nights === 0) return 0;
    return belowLogNormal(nights + 0.5, medianNights, spread) - belowLogNormal(nights - 0.5, medianNights, spread); // prettier-ignore
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = weights.reduce((sum, weight, nights) => sum + weight * nights, 0) / total;
  return { weights, mean };
}

function belowLogNormal(value: number, median: number, spread: number): number {
  if (value <= 0) return 0;
  return belowNormal(Math.log(value / median) / spread);
}

/** The normal distribution function (Abramowitz and Stegun 26.2.17, good to 1e-7). */
function belowNormal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? 1 - upper : upper;
}

const known = new Map<Specialty, Nights>();

function nights(specialty: Specialty): Nights {
  const found = known.get(specialty) ?? nightsOf(specialty);
  known.set(specialty, found);
  return found;
}

export const meanNights = (specialty: Specialty): number => nights(specialty).mean;

/** Nights that somebody needed a hospital bed, of those who leave. */
export const nightsOfFinished = (specialty: Specialty, random: Random): number =>
  random.index(nights(specialty).weights);

/** How far the day has gone: the shares of today's arrivals who are here, and of today's leavers who still are. */
export type HourOfDay = { arrived: number; stillHere: number };

/** Nights so far and nights to come of somebody met in a bed at an hour, still in need of it. */
export function nightsOfOpen(
  specialty: Specialty,
  hour: HourOfDay,
  random: Random,
): { soFar: number; toCome: number } {
  const edges = hour.arrived + hour.stillHere;
  const stock = nights(specialty).weights.map((weight, whole) => weight * (whole - 1 + edges));
  const whole = random.index(stock);
  const drawn = random.next() * (whole - 1 + edges);
  const soFar = drawn < hour.arrived ? 0 : Math.min(whole, 1 + Math.floor(drawn - hour.arrived));
  return { soFar, toCome: whole - soFar };
}

/** Reads the hour off the weights of arriving and leaving. */
export function hourOfDay(minuteOfDay: number): HourOfDay {
  const upTo = (entries: readonly (readonly [hour: number, weight: number])[]) => {
    const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
    const past = entries.reduce((sum, [hour, weight]) => {
      const share = Math.min(1, Math.max(0, minuteOfDay / 60 - hour));
      return sum + weight * share;
    }, 0);
    return past / total;
  };
  const arrivals = ADMISSION_HOURS.map((weight, hour) => [hour, weight] as const);
  return { arrived: upTo(arrivals), stillHere: 1 - upTo(DISCHARGE_HOURS) };
}
