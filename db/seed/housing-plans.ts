import type { HomeDetails } from '../../domain/housing/home.ts';
import type { HousingStepKey, Room } from '../../domain/housing/housing-steps.ts';
import { isBooking } from '../../domain/housing/housing-steps.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import { dayOf, dayText, instantText, isWeekend, minutes } from './calendar.ts';
import type { Random } from './random.ts';
import type { HousingPlan, HousingStepPlan } from './spell-plan.ts';
import { instantBetween } from './timeline.ts';

const VISIT: readonly HousingStepKey[] = ['referred', 'visit_booked', 'visited', 'agreed'];

/** The steps that a kind of housing work goes through, in order (handbook 5). */
const STEPS: Partial<Record<BuiltInTaskType, readonly HousingStepKey[]>> = {
  home_clearance: [...VISIT, 'clearance_booked', 'clearance_done', 'home_ready'],
  key_safe: ['referred', 'work_booked', 'work_done', 'home_ready'],
  utilities_furniture: [...VISIT, 'equipment_delivered', 'home_ready'],
  minor_adaptation: [...VISIT, 'work_booked', 'work_done', 'home_ready'],
  major_adaptation: [
    ...['referred', 'grant_enquiry', 'visit_booked', 'visited', 'grant_assessed'],
    ...['grant_applied', 'grant_approved', 'work_booked', 'work_done', 'home_ready'],
  ] as const,
};

/**
 * What Lightbulb records between starting a task and its end: dated steps (all of them if it is
 * done), facts of the home once somebody was there, and for a major adaptation an interim plan.
 */
export function housingPlanOf(
  type: BuiltInTaskType,
  started: number | null,
  end: number,
  isDone: boolean,
  parent: Random,
): HousingPlan | null {
  const keys = STEPS[type];
  if (keys === undefined || started === null) return null;
  const random = parent.fork(`housing ${type}`);
  // An open task stops short of the last step: the home is not ready yet.
  const reached = isDone ? keys.length : random.int(1, Math.max(1, keys.length - 2));
  const times: { step: HousingStepKey; at: number }[] = [];
  let after = started;
  for (const [index, step] of keys.slice(0, reached).entries()) {
    const share = (end - minutes(1) - after) / (reached - index + (isDone ? 0 : 1));
    const at = instantBetween(random, 'housing', after, after + share, 'any');
    if (at === null) break;
    times.push({ step, at });
    after = at;
  }
  const known = times.find(({ step }) => step === 'visited' || step === 'work_booked') ?? null;
  const details = detailsOf(type, end, random);
  const work: readonly HousingStepKey[] = ['clearance_done', 'work_done', 'home_ready'];
  return {
    steps: times.map(({ step, at }, index): HousingStepPlan => {
      const next = times[index + 1]?.at ?? null;
      const bookedFor = isBooking(step) ? dayText(next === null ? soon(end, random) : dayOf(next)) : null; // prettier-ignore
      const rooms = work.includes(step) ? details.roomsToClear : [];
      return { step, at: instantText(at), bookedFor, rooms };
    }),
    details: known === null ? null : { at: instantText(known.at + minutes(1)), ...details },
    interimPlan:
      known === null || type !== 'major_adaptation'
        ? null
        : { at: instantText(known.at + minutes(2)), ...random.pick(INTERIM_PLANS) },
  };
}

/** A working day to come; now and then one that has just passed without anything happening. */
function soon(end: number, random: Random): number {
  let day = dayOf(end) + random.int(-1, 4);
  while (isWeekend(day)) day += 1;
  return day;
}

const CLEARED: readonly Room[] = ['hallway', 'stairs', 'living_room', 'kitchen', 'bedroom', 'bathroom']; // prettier-ignore

const KEYS = [
  'With the neighbour at the next house',
  'With the daughter',
  'Key safe by the back door; ask the contact for the code',
  'With the patient on the ward',
  'Held by the housing association office',
  'With the son, who works nights: ring after 14:00',
] as const;

const LANDLORDS = [
  'Private landlord, 07700 900461',
  'Housing association, repairs line 0116 496 0170',
  'City council tenancy, housing officer 0116 496 0182',
  'Owns the home',
] as const;

const EQUIPMENT: Partial<Record<BuiltInTaskType, readonly string[]>> = {
  utilities_furniture: ['Single bed, chair, kettle and microwave', 'Cooker and fridge', 'Prepayment meter to be topped up'],
  home_clearance: ['Hospital bed for the living room', 'Riser chair'],
  minor_adaptation: ['Two grab rails and a half step', 'Second stair rail'],
  major_adaptation: ['Stairlift', 'Level access shower'],
}; // prettier-ignore

function detailsOf(type: BuiltInTaskType, end: number, random: Random): HomeDetails {
  const isCleared = type === 'home_clearance';
  const equipment = EQUIPMENT[type];
  const hasEquipment = equipment !== undefined && random.chance(isCleared ? 0.4 : 0.8);
  const rooms = isCleared ? random.shuffle(CLEARED).slice(0, random.int(1, 4)) : [];
  return {
    keys: random.pick(KEYS),
    landlord: random.pick(LANDLORDS),
    roomsToClear: isCleared && random.chance(0.12) ? ['whole_home'] : CLEARED.filter((room) => rooms.includes(room)), // prettier-ignore
    equipment: hasEquipment ? random.pick(equipment) : null,
    equipmentDue: hasEquipment && type !== 'major_adaptation' ? dayText(soon(end, random)) : null,
    isGrantUrgent: type === 'major_adaptation' && random.chance(0.6),
  };
}

const INTERIM_PLANS = [
  { text: 'Bed moved downstairs with a commode; strip washes until the shower is done.', leavesWhen: 'The bed is in' },
  { text: 'Stays with family on the ground floor until the ramp is built.', leavesWhen: 'The family has the key' },
  { text: 'Two care visits a day and a temporary rail; stairlift to follow.', leavesWhen: 'The rail is fitted' },
  { text: 'Step-down flat for six weeks while the bathroom is adapted.', leavesWhen: 'The flat is ready' },
] as const; // prettier-ignore
