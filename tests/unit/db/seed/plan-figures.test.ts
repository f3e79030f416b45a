import { describe, expect, it } from 'vitest';
import { planDemo } from '../../../../db/seed/plan.ts';
import { SPECIALTIES } from '../../../../db/seed/specialties.ts';
import type { SpellPlan } from '../../../../db/seed/spell-plan.ts';
import {
  COLUMN_SHARES,
  DELAY_BANDS,
  OPEN_NCTR,
  REASON_GROUPS_AFTER_7_DAYS,
} from '../../../../db/seed/statistics.ts';
import { COORDINATOR_WARDS } from '../../../../db/seed/wards.ts';
import { PATHWAY_COLUMNS } from '../../../../domain/spell/pathway.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import { addDays, daysBetween } from '../../../../domain/time.ts';
import { delayOf, isReady, londonDay, providerOf, shareOf, shownPathwayOf, wardOf } from './plan-facts.ts'; // prettier-ignore

const TODAY = '2026-11-22';
const NOW = '2026-11-22T14:00:00.000Z';

const plans = [...planDemo({ seed: 'figures', today: TODAY, now: NOW })];
const open = plans.filter((plan) => plan.discharge === null);
const finished = plans.filter((plan) => plan.discharge !== null);
const leftAt = (plan: SpellPlan) => plan.discharge?.at ?? NOW;
const nights = (plan: SpellPlan) =>
  daysBetween(londonDay(plan.admittedAt), londonDay(leftAt(plan)));

/** In the national measure: an adult, not maternity, who left the acute trust alive after a night. */
const isCounted = (plan: SpellPlan) => {
  const ward = wardOf(plan);
  const isAdult = ward !== undefined && SPECIALTIES[ward.specialty].kind === 'adult';
  return ward?.provider === 'uhl' && isAdult && plan.discharge?.destination !== 'died' && nights(plan) > 0;
}; // prettier-ignore

describe('discharges of the last 90 days', () => {
  it.each([
    ['all', finished],
    ['counted nationally', finished.filter(isCounted)],
  ] as const)('wait as long as published (%s)', (_name, spells) => {
    for (const band of DELAY_BANDS) {
      const share = shareOf(spells, (plan) => {
        const days = delayOf(plan);
        return days >= band.min && days <= (band.max ?? Infinity);
      });
      const error = Math.sqrt((band.share * (1 - band.share)) / spells.length);
      expect(Math.abs(share - band.share), band.name).toBeLessThan(4.5 * error);
    }
  });

  it('are about 205 a day at the acute trust, most on Fridays and fewest at weekends', () => {
    const whole = finished.filter((plan) => londonDay(leftAt(plan)) < TODAY);
    const uhl = whole.filter((plan) => providerOf(plan) === 'uhl');
    expect(uhl.length / 90).toBeGreaterThan(198);
    expect(uhl.length / 90).toBeLessThan(212);
    expect((whole.length - uhl.length) / 90).toBeCloseTo(20, -0.5);
    const counts = Array.from({ length: 7 }, () => ({ spells: 0, days: new Set<string>() }));
    for (const plan of uhl) {
      const day = londonDay(leftAt(plan));
      const count = counts[new Date(day).getUTCDay()];
      if (count === undefined) continue;
      count.spells += 1;
      count.days.add(day);
    }
    const daily = counts.map(({ spells, days }) => spells / days.size);
    const [sunday = 0, monday = 0, tuesday = 0, wednesday = 0, thursday = 0, friday = 0, saturday = 0] = daily; // prettier-ignore
    const weekday = (monday + tuesday + wednesday + thursday + friday) / 5;
    expect(Math.max(...daily)).toBe(friday);
    expect((saturday + sunday) / 2 / weekday).toBeGreaterThan(0.58);
    expect((saturday + sunday) / 2 / weekday).toBeLessThan(0.67);
  });

  it('leave in the afternoon mostly, on London clocks', () => {
    const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/London' }); // prettier-ignore
    const share = shareOf(finished, (plan) => {
      const left = Number(hour.format(new Date(leftAt(plan))));
      return left >= 13 && left < 19;
    });
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.72);
  });

  it('need no onward care in four of five', () => {
    const share = shareOf(finished, (plan) => shownPathwayOf(plan) === 'no_onward_care');
    expect(share).toBeGreaterThan(0.77);
    expect(share).toBeLessThan(0.86);
  });

  it('have a blocking task behind every delay', () => {
    const delayed = finished.filter((plan) => delayOf(plan) > 0);
    expect(delayed.filter((plan) => !plan.tasks.some((task) => task.blocking))).toEqual([]);
  });

  it('wait for the published groups of reasons after 7 days in hospital', () => {
    const delayed = finished.filter((plan) => delayOf(plan) > 1 && nights(plan) >= 7);
    for (const [group, percent] of REASON_GROUPS_AFTER_7_DAYS) {
      const share = shareOf(delayed, (plan) => mainReason(plan)?.startsWith(group) === true);
      expect(Math.abs(share - percent / 100), group).toBeLessThan(0.04);
    }
  });

  it('include people who came back and people who went on to a community hospital', () => {
    const persons = new Set(plans.map((plan) => plan.personId)).size;
    expect(persons / plans.length).toBeLessThan(0.97);
    const byId = new Map(plans.map((plan) => [plan.id, plan]));
    const moved = plans.filter((plan) => plan.continuesSpellId !== null);
    expect(moved.length / plans.length).toBeGreaterThan(0.01);
    for (const plan of moved) {
      const before = byId.get(plan.continuesSpellId ?? '');
      expect(before?.personId).toBe(plan.personId);
      expect(before?.discharge?.destination).toBe('community_hospital');
      expect((before?.discharge?.at ?? '9') < plan.admittedAt).toBe(true);
    }
  });
});

