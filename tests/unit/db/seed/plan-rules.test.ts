import { describe, expect, it } from 'vitest';
import { planDemo } from '../../../../db/seed/plan.ts';
import type { SpellPlan, TaskPlan } from '../../../../db/seed/spell-plan.ts';
import { STAFF, staffOfTeam, teamOfTask } from '../../../../db/seed/staff.ts';
import { bedNames, wardsFor } from '../../../../db/seed/wards.ts';
import { isNhsNumber } from '../../../../domain/persons/nhs-number.ts';
import { personDetails } from '../../../../domain/persons/person.ts';
import { ownerFor } from '../../../../domain/tasks/catalogue.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import { londonDay } from './plan-facts.ts';

const MOMENTS = [
  { name: 'an autumn afternoon', today: '2026-11-22', now: '2026-11-22T14:00:00.000Z' },
  { name: 'the day after the clocks go forward', today: '2026-03-30', now: '2026-03-30T08:15:00.000Z' },
  { name: 'the day after the clocks go back', today: '2026-10-26', now: '2026-10-26T09:40:00.000Z' },
  { name: 'the night the clocks go back', today: '2026-10-25', now: '2026-10-25T01:30:00.000Z' },
  { name: 'just after a summer midnight', today: '2026-07-01', now: '2026-06-30T23:06:00.000Z' },
] as const; // prettier-ignore

const SMALL = 400;
const staff = new Map(STAFF.map((member) => [member.id, member]));

/** The instants of a task in the order in which they must come. */
const stepsOf = (task: TaskPlan) =>
  [
    task.addedAt,
    task.claimedAt,
    task.startedAt,
    task.waiting?.since ?? null,
    task.waiting?.until ?? null,
    task.completedAt,
  ].filter((at) => at !== null);

function brokenRules(plan: SpellPlan, now: string): string[] {
  const broken: string[] = [];
  const rule = (holds: boolean, name: string) => {
    if (!holds) broken.push(`${name}: ${plan.id}`);
  };
  const isSorted = (instants: readonly string[]) =>
    instants.every((at, i) => i === 0 || at >= (instants[i - 1] ?? ''));
  const { admittedAt, discharge } = plan;
  const end = discharge?.at ?? now;
  const isInside = (at: string) => at > admittedAt && at < end;
  const admittedOn = londonDay(admittedAt);

  rule(admittedAt < end, 'left after coming in');
  rule(end <= now, 'nothing in the future');

  rule(isSorted(plan.eddChanges.map(({ at }) => at)), 'forecasts in order');
  plan.eddChanges.forEach(({ at, edd }, i) => {
    rule(isInside(at), 'forecast inside the stay');
    rule(edd >= admittedOn && edd >= londonDay(at), 'forecast not in the past');
    rule(edd !== plan.eddChanges[i - 1]?.edd, 'forecast changes something');
  });

  rule(isSorted(plan.pathwayChanges.map(({ at }) => at)), 'pathways in order');
  plan.pathwayChanges.forEach(({ at, by, pathway }) => {
    rule(isInside(at), 'pathway inside the stay');
    rule(by.role === 'hub' || by.role === 'ward', 'pathway set by ward or hub');
    rule(pathway !== 'none_set', 'pathway set to something');
  });

  plan.nctr.forEach((period, i) => {
    rule(isInside(period.at), 'ready inside the stay');
    rule(period.readyDate >= admittedOn, 'ready not before coming in');
    rule(period.readyDate <= londonDay(period.at), 'ready not in the future');
    rule(discharge === null || period.readyDate <= londonDay(discharge.at), 'ready before leaving');
    if (period.endedAt !== null) {
      rule(isInside(period.endedAt) && period.endedAt > period.at, 'criteria met again later');
      const next = plan.nctr[i + 1];
      rule(next === undefined || next.readyDate > londonDay(period.endedAt), 'ready again later');
    }
    rule(period.endedAt !== null || i === plan.nctr.length - 1, 'only the last period is open');
  });

  const { criteriaToReside, clinicalCriteria } = plan;
  rule(criteriaToReside === null || isInside(criteriaToReside.at), 'review inside the stay');
  rule(clinicalCriteria === null || isInside(clinicalCriteria.at), 'criteria inside the stay');

  rule(
    plan.rounds.every(({ at }) => isInside(at)),
    'rounds inside the stay',
  );
  rule(
    plan.reviews.every(({ at }) => isInside(at)),
    'reviews of a long stay inside it',
  );

  rule(isSorted(plan.tasks.map(({ addedAt }) => addedAt)), 'tasks in order');
  rule(new Set(plan.tasks.map(({ type }) => type)).size === plan.tasks.length, 'no task twice');
  for (const task of plan.tasks) {
    const steps = stepsOf(task);
    rule(steps.every(isInside) && isSorted(steps), `task steps of ${task.type}`);
    rule(task.startedAt === null || task.claimedAt !== null, 'claimed before started');
    rule(task.waiting === null || task.startedAt !== null, 'started before waiting');
    rule((task.claimedAt === null) === (task.claimedBy === null), 'claimed by somebody');
    rule(discharge === null || task.completedAt !== null, 'all done on leaving');
    rule(task.completedAt === null || task.claimedAt !== null, 'done by somebody');
    rule(task.completedAt === null || task.waiting?.until !== null, 'waiting is over when done');
    const place = plan.person.place;
    rule(task.owner === ownerFor(DEFAULT_CATALOGUE[task.type], place), 'owner by the catalogue');
    const team = staffOfTeam(teamOfTask(task.owner, task.type, place, plan.wardId));
    const holder = task.claimedBy?.staffId;
    rule(holder === undefined || team.some(({ id }) => id === holder), 'holder of the right team');
    const housing = (task.housing?.steps ?? []).map(({ at }) => at);
    rule(housing.every(isInside) && isSorted(housing), 'housing steps in order');
    rule(housing.length === 0 || task.owner === 'lightbulb', 'housing steps are Lightbulb’s');
  }

  rule(isSorted(plan.notes.map(({ at }) => at)) && plan.notes.every(({ at }) => isInside(at)), 'notes'); // prettier-ignore
  const actors = [
    ...plan.eddChanges.map(({ by }) => by),
    ...plan.pathwayChanges.map(({ by }) => by),
    ...plan.nctr.map(({ by }) => by),
    ...plan.tasks.map(({ addedBy }) => addedBy),
    ...plan.notes.map(({ by }) => by),
    plan.admittedBy,
  ];
  for (const { staffId, role } of actors) {
    const member = staff.get(staffId);
    rule(member?.role === role, 'known staff in their role');
    rule(role !== 'ward' || member?.wardIds.includes(plan.wardId) === true, 'ward staff at home');
  }
  rule(personDetails.safeParse(plan.person).success, 'person as the domain has it');
  rule(plan.person.nhsNumber === null || isNhsNumber(plan.person.nhsNumber), 'NHS number');
  rule(plan.person.dateOfBirth <= admittedOn, 'born before coming in');
  return broken;
}

