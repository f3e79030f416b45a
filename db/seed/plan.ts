import type { CalendarDay, Instant } from '../../domain/time.ts';
import { dayNumber } from './calendar.ts';
import { finishedSpells } from './finished-spells.ts';
import type { Making } from './finished-spells.ts';
import { openSpells } from './open-spells.ts';
import { createPeople } from './people.ts';
import { createRandom } from './random.ts';
import { createReturning, createTransfers } from './returning.ts';
import type { SpellPlan } from './spell-plan.ts';
import { OPEN_SPELLS } from './statistics.ts';
import { meetTasksTarget } from './tasks-target.ts';
import { wardsFor } from './wards.ts';

export type DemoSize = {
  seed: string | number;
  /** The London day of `now`. */
  today: CalendarDay;
  now: Instant;
  openSpells?: number;
  finishedDays?: number;
  /** Open tasks wanted in all; by default as many as come about (about 2,500 for 1,800 spells). */
  tasksTarget?: number;
};

/**
 * The invented patients of a demo, in order of admission: everybody in a bed now, and everybody
 * who left in the days before. The number who left goes with the number of open spells.
 * Pure: the same arguments give the same plans. Wards with enough beds are `wardsFor(openSpells)`.
 */
export function* planDemo(size: DemoSize): Generator<SpellPlan, void, undefined> {
  const { openSpells: open = OPEN_SPELLS, finishedDays = 90 } = size;
  const random = createRandom(`${size.seed}/${size.today}`);
  const today = dayNumber(size.today);
  const now = Date.parse(size.now);
  const making: Making = {
    random,
    wards: wardsFor(open),
    makePerson: createPeople(random.fork('people')),
    returning: createReturning(),
    transfers: createTransfers(),
  };
  const period = { firstDay: today - finishedDays, lastDay: today, now, scale: open / OPEN_SPELLS };
  const hasPast = finishedDays > 0;
  const finished = hasPast
    ? [...finishedSpells('uhl', making, period), ...finishedSpells('lpt', making, period)]
    : [];
  const inBed = openSpells(making, { openSpells: open, today, now });
  const inBedWithTasks =
    size.tasksTarget === undefined
      ? inBed
      : meetTasksTarget(inBed, size.tasksTarget, now, random.fork('tasks-target'));

  const unmet = new Set(making.transfers.left().map((transfer) => transfer.spellId));
  const plans = [...finished.map((plan) => withBedFound(plan, unmet)), ...inBedWithTasks];
  plans.sort((a, b) => compare(a.admittedAt, b.admittedAt) || compare(a.id, b.id));
  yield* plans;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A short-term bed in a care home, where no community hospital of the plan took the person. */
function withBedFound(plan: SpellPlan, unmet: ReadonlySet<string>): SpellPlan {
  if (plan.discharge === null || !unmet.has(plan.id)) return plan;
  return { ...plan, discharge: { ...plan.discharge, destination: 'care_home' } };
}