/** Of the blocking tasks done on the last day or the eve, the one that had blocked longest. */
function mainReason(plan: SpellPlan): string | undefined {
  const eve = addDays(londonDay(leftAt(plan)), -1);
  const last = plan.tasks
    .filter((task) => task.blocking && londonDay(task.completedAt ?? '2000-01-01T00:00:00Z') >= eve)
    .sort((a, b) => a.addedAt.localeCompare(b.addedAt))[0];
  if (last === undefined) return undefined;
  const { processReason, capacityReason } = DEFAULT_CATALOGUE[last.type];
  return last.waiting?.for === 'capacity' ? (capacityReason ?? processReason) : processReason;
}

const LAST_DAYS = Array.from({ length: 14 }, (_, index) => addDays(TODAY, -index - 1));

describe('a day of the fortnight before', () => {
  it.each(LAST_DAYS)('%s is as much decided as today is', (day) => {
    const at = `${day}T08:30:00.000Z`;
    const inBed = plans.filter((plan) => plan.admittedAt <= at && leftAt(plan) > at);
    const undecided = shareOf(inBed, (plan) => !plan.pathwayChanges.some((one) => one.at <= at));
    expect(undecided).toBeGreaterThan(COLUMN_SHARES.none_set - 0.06);
    expect(undecided).toBeLessThan(COLUMN_SHARES.none_set + 0.06);
  });

  it.each(LAST_DAYS.slice(0, 13))('%s has a round of most who were in a bed all day', (day) => {
    const isAllDay = (plan: SpellPlan) =>
      londonDay(plan.admittedAt) < day && londonDay(leftAt(plan)) > day;
    const inBed = plans.filter((plan) => isAllDay(plan) && !plan.isMaternity);
    const seen = shareOf(inBed, ({ rounds }) => rounds.some(({ at }) => londonDay(at) === day));
    expect(seen).toBeGreaterThan(0.9);
  });
});

