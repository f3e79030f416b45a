import type { Pathway } from '../../domain/spell/pathway.ts';
import type { Place } from '../../domain/persons/place.ts';
import { isInArea } from './places.ts';
import { DEFAULT_CATALOGUE } from '../../domain/tasks/default-catalogue.ts';
import type { DayNumber } from './calendar.ts';
import { midnight } from './calendar.ts';
import type { DelayCause } from './delay-causes.ts';
import { drawCause } from './delay-causes.ts';
import { delayOfOpen } from './delays.ts';
import { drawPlace } from './finished-spells.ts';
import type { HourOfDay } from './lengths-of-stay.ts';
import { hourOfDay, nightsOfFinished, nightsOfOpen } from './lengths-of-stay.ts';
import type { Provider } from './organisations.ts';
import type { Random } from './random.ts';
import type { Scenario } from './showcase.ts';
import { SCENARIOS } from './showcase.ts';
import { SPECIALTIES } from './specialties.ts';
import { COLUMN_SHARES, EDD_SHARES, OPEN_NCTR, OPEN_SPELLS, OPEN_SPELLS_COMMUNITY, SHARES } from './statistics.ts'; // prettier-ignore
import type { SeedWard } from './wards.ts';
import { COORDINATOR_WARDS, bedNames } from './wards.ts';

/** A taken bed: how long somebody has been in it, whether they are ready, and what comes next. */
export type OpenSlot = {
  ward: SeedWard;
  bed: string;
  random: Random;
  scenario: Scenario | null;
  place: Place;
  nights: number;
  /** Days since being ready; null while they need the bed. */
  daysReady: number | null;
  cause: DelayCause | null;
  nightsToCome: number;
  pathway: Pathway | null;
  edd: { kind: 'not_set' | 'passed' | 'ahead'; day: DayNumber | null };
};

/** Every taken bed, with the shares of the board (columns, delays, forecasts) met exactly. */
export function openSlots(
  wards: readonly SeedWard[],
  openSpells: number,
  moment: { today: DayNumber; now: number },
  random: Random,
): OpenSlot[] {
  const slots = takenBeds(wards, openSpells, random);
  chooseReady(slots, 'uhl', Math.round((OPEN_NCTR.uhl * openSpells) / OPEN_SPELLS), random);
  chooseReady(slots, 'lpt', Math.round((OPEN_NCTR.lpt * openSpells) / OPEN_SPELLS), random);
  const hour = hourOfDay((moment.now - midnight(moment.today)) / 60_000);
  for (const slot of slots) drawStay(slot, hour);
  choosePathways(slots, random.fork('columns'));
  chooseForecasts(slots, moment.today, random.fork('forecasts'));
  return slots;
}

function takenBeds(wards: readonly SeedWard[], openSpells: number, random: Random): OpenSlot[] {
  const lpt = Math.round((openSpells * OPEN_SPELLS_COMMUNITY) / OPEN_SPELLS);
  const taken = new Map<string, number>();
  const demo = wards.filter((ward) => COORDINATOR_WARDS.some((id) => id === ward.id));
  // A small demo keeps something to see on the coordinator's wards.
  for (const ward of demo) {
    const usual = Math.round(ward.beds * 0.93);
    taken.set(ward.id, Math.min(usual, Math.floor(openSpells / 5)));
  }
  const onDemo = [...taken.values()].reduce((sum, count) => sum + count, 0);
  const others = wards.filter((ward) => !taken.has(ward.id));
  share(
    others.filter((ward) => ward.provider === 'uhl'),
    openSpells - lpt - onDemo,
    taken,
  );
  share(
    others.filter((ward) => ward.provider === 'lpt'),
    lpt,
    taken,
  );
  return wards.flatMap((ward) => slotsOf(ward, taken.get(ward.id) ?? 0, random.fork(ward.id)));
}

/** Shares patients among wards by beds, whole people each, by largest remainder. */
function share(wards: readonly SeedWard[], count: number, taken: Map<string, number>): void {
  const beds = wards.reduce((sum, ward) => sum + ward.beds, 0);
  const exact = wards.map((ward) => ({ ward, due: (ward.beds * count) / beds }));
  let left = count;
  for (const { ward, due } of exact) {
    taken.set(ward.id, Math.floor(due));
    left -= Math.floor(due);
  }
  const byRemainder = [...exact].sort((a, b) => (b.due % 1) - (a.due % 1));
  for (const { ward } of byRemainder.slice(0, left))
    taken.set(ward.id, (taken.get(ward.id) ?? 0) + 1);
}

