import type { Place } from '../../domain/persons/place.ts';
import type { Destination } from '../../domain/spell/discharge.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { PatientClass } from '../../domain/spell/state.ts';
import type { DayNumber } from './calendar.ts';
import { instantAt, minutes, weekdayOf } from './calendar.ts';
import type { DelayCause } from './delay-causes.ts';
import { drawCause } from './delay-causes.ts';
import { delayOfFinished, delayedShareOf, meanDelay } from './delays.ts';
import { meanNights, nightsOfFinished } from './lengths-of-stay.ts';
import type { Provider } from './organisations.ts';
import { SITES } from './organisations.ts';
import { isInArea } from './places.ts';
import type { PersonWish, SeedPerson } from './people.ts';
import type { Random } from './random.ts';
import type { Returning, Transfers } from './returning.ts';
import { SPECIALTIES } from './specialties.ts';
import type { SpellPlan } from './spell-plan.ts';
import {
  DISCHARGES_PER_DAY,
  DISCHARGE_HOURS,
  LPT_DIED_SHARE,
  PATHWAYS_WITHOUT_DELAY,
  SHARES,
  UHL_DISCHARGE_KINDS,
  WEEKDAY_FACTORS,
} from './statistics.ts';
import type { SeedWard } from './wards.ts';
import { bedNames } from './wards.ts';
import { LEAST_STAY_MS, admissionAt, writePlan } from './write-plan.ts';

export type Making = {
  random: Random;
  wards: readonly SeedWard[];
  makePerson: (wish: PersonWish) => SeedPerson;
  returning: Returning;
  transfers: Transfers;
};

type Kind = keyof typeof UHL_DISCHARGE_KINDS;
type WardChoice = { wards: readonly SeedWard[]; atOnce: number[]; waiting: number[] };

const KINDS: readonly (readonly [Kind, number])[] = [
  ['counted', UHL_DISCHARGE_KINDS.counted],
  ['maternity', UHL_DISCHARGE_KINDS.maternity],
  ['child', UHL_DISCHARGE_KINDS.child],
  ['died', UHL_DISCHARGE_KINDS.died],
  ['zero_night', UHL_DISCHARGE_KINDS.zero_night],
];

/** The spells of one provider that ended on the days before now, in order of the discharge day. */
export function finishedSpells(
  provider: Provider,
  making: Making,
  period: { firstDay: DayNumber; lastDay: DayNumber; now: number; scale: number },
): SpellPlan[] {
  const random = making.random.fork(`finished:${provider}`);
  const choice = wardChoice(
    making.wards.filter((ward) => ward.provider === provider),
    provider,
  );
  const plans: SpellPlan[] = [];
  for (let day = period.firstDay; day <= period.lastDay; day += 1) {
    const daily = random.fork(`day:${day}`);
    const mean = DISCHARGES_PER_DAY[provider] * period.scale * (WEEKDAY_FACTORS[weekdayOf(day)] ?? 1); // prettier-ignore
    const count = Math.max(0, Math.round(daily.normal(mean, Math.sqrt(mean) * 0.8)));
    for (let i = 0; i < count; i += 1) {
      const draw = daily.fork(String(i));
      const facts = drawFacts(provider, day, draw, making, choice);
      if (facts.leftAt < period.now - minutes(5)) {
        plans.push(finishedSpell(provider, draw, making, facts, period.lastDay));
      }
    }
  }
  return plans;
}

/**
 * Wards by how many leave them. A ward's share of discharges is its beds over its mean stay; those
 * who waited come more from complex specialties, the others make up the rest.
 */
function wardChoice(wards: readonly SeedWard[], provider: Provider): WardChoice {
  const adult = wards.filter((ward) => SPECIALTIES[ward.specialty].kind === 'adult');
  const delayed = delayedShareOf(provider);
  const flow = adult.map((ward) => {
    const chance = delayed * SPECIALTIES[ward.specialty].complexity;
    return ward.beds / (meanNights(ward.specialty) + chance * meanDelay(provider));
  });
  const waiting = adult.map((ward, i) => (flow[i] ?? 0) * SPECIALTIES[ward.specialty].complexity);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ratio = (delayed * sum(flow)) / sum(waiting);
  const atOnce = flow.map((value, i) => Math.max(value * 0.2, value - ratio * (waiting[i] ?? 0)));
  return { wards: adult, atOnce, waiting };
}

