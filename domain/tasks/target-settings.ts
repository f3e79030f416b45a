import * as z from 'zod/mini';
import { ENGLAND_BANK_HOLIDAYS } from '../bank-holidays.ts';
import type { StayRules } from '../escalation/stay-rules.ts';
import { refuseStayRules, stayRules } from '../escalation/stay-rules.ts';
import type { Refusal } from '../result.ts';
import { refuse, ruleBroken } from '../result.ts';
import { day, uuid } from '../spell/commands/shape.ts';
import type { ActorRef } from '../actor.ts';
import type { Instant } from '../time.ts';
import { formatInstant } from '../time.ts';
import { TASK_OWNERS } from './task-types.ts';

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 09:00'));

const hours = z.strictObject({
  kind: z.literal('hours'),
  days: z
    .array(z.int().check(z.minimum(1), z.maximum(7)))
    .check(z.minLength(1, 'Choose at least one day'), z.maxLength(7)),
  from: time,
  until: time,
  worksBankHolidays: z.boolean(),
});

const teamHours = z
  .union([z.strictObject({ kind: z.literal('always') }), hours])
  .check(
    z.refine(
      (team) => team.kind === 'always' || team.from < team.until,
      'Work must end later on the day than it begins',
    ),
  );

const age = z
  .number('Enter a number of hours')
  .check(
    z.int('Enter whole hours'),
    z.minimum(1, 'Enter at least 1 hour'),
    z.maximum(240, 'Enter at most 240 hours'),
  );

/**
 * What a hub starts with, all of it assumed: the longer a pathway takes to arrange, the later a stay
 * goes up by itself; that nobody works on somebody who is ready is known after a day.
 */
const DEFAULT_STAY_RULES: StayRules = {
  afterDays: {
    none_set: { hub: 3, duty_director: 14 },
    P0: { hub: 7, duty_director: 28 },
    P1: { hub: 21, duty_director: 49 },
    P2: { hub: 21, duty_director: 49 },
    P3: { hub: 28, duty_director: 56 },
    lightbulb: { hub: 28, duty_director: 56 },
  },
  nothingBlocksHours: 24,
};

/**
 * When teams work, how long after a passed target a task is raised, and how long into a delay a stay;
 * what a hub sets (handbook 5). Editions from before there were rules for stays read as the assumed.
 */
export const targetSettings = z.strictObject({
  teams: z.record(z.enum(TASK_OWNERS), teamHours),
  bankHolidays: z.array(day).check(z.maxLength(300, 'Enter at most 300 days')),
  /** In hours of the team's work after the target, as targets themselves are counted. */
  leadAfterHours: age,
  hubAfterHours: age,
  stays: z._default(stayRules, DEFAULT_STAY_RULES),
});
export type TargetSettings = z.infer<typeof targetSettings>;

/** Settings as they were saved; edition 0 is what a hub starts with, saved by nobody. */
export type SettingsEdition = {
  edition: number;
  savedBy: ActorRef | null;
  savedAt: Instant | null;
  settings: TargetSettings;
};

export const saveTargetSettings = z.strictObject({
  id: uuid,
  type: z.literal('SaveTargetSettings'),
  seenEdition: z.int(),
  settings: targetSettings,
});
export type SaveTargetSettings = z.infer<typeof saveTargetSettings>;

const WEEKDAYS_9_TO_5: z.infer<typeof hours> = {
  kind: 'hours',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  worksBankHolidays: false,
};

/**
 * What a hub starts with, all of it assumed: councils and Lightbulb work office hours, wards, the
 * hub and community health every day; a lead hears of what is late by half a day of work, the hub
 * of what is late by a day.
 */
export const DEFAULT_TARGET_SETTINGS: TargetSettings = {
  teams: {
    ward: { kind: 'always' },
    social_care: WEEKDAYS_9_TO_5,
    lightbulb: WEEKDAYS_9_TO_5,
    hub: { kind: 'always' },
    community: { kind: 'always' },
  },
  bankHolidays: [...ENGLAND_BANK_HOLIDAYS],
  leadAfterHours: 4,
  hubAfterHours: 24,
  stays: DEFAULT_STAY_RULES,
};

/**
 * Why settings are not taken: each rung must come after the one below, and whoever saves must have
 * seen what they replace. Null when they are.
 */
export function refuseSettings(
  { settings, seenEdition }: Pick<SaveTargetSettings, 'settings' | 'seenEdition'>,
  standing: SettingsEdition,
  timeZone: string,
): Refusal | null {
  if (settings.hubAfterHours <= settings.leadAfterHours) {
    return ruleBroken('The hub hears of it after the team’s lead.', 'hubAfterHours');
  }
  const stays = refuseStayRules(settings.stays);
  if (stays !== null) return stays;
  if (seenEdition === standing.edition) return null;
  const who = standing.savedBy?.name ?? 'Somebody';
  const when = standing.savedAt === null ? '' : ` (${formatInstant(standing.savedAt, timeZone)})`;
  return refuse(
    'CONFLICT',
    `${who} saved other settings${when} after you opened them. Look at theirs, then save again.`,
  );
}
