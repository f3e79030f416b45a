import type { Pathway } from '../../domain/spell/pathway.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import { instantAt, minutes } from './calendar.ts';
import type { Random, Weighted } from './random.ts';
import type { Stay } from './spell-history.ts';
import { nightsSoFar, untilDay } from './spell-history.ts';
import type { TaskPlan } from './spell-plan.ts';
import type { TaskWish } from './task-plans.ts';
import { planTask } from './task-plans.ts';

const HOUR = minutes(60);

/** What prepares a supported discharge, with the share of people who need it. */
const PREPARATION: readonly Weighted<BuiltInTaskType>[] = [
  ['therapy_assessment', 0.8],
  ['hub_referral', 0.75],
  ['pathway_decision', 0.5],
];

/** What a pathway itself takes. */
const PACKAGES: Readonly<Record<Pathway, readonly Weighted<BuiltInTaskType>[]>> = {
  none_set: [],
  no_onward_care: [
    ['care_package_restart', 0.05],
    ['therapy_assessment', 0.14],
  ],
  reablement: [
    ['reablement_start', 0.95],
    ['care_act_assessment', 0.3],
    ['equipment', 0.25],
    ['key_safe', 0.06],
  ],
  intermediate_care_home: [
    ['care_package', 0.6],
    ['community_nursing', 0.5],
    ['equipment', 0.25],
    ['care_act_assessment', 0.3],
  ],
  intermediate_care_bed: [
    ['intermediate_bed', 1],
    ['family_choice', 0.15],
  ],
  lightbulb: [
    ['care_act_assessment', 0.25],
    ['equipment', 0.3],
  ],
  long_term_care: [
    ['care_home_placement', 0.95],
    ['funding_decision', 0.5],
    ['provider_assessment', 0.5],
    ['mental_capacity', 0.25],
    ['family_choice', 0.25],
  ],
  end_of_life: [
    ['chc_fast_track', 0.9],
    ['equipment', 0.45],
    ['community_nursing', 0.5],
  ],
};

/** At least one of these is why somebody is on the Lightbulb pathway. */
const HOUSING: readonly Weighted<BuiltInTaskType>[] = [
  ['home_clearance', 42],
  ['key_safe', 14],
  ['utilities_furniture', 14],
  ['minor_adaptation', 22],
  ['major_adaptation', 8],
];

const DAY_WORK: readonly BuiltInTaskType[] = [
  'decision_to_discharge',
  'medical_review',
  'medicines',
];

/** What the last day takes, whatever the pathway. */
const LEAVING: readonly Weighted<BuiltInTaskType>[] = [
  ['medicines', 0.5],
  ['transport', 0.26],
];

const ADDED_BY_SOCIAL_CARE: readonly BuiltInTaskType[] = [
  'funding_decision',
  'provider_assessment',
];

/** Choices that a prescribed stay of the demo makes instead of chance. */
export type TaskChoices = { mainUnclaimed?: boolean };

