import * as z from 'zod/mini';
import type { Refusal } from '../result.ts';
import { ruleBroken } from '../result.ts';
import type { PathwayChoice } from '../spell/pathway.ts';
import { NATIONAL_PATHWAYS, shownPathway } from '../spell/pathway.ts';

/** What rules about stays tell apart: the national pathways, and two that are none of them. */
export const RULE_PATHWAYS = ['none_set', ...NATIONAL_PATHWAYS, 'lightbulb'] as const;
export type RulePathway = (typeof RULE_PATHWAYS)[number];

export const RULE_PATHWAY_NAMES: Record<RulePathway, string> = {
  none_set: 'Not yet decided',
  P0: 'Pathway 0',
  P1: 'Pathway 1',
  P2: 'Pathway 2',
  P3: 'Pathway 3',
  lightbulb: 'Lightbulb home adaptation',
};

/** The rungs above a stay, which has no team and so no lead. */
export const STAY_RUNGS = ['hub', 'duty_director'] as const;
export type StayRung = (typeof STAY_RUNGS)[number];

export function isStayRung(level: string): level is StayRung {
  return STAY_RUNGS.some((rung) => rung === level);
}

/** Whose rule counts for a stay: a home that decides has its own, whatever it is returned as. */
export function rulePathwayOf(choice: PathwayChoice): RulePathway {
  return shownPathway(choice) === 'lightbulb' ? 'lightbulb' : (choice.national ?? 'none_set');
}

const NO_DAYS = 'Enter whole days, or leave it empty';
const days = z.nullable(
  z
    .number(NO_DAYS)
    .check(
      z.int(NO_DAYS),
      z.minimum(1, 'Enter at least 1 day'),
      z.maximum(365, 'Enter at most 365 days'),
    ),
);

const NO_HOURS = 'Enter whole hours, or leave it empty';
const hours = z.nullable(
  z
    .number(NO_HOURS)
    .check(
      z.int(NO_HOURS),
      z.minimum(1, 'Enter at least 1 hour'),
      z.maximum(240, 'Enter at most 240 hours'),
    ),
);

/** When a stay goes up the ladder by itself, with null for never; what a hub sets (handbook 5). */
export const stayRules = z.strictObject({
  /** In whole days of delay. */
  afterDays: z.record(
    z.enum(RULE_PATHWAYS),
    z.strictObject({ hub: days, duty_director: days } satisfies Record<StayRung, typeof days>),
  ),
  /** To the hub, after so many hours in which somebody was ready and nothing open blocked it. */
  nothingBlocksHours: hours,
});
export type StayRules = z.infer<typeof stayRules>;

/** Null unless a duty director would hear of a stay before the hub, or with it. */
export function refuseStayRules({ afterDays }: StayRules): Refusal | null {
  const wrong = RULE_PATHWAYS.find((pathway) => {
    const { hub, duty_director: director } = afterDays[pathway];
    return hub !== null && director !== null && director <= hub;
  });
  if (wrong === undefined) return null;
  return ruleBroken(
    'The duty director hears of a stay after the hub.',
    `stays.afterDays.${wrong}.duty_director`,
  );
}
