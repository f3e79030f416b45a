import * as z from 'zod/mini';
import type { SetBy } from '../spell/state.ts';
import { isCalendarDay } from '../time.ts';
import type { HousingStep } from './housing-steps.ts';
import { ROOMS } from './housing-steps.ts';

const fact = (longest: number) =>
  z.nullable(
    z
      .string()
      .check(z.trim(), z.minLength(1), z.maxLength(longest, `Write at most ${longest} characters`)),
  );
const day = z
  .string('Enter a date')
  .check(z.refine(isCalendarDay, 'Enter a real date, for example 27 November 2026'));

export const roomList = z
  .array(z.enum(ROOMS, 'Choose rooms from the list'))
  .check(z.maxLength(ROOMS.length));

/** Facts of the home that hold for one stay; the dates of visits and works are its steps. */
const homeFacts = {
  /** Who has the keys, or where they are. */
  keys: fact(200),
  /** Name and telephone number of the landlord or housing officer. */
  landlord: fact(200),
  roomsToClear: roomList,
  /** What is to be delivered, in words. */
  equipment: fact(200),
  equipmentDue: z.nullable(day),
  /** Which target of the grant applies. */
  isGrantUrgent: z.boolean(),
};

const homeDetails = z.strictObject(homeFacts);
export type HomeDetails = z.infer<typeof homeDetails>;

/** Some of these facts, and the access contact, which belongs to the person. */
export const someHomeDetails = z.partial(z.extend(homeDetails, { accessContact: fact(200) }));

export const HOME_FIELDS = Object.keys(homeFacts) as (keyof HomeDetails)[]; // its own keys

export const HOME_FIELD_NAMES: Record<keyof HomeDetails, string> = {
  keys: 'keys',
  landlord: 'landlord',
  roomsToClear: 'rooms to clear',
  equipment: 'equipment expected',
  equipmentDue: 'day the equipment is expected',
  isGrantUrgent: 'urgency of the grant',
};

/** How somebody can leave before their home is adapted for good. */
export type InterimPlan = { text: string; leavesWhen: string };

/** A plan as one text: what a command says it saw. */
export function planInText(plan: InterimPlan | null): string | null {
  return plan === null ? null : `${plan.text}\nAble to leave when: ${plan.leavesWhen}`;
}

/** All that is known of the home that somebody is to go back to. */
export type Home = {
  steps: readonly HousingStep[];
  details: HomeDetails & SetBy;
  interimPlan: { plan: InterimPlan | null } & SetBy;
};

export const NO_HOME_DETAILS: HomeDetails = {
  keys: null,
  landlord: null,
  roomsToClear: [],
  equipment: null,
  equipmentDue: null,
  isGrantUrgent: false,
};

/** A home of which nobody has said anything yet. */
export const UNKNOWN_HOME: Home = {
  steps: [],
  details: { ...NO_HOME_DETAILS, setBy: null, setAt: null },
  interimPlan: { plan: null, setBy: null, setAt: null },
};