export function tasksOf(stay: Stay, choices: TaskChoices = {}): TaskPlan[] {
  const random = stay.random.fork('tasks');
  const plans: TaskPlan[] = [];
  const add = (wish: TaskWish) => {
    if (plans.some((plan) => plan.type === wish.type)) return;
    const plan = planTask(stay, wish, random);
    if (plan !== null) plans.push(plan);
  };
  const cause = causeWish(stay, choices, random);
  if (cause !== null) add(cause);
  for (const wish of preparation(stay, random)) add(wish);
  const causeAddedAt = plans.find((plan) => plan.type === cause?.type)?.addedAt ?? null;
  for (const wish of mainTasks(stay, random, causeAddedAt, choices)) add(wish);
  for (const wish of leavingTasks(stay, random)) add(wish);
  if (stay.isOpen) for (const wish of wardRound(stay, random)) add(wish);
  return plans.sort((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
}

const isSupported = (pathway: Pathway) => pathway !== 'none_set' && pathway !== 'no_onward_care';

/** What holds the person up: blocking since about the day of being ready, until the very end. */
function causeWish(stay: Stay, choices: TaskChoices, random: Random): TaskWish | null {
  const { cause, readyDay } = stay;
  if (cause === null || readyDay === null) return null;
  const daysBefore = random.int(0, Math.min(2, readyDay - stay.admittedDay));
  const addedAfter = Math.max(
    stay.admittedAt + minutes(40),
    instantAt(readyDay - daysBefore, 8 * 60),
  );
  const addedBefore = Math.max(instantAt(readyDay, 17 * 60), addedAfter + HOUR);
  const finishAfter = Math.max(stay.until - 20 * HOUR, addedAfter + minutes(30));
  return {
    type: cause.taskType,
    blocking: true,
    addedAfter,
    addedBefore,
    bias: 'soon',
    done: stay.isOpen ? null : { after: finishAfter, before: stay.until - minutes(15) },
    waitsOnCapacity: cause.waitsOnCapacity,
    unclaimed: choices.mainUnclaimed,
  };
}

/** Assessments and referrals: done before being ready, or under way while it is to come. */
function preparation(stay: Stay, random: Random): TaskWish[] {
  const wanted: BuiltInTaskType[] = isSupported(stay.pathway)
    ? PREPARATION.filter(([, share]) => random.chance(share)).map(([type]) => type)
    : [];
  if (stay.pathway === 'none_set' && stay.isOpen && nightsSoFar(stay) >= 1) {
    if (random.chance(0.4)) wanted.push('therapy_assessment');
    if (random.chance(0.3)) wanted.push(random.pick(['medical_review', 'pathway_decision', 'hub_referral'])); // prettier-ignore
  }
  return wanted.map((type) => {
    const isDone = !stay.isOpen || random.chance(readiness(stay));
    const end = stay.readyDay === null ? stay.until : Math.min(stay.until, instantAt(stay.readyDay, 17 * 60)); // prettier-ignore
    const addedAfter = stay.admittedAt + 3 * HOUR;
    return {
      type,
      blocking: isDone || stay.readyDay === null ? random.chance(0.6) : false,
      addedAfter: Math.min(addedAfter, stay.until - 2 * HOUR),
      addedBefore: Math.max(addedAfter + HOUR, end - 4 * HOUR),
      done: isDone ? { after: addedAfter, before: Math.max(end, addedAfter + 2 * HOUR) } : null,
    };
  });
}

/** How far somebody's preparation is likely to be, from 0 on admission to 1 when ready. */
function readiness(stay: Stay): number {
  if (stay.readyDay !== null) return 0.94;
  const soFar = nightsSoFar(stay);
  return soFar / (soFar + Math.max(1, stay.leavingDay - untilDay(stay)));
}

function mainTasks(
  stay: Stay,
  random: Random,
  causeAddedAt: string | null,
  choices: TaskChoices,
): TaskWish[] {
  const types = PACKAGES[stay.pathway].filter(([, share]) => random.chance(share)).map(([type]) => type); // prettier-ignore
  if (stay.pathway === 'lightbulb') types.unshift(random.weighted(HOUSING));
  if (stay.person.details.place === 'out_of_area' && isSupported(stay.pathway)) {
    if (random.chance(0.5)) types.push('out_of_area');
  }
  return types.map((type) => mainTask(stay, type, random, causeAddedAt, choices));
}

/**
 * The pathway's own tasks. On a delayed stay they come after what holds the person up, by a day
 * or not blocking at all, so that the main reason stays the one that was drawn.
 */
function mainTask(
  stay: Stay,
  type: BuiltInTaskType,
  random: Random,
  causeAddedAt: string | null,
  choices: TaskChoices,
): TaskWish {
  const isReady = stay.readyDay !== null;
  const nextDay = causeAddedAt === null ? null : Date.parse(causeAddedAt) + 26 * HOUR;
  const isDelayed = nextDay !== null && stay.cause !== null;
  const hasRoom = nextDay !== null && nextDay < stay.until - 3 * HOUR;
  const after = isDelayed && hasRoom ? nextDay : stay.admittedAt + 4 * HOUR;
  const isEarlyHousing = !isReady && stay.pathway === 'lightbulb' && random.chance(0.25);
  const isDone = !stay.isOpen || isEarlyHousing || (isReady && random.chance(0.45));
  const blocking = isDelayed ? hasRoom && random.chance(0.45) : random.chance(0.65);
  const addedAfter = Math.min(after, stay.until - 2 * HOUR);
  return {
    type,
    blocking: isReady && stay.isOpen && !isDelayed ? false : blocking,
    addedAfter,
    addedBefore: Math.max(addedAfter + HOUR, stay.until - HOUR),
    done: isDone ? { after: addedAfter + HOUR, before: stay.until - minutes(15) } : null,
    addedBySocialCare: ADDED_BY_SOCIAL_CARE.includes(type) && stay.pathway === 'long_term_care' && random.chance(0.3), // prettier-ignore
    unclaimed: choices.mainUnclaimed,
  };
}

/** Medicines and transport, from the eve of leaving. */
function leavingTasks(stay: Stay, random: Random): TaskWish[] {
  const isNear = stay.leavingDay - untilDay(stay) <= 1;
  const isLeaving = isNear || stay.readyDay !== null;
  if (stay.isOpen && (!isLeaving || stay.edd === null)) return [];
  const factor = !stay.isOpen ? 1 : stay.cause === null ? 1.5 : 0.4;
  return LEAVING.filter(([, share]) => random.chance(share * factor)).map(([type]) => ({
    type,
    blocking: stay.readyDay === null && random.chance(0.3),
    addedAfter: Math.max(stay.admittedAt + minutes(45), stay.until - 26 * HOUR),
    addedBefore: stay.until - minutes(40),
    done: stay.isOpen && random.chance(0.8) ? null : { after: stay.until - 6 * HOUR, before: stay.until - minutes(10) }, // prettier-ignore
    isDayWork: stay.isOpen && DAY_WORK.includes(type),
  }));
}

const WARD_ROUND: readonly Weighted<BuiltInTaskType>[] = [
  ['decision_to_discharge', 42],
  ['therapy_assessment', 24],
  ['medical_review', 14],
  ['carer_concern', 8],
  ['infection_control', 5],
  ['mental_capacity', 3],
  ['safeguarding', 2],
];

/** What a ward writes down on its round for people who still need it. */
function wardRound(stay: Stay, random: Random): TaskWish[] {
  if (stay.readyDay !== null || nightsSoFar(stay) < 1 || !random.chance(0.85)) return [];
  const type = random.weighted(WARD_ROUND);
  return [
    {
      type,
      blocking: random.chance(0.35),
      addedAfter: Math.max(stay.admittedAt + HOUR, stay.until - 50 * HOUR),
      addedBefore: stay.until - minutes(30),
      done: null,
      isDayWork: DAY_WORK.includes(type),
    },
  ];
}