function slotsOf(ward: SeedWard, count: number, random: Random): OpenSlot[] {
  const beds = random.shuffle(bedNames(ward.beds)).slice(0, count);
  const scenarios = SCENARIOS[COORDINATOR_WARDS.findIndex((id) => id === ward.id)] ?? [];
  return beds.map((bed, index) => {
    const own = random.fork(bed);
    const scenario = scenarios[index] ?? null;
    return {
      ward,
      bed,
      random: own,
      scenario,
      place: scenario?.place ?? drawPlace(ward, own),
      nights: 0,
      daysReady: scenario?.daysReady ?? null,
      cause: null,
      nightsToCome: 0,
      pathway: scenario?.pathway ?? null,
      edd: { kind: 'ahead', day: null },
    };
  });
}

/** Draws so many without replacement, each by weight (Efraimidis and Spirakis). */
function drawSome<T>(items: readonly T[], count: number, weightOf: (item: T) => number, random: Random): T[] {
  return items
    .map((item) => {
      const weight = weightOf(item);
      return { item, key: weight > 0 ? random.next() ** (1 / weight) : -1 };
    })
    .filter(({ key }) => key >= 0)
    .sort((a, b) => b.key - a.key)
    .slice(0, Math.max(0, count))
    .map(({ item }) => item);
} // prettier-ignore

function chooseReady(
  slots: readonly OpenSlot[],
  provider: Provider,
  count: number,
  random: Random,
) {
  const own = slots.filter((slot) => slot.ward.provider === provider);
  const prescribed = own.filter((slot) => slot.daysReady !== null).length;
  const free = own.filter((slot) => slot.scenario === null);
  const complexity = ({ ward }: OpenSlot) => SPECIALTIES[ward.specialty].complexity;
  const chosen = drawSome(free, count - prescribed, complexity, random.fork(`ready:${provider}`));
  for (const slot of chosen) slot.daysReady = delayOfOpen(provider, slot.random);
}

function drawStay(slot: OpenSlot, hour: HourOfDay): void {
  const { ward, random, scenario } = slot;
  if (slot.daysReady === null) {
    const drawn = nightsOfOpen(ward.specialty, hour, random);
    slot.nights = scenario?.nights ?? drawn.soFar;
    slot.nightsToCome = drawn.toCome;
    return;
  }
  slot.nights = scenario?.nights ?? slot.daysReady + nightsOfFinished(ward.specialty, random);
  const hasCause =
    slot.daysReady === 0 ? scenario === null && random.chance(0.5) : !random.chance(SHARES.delayedWithoutReason);
  // Drawn even where nobody recorded it: the pathway follows from what people wait for.
  const cause = causeOf(slot);
  slot.cause = hasCause || (scenario !== null && slot.daysReady > 0) ? cause : null;
  slot.pathway ??= cause.pathway;
  slot.nightsToCome = random.int(0, 6);
} // prettier-ignore

function causeOf({ nights, place, pathway, scenario, random }: OpenSlot): DelayCause {
  const wish = { lengthOfStay: nights, place, isOpen: true };
  const drawn = drawCause(pathway === null ? wish : { ...wish, pathway }, random);
  if (scenario?.waitsFor === undefined) return drawn;
  const { processReason } = DEFAULT_CATALOGUE[scenario.waitsFor];
  return { ...drawn, reason: processReason, taskType: scenario.waitsFor, waitsOnCapacity: false };
}

type Column = keyof typeof COLUMN_SHARES;