describe.each(MOMENTS)('plans on $name', ({ today, now }) => {
  const plans = [...planDemo({ seed: 'rules', today, now, openSpells: SMALL })];

  it('obey the rules of the domain', () => {
    expect(plans.flatMap((plan) => brokenRules(plan, now))).toEqual([]);
  });

  it('would not pass if they broke one', () => {
    const [plan] = plans;
    expect(plan === undefined ? [] : brokenRules(plan, plan.admittedAt)).not.toEqual([]);
  });

  it('are as many as asked for, and all in a bed of their own', () => {
    const open = plans.filter((plan) => plan.discharge === null);
    expect(open).toHaveLength(SMALL);
    expect(new Set(open.map((plan) => `${plan.wardId}/${plan.bed}`)).size).toBe(SMALL);
  });

  it('never have a person in two beds at once', () => {
    const lastOut = new Map<string, string>();
    for (const plan of plans) {
      const before = lastOut.get(plan.personId);
      expect(before === undefined || before <= plan.admittedAt).toBe(true);
      lastOut.set(plan.personId, plan.discharge?.at ?? '9999');
    }
  });
});

describe('plans of other sizes', () => {
  const moment = { today: '2026-11-22', now: '2026-11-22T14:00:00.000Z' };

  it('fit the widened wards of a load test', () => {
    const plans = [...planDemo({ seed: 'wide', ...moment, openSpells: 5000, finishedDays: 0 })];
    const beds = new Map(wardsFor(5000).map((ward) => [ward.id, new Set(bedNames(ward.beds))]));
    expect(plans).toHaveLength(5000);
    expect(plans.every((plan) => beds.get(plan.wardId)?.has(plan.bed))).toBe(true);
    expect(new Set(plans.map((plan) => `${plan.wardId}/${plan.bed}`)).size).toBe(5000);
    expect(plans.flatMap((plan) => brokenRules(plan, moment.now))).toEqual([]);
  });

  it.each([1, 12, 60])('work with %i open spells', (openSpells) => {
    const plans = [...planDemo({ seed: 'tiny', ...moment, openSpells, finishedDays: 10 })];
    expect(plans.filter((plan) => plan.discharge === null)).toHaveLength(openSpells);
    expect(plans.flatMap((plan) => brokenRules(plan, moment.now))).toEqual([]);
  });

  it.each([250, 1500])('meet a target of %i open tasks', (tasksTarget) => {
    const size = { seed: 'target', ...moment, openSpells: 300, finishedDays: 0, tasksTarget };
    const plans = [...planDemo(size)];
    const open = plans.flatMap((plan) => plan.tasks.filter((task) => task.completedAt === null));
    expect(open).toHaveLength(tasksTarget);
    expect(plans.flatMap((plan) => brokenRules(plan, moment.now))).toEqual([]);
  });
});

describe('somebody who came a moment ago', () => {
  it('has no task from before they came, at whatever time of day the demo is made', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const now = `2026-11-22T${String(hour).padStart(2, '0')}:50:30.000Z`;
      const early = [...planDemo({ seed: 'demo', today: '2026-11-22', now, finishedDays: 0 })]
        .flatMap(({ id, admittedAt, tasks }) =>
          tasks.map((task) => ({ spellId: id, admittedAt, ...task })),
        )
        .filter(({ admittedAt, addedAt }) => addedAt < admittedAt || addedAt > now);
      expect([now, early]).toEqual([now, []]);
    }
  });
});