/** What is drawn of a finished spell before it is known who the person is. */
type Facts = {
  kind: Kind;
  day: DayNumber;
  delay: number;
  nights: number;
  ward: SeedWard;
  place: Place;
  cause: DelayCause | null;
  pathway: Pathway;
  leftAt: number;
  /** Set where somebody came and went on one day. */
  cameAt: number | null;
};

function drawFacts(
  provider: Provider,
  day: DayNumber,
  random: Random,
  making: Making,
  choice: WardChoice,
): Facts {
  const kind = drawKind(provider, random);
  const isDelayed = kind === 'counted' && random.chance(delayedShareOf(provider));
  const delay = isDelayed ? delayOfFinished(provider, random) : 0;
  const ward = drawWard(kind, isDelayed, making, choice, random);
  const nights = kind === 'zero_night' ? 0 : nightsOfFinished(ward.specialty, random) + delay;
  const place = drawPlace(ward, random);
  const cause = isDelayed
    ? drawCause({ lengthOfStay: nights, place, isOpen: false }, random)
    : null;
  const drawn = drawPathway(provider, kind, cause, random);
  const pathway = drawn === 'lightbulb' && !isInArea(place) ? 'reablement' : drawn;
  const cameAt = nights === 0 ? instantAt(day, random.int(20, 600)) : null;
  const leftAt = dischargeAt(day, pathway, kind, cameAt, random);
  return { kind, day, delay, nights, ward, place, cause, pathway, leftAt, cameAt };
}

function finishedSpell(
  provider: Provider,
  random: Random,
  making: Making,
  facts: Facts,
  today: DayNumber,
): SpellPlan {
  const { kind, day, delay, ward, pathway, leftAt } = facts;
  const profile = SPECIALTIES[ward.specialty];
  const admittedDay = day - facts.nights;
  const moved = provider === 'lpt' ? making.transfers.take(admittedDay) : null;
  const elective = random.chance(profile.electiveShare) ? 'elective' : 'emergency';
  const patientClass: PatientClass = moved !== null ? 'transfer' : elective;
  const admittedAt =
    moved !== null
      ? arrivalAfter(moved.leftAt, random)
      : (facts.cameAt ?? admissionAt(admittedDay, patientClass, random));
  const wish = {
    profile,
    place: facts.place,
    admittedAt,
    admittedDay,
    isComplex: isSupported(pathway),
    needsAccess: pathway === 'lightbulb',
    random,
  };
  const person = moved?.person ?? personBack(making, wish) ?? making.makePerson(wish);
  const id = random.uuid(admittedAt);
  const destination = drawDestination(provider, facts, random);
  if (destination === 'community_hospital') {
    making.transfers.add({ spellId: id, person, leftAt }, day);
  }
  if (destination === 'usual_residence' && profile.kind === 'adult') {
    making.returning.add(person, day);
  }
  const isRecorded = delay > 0 || (kind === 'counted' && destination !== 'died' && random.chance(0.55)); // prettier-ignore
  return writePlan({
    id,
    stay: {
      random,
      ward,
      person,
      admittedAt,
      admittedDay,
      until: leftAt,
      isOpen: false,
      readyDay: isRecorded ? day - delay : null,
      leavingDay: day,
      pathway,
      cause: facts.cause,
      edd: lastForecast(facts, admittedDay, random),
    },
    today,
    bed: random.pick(bedNames(ward.beds)),
    patientClass,
    continuesSpellId: moved?.spellId ?? null,
    destination,
  });
}

/** Somebody who was in hospital in the weeks before, for a few percent of adults. */
export function personBack(making: Making, wish: PersonWish): SeedPerson | null {
  if (wish.profile.kind !== 'adult' || !wish.random.chance(SHARES.readmitted)) return null;
  return making.returning.draw(wish.admittedDay, wish.profile, wish.random);
}