describe('people in a bed today', () => {
  it('are ready as often as reported', () => {
    const ready = open.filter(isReady);
    expect(ready.filter((plan) => providerOf(plan) === 'uhl')).toHaveLength(OPEN_NCTR.uhl);
    expect(ready.filter((plan) => providerOf(plan) === 'lpt')).toHaveLength(OPEN_NCTR.lpt);
  });

  it('are spread over the columns of the board', () => {
    for (const column of PATHWAY_COLUMNS) {
      const share = shareOf(open, (plan) =>
        column.pathways.some((p) => p === shownPathwayOf(plan)),
      );
      expect(Math.abs(share - COLUMN_SHARES[column.id]), column.id).toBeLessThan(0.005);
    }
  });

  it('mostly have a forecast, some of them passed', () => {
    const last = (plan: SpellPlan) => plan.eddChanges.at(-1)?.edd ?? null;
    expect(shareOf(open, (plan) => last(plan) === null)).toBeCloseTo(0.08, 1.9);
    expect(shareOf(open, (plan) => (last(plan) ?? TODAY) < TODAY)).toBeCloseTo(0.12, 1.9);
    const soon = [TODAY, addDays(TODAY, 1)];
    expect(shareOf(open, (plan) => soon.includes(last(plan) ?? ''))).toBeGreaterThan(0.15);
  });

  it('have about 2,500 open tasks, some 60 of them housing', () => {
    const tasks = open.flatMap((plan) => plan.tasks.filter((task) => task.completedAt === null));
    expect(tasks.length).toBeGreaterThan(2300);
    expect(tasks.length).toBeLessThan(2750);
    const housing = tasks.filter((task) => task.owner === 'lightbulb');
    expect(housing.length).toBeGreaterThan(45);
    expect(housing.length).toBeLessThan(85);
  });

  it('nearly all have a blocking task once they wait', () => {
    const delayed = open.filter((plan) => isReady(plan) && (plan.nctr.at(-1)?.readyDate ?? TODAY) < TODAY); // prettier-ignore
    const isExplained = (plan: SpellPlan) =>
      plan.tasks.some((task) => task.blocking && task.completedAt === null);
    expect(shareOf(delayed, isExplained)).toBeGreaterThan(0.92);
  });

  it('fill the hospitals as in the weeks before', () => {
    const midnight = (day: string) =>
      plans.filter((plan) => londonDay(plan.admittedAt) < day && londonDay(leftAt(plan)) >= day);
    const days = [70, 56, 42, 28, 14].map((back) => midnight(addDays(TODAY, -back)).length);
    const usual = days.reduce((sum, count) => sum + count, 0) / days.length;
    expect(midnight(TODAY).length / usual).toBeGreaterThan(0.9);
    expect(midnight(TODAY).length / usual).toBeLessThan(1.1);
  });
});

describe('the coordinator’s wards', () => {
  const own = open.filter((plan) => COORDINATOR_WARDS.some((id) => id === plan.wardId));

  it.each(PATHWAY_COLUMNS)('have somebody in the column "$name"', ({ pathways }) => {
    expect(own.some((plan) => pathways.some((pathway) => pathway === shownPathwayOf(plan)))).toBe(true); // prettier-ignore
  });

  it('have people of every council, delays, and forecasts of every kind', () => {
    const places = new Set(own.map((plan) => plan.person.place));
    for (const place of [
      'leicester',
      'leicestershire',
      'rutland',
      'out_of_area',
      'unknown',
    ] as const) {
      expect(places.has(place), place).toBe(true);
    }
    const forecasts = own.map((plan) => plan.eddChanges.at(-1)?.edd ?? null);
    expect(forecasts).toContain(null);
    expect(forecasts).toContain(TODAY);
    expect(forecasts.some((edd) => edd !== null && edd < TODAY)).toBe(true);
    expect(own.filter(isReady).length).toBeGreaterThan(8);
    const reablement = own.flatMap((plan) => plan.tasks.filter((task) => task.type === 'reablement_start')); // prettier-ignore
    expect(reablement.some((task) => task.claimedAt === null)).toBe(true);
  });
});