/** Columns in the order they are filled; whoever is left over needs no onward care. */
const FILLED: readonly { column: Column; draw: (random: Random, slot: OpenSlot) => Pathway }[] = [
  { column: 'none_set', draw: () => 'none_set' },
  { column: 'lightbulb', draw: () => 'lightbulb' },
  {
    column: 'long_term_and_end_of_life',
    draw: (random) => (random.chance(0.68) ? 'long_term_care' : 'end_of_life'),
  },
  {
    column: 'intermediate_care',
    draw: (random, slot) =>
      random.chance(slot.ward.provider === 'uhl' ? 0.55 : 0.1)
        ? 'intermediate_care_bed'
        : 'intermediate_care_home',
  },
  { column: 'reablement', draw: () => 'reablement' },
];

export function columnOf(pathway: Pathway): Column {
  switch (pathway) {
    case 'intermediate_care_home':
    case 'intermediate_care_bed':
      return 'intermediate_care';
    case 'long_term_care':
    case 'end_of_life':
      return 'long_term_and_end_of_life';
    case 'none_set':
    case 'no_onward_care':
    case 'reablement':
    case 'lightbulb':
      return pathway;
    default:
      return pathway satisfies never;
  }
}

function choosePathways(slots: readonly OpenSlot[], random: Random): void {
  for (const { column, draw } of FILLED) {
    const there = slots.filter(({ pathway }) => pathway !== null && columnOf(pathway) === column);
    const free = slots.filter(({ pathway }) => pathway === null);
    const wanted = Math.round(COLUMN_SHARES[column] * slots.length) - there.length;
    const weight =
      column === 'none_set'
        ? undecidedWeight
        : column === 'lightbulb'
          ? housingWeight
          : supportWeight;
    for (const slot of drawSome(free, wanted, weight, random)) slot.pathway = draw(random, slot);
  }
  for (const slot of slots) slot.pathway ??= 'no_onward_care';
}

/** Pathways are settled in the first days. */
const undecidedWeight = ({ nights }: OpenSlot) => [14, 6, 3, 1.8][nights] ?? 0.7;

/** Lightbulb's Housing Enablement Team works for the three places only. */
const housingWeight = (slot: OpenSlot) => (isInArea(slot.place) ? supportWeight(slot) : 0);

function supportWeight({ ward, nights }: OpenSlot): number {
  const { kind, complexity } = SPECIALTIES[ward.specialty];
  if (kind !== 'adult' || nights < 1) return 0;
  return complexity * Math.min(nights, 8);
}

function chooseForecasts(slots: readonly OpenSlot[], today: DayNumber, random: Random): void {
  for (const slot of slots) slot.edd = { kind: 'ahead', day: today + daysAhead(slot) };
  const of = (kind: Scenario['edd']) => slots.filter((slot) => slot.scenario?.edd === kind);
  const free = slots.filter((slot) => slot.scenario === null);
  const notSet = Math.round(EDD_SHARES.notSet * slots.length) - of('not_set').length;
  const without = new Set(drawSome(free, notSet, unforecastWeight, random));
  const rest = free.filter((slot) => !without.has(slot) && slot.nights > 0);
  const passed = Math.round(EDD_SHARES.passed * slots.length) - of('passed').length;
  for (const slot of [...without, ...of('not_set')]) slot.edd = { kind: 'not_set', day: null };
  for (const slot of [...drawSome(rest, passed, passedWeight, random), ...of('passed')]) {
    const late = 1 + Math.min(slot.nights - 1, Math.floor(slot.random.exponential(2.2)));
    slot.edd = { kind: 'passed', day: today - Math.max(1, late) };
  }
  for (const slot of of('today')) slot.edd = { kind: 'ahead', day: today };
  for (const slot of of('tomorrow')) slot.edd = { kind: 'ahead', day: today + 1 };
  for (const slot of of('later')) slot.edd = { kind: 'ahead', day: today + slot.random.int(3, 6) };
}

/** Forecasts are too hopeful rather than too late. */
function daysAhead({ nightsToCome, random }: OpenSlot): number {
  return Math.max(0, Math.min(45, Math.round(nightsToCome * 0.85 + random.normal(0, 0.7))));
}

const unforecastWeight = ({ nights, daysReady }: OpenSlot) =>
  daysReady !== null ? 0.12 : ([30, 6, 1][nights] ?? 0.35);

const passedWeight = ({ daysReady, nights }: OpenSlot) =>
  daysReady === null ? (nights > 1 ? 0.5 : 0.2) : daysReady > 1 ? 9 : 2;