/** The last forecast of the discharge: right within a day or two, or left behind by a delay. */
function lastForecast(facts: Facts, admittedDay: DayNumber, random: Random): DayNumber | null {
  const { kind, delay, day } = facts;
  if (kind === 'zero_night' || !random.chance(kind === 'died' ? 0.7 : 0.97)) return null;
  const behind = delay > 0 && random.chance(0.4) ? random.int(1, delay) : lateBy(random);
  return Math.max(admittedDay, day - behind);
}

const lateBy = (random: Random) => Math.max(-3, Math.min(3, Math.round(random.normal(0, 0.8))));

export const isSupported = (pathway: Pathway): boolean =>
  pathway !== 'none_set' && pathway !== 'no_onward_care';

export const arrivalAfter = (leftAt: number, random: Random): number =>
  leftAt + minutes(random.int(40, 100));

function drawKind(provider: Provider, random: Random): Kind {
  return provider === 'uhl' ? random.weighted(KINDS) : 'counted';
}

function drawWard(
  kind: Kind,
  isDelayed: boolean,
  making: Making,
  choice: WardChoice,
  random: Random,
): SeedWard {
  if (kind === 'maternity' || kind === 'child') {
    const wards = making.wards.filter((ward) => SPECIALTIES[ward.specialty].kind === kind);
    return random.weighted(wards.map((ward) => [ward, ward.beds] as const));
  }
  const index = random.index(isDelayed ? choice.waiting : choice.atOnce);
  return choice.wards[index] ?? random.pick(choice.wards);
}

export function drawPlace(ward: SeedWard, random: Random): Place {
  const site = SITES.find((entry) => entry.id === ward.siteId);
  return site === undefined ? 'unknown' : random.weighted(site.catchment);
}

function drawPathway(
  provider: Provider,
  kind: Kind,
  cause: DelayCause | null,
  random: Random,
): Pathway {
  if (cause !== null) return cause.pathway;
  if (kind === 'died') return random.chance(0.25) ? 'end_of_life' : 'none_set';
  if (kind !== 'counted') return 'no_onward_care';
  return random.weighted<Pathway>(PATHWAYS_WITHOUT_DELAY[provider]);
}

/** In the afternoon mostly; moves to another hospital arrive there on the same day. */
function dischargeAt(
  day: DayNumber,
  pathway: Pathway,
  kind: Kind,
  cameAt: number | null,
  random: Random,
): number {
  if (kind === 'died') return instantAt(day, random.int(200, 1430));
  const drawn = random.weighted(DISCHARGE_HOURS);
  const hour = pathway === 'intermediate_care_bed' ? Math.min(drawn, 18) : drawn;
  const at = instantAt(day, hour * 60 + random.int(0, 59)) + random.int(0, 59) * 1000;
  return cameAt === null ? at : Math.max(at, cameAt + LEAST_STAY_MS);
}

function drawDestination(
  provider: Provider,
  { kind, pathway, cause }: Facts,
  random: Random,
): Destination {
  if (kind === 'died') return 'died';
  if (cause?.taskType === 'homelessness' || cause?.taskType === 'no_recourse') return 'temporary_accommodation'; // prettier-ignore
  if (cause?.taskType === 'mental_health_bed') return 'other_hospital';
  if (provider === 'lpt' && cause === null && random.chance(LPT_DIED_SHARE)) return 'died';
  switch (pathway) {
    case 'intermediate_care_bed':
      return provider === 'uhl' && random.chance(0.75) ? 'community_hospital' : 'care_home';
    case 'long_term_care':
      return 'care_home';
    case 'end_of_life':
      return random.weighted<Destination>([
        ['usual_residence', 45],
        ['care_home', 30],
        ['hospice', 25],
      ]);
    case 'none_set':
    case 'no_onward_care':
      return random.weighted<Destination>([
        ['usual_residence', 93],
        ['care_home', 4],
        ['other_hospital', 1.6],
        ['temporary_accommodation', 0.6],
        ['other', 0.8],
      ]);
    case 'reablement':
    case 'intermediate_care_home':
    case 'lightbulb':
      return random.chance(0.98) ? 'usual_residence' : 'temporary_accommodation';
    default:
      return pathway satisfies never;
  }
}
