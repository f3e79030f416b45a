import type { DelayReason } from '../../domain/delay/delay-reasons.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import { isInArea } from './places.ts';
import type { Random, Weighted } from './random.ts';
import type { ReasonGroup } from './statistics.ts';
import { REASON_GROUPS_AFTER_7_DAYS, REASON_GROUPS_BEFORE_7_DAYS } from './statistics.ts';

/** Why somebody waits: the official reason, the task that gives it, and whether it waits on capacity. */
export type DelayCause = {
  reason: DelayReason;
  taskType: BuiltInTaskType;
  waitsOnCapacity: boolean;
  pathway: Pathway;
};

type PathwayWeights = readonly Weighted<Pathway>[];
type Cause = {
  reason: DelayReason;
  group: ReasonGroup;
  weight: number;
  taskTypes: readonly Weighted<BuiltInTaskType>[];
  pathways: PathwayWeights;
  waitsOnCapacity: boolean;
  only?: Place;
};

const HOME: PathwayWeights = [
  ['no_onward_care', 30],
  ['reablement', 30],
  ['intermediate_care_home', 18],
  ['intermediate_care_bed', 10],
  ['long_term_care', 8],
  ['end_of_life', 4],
];
const SUPPORTED: PathwayWeights = [
  ['reablement', 34],
  ['intermediate_care_home', 20],
  ['intermediate_care_bed', 20],
  ['lightbulb', 6],
  ['long_term_care', 16],
  ['end_of_life', 4],
];
const UNDECIDED: PathwayWeights = [
  ['none_set', 22],
  ['reablement', 30],
  ['intermediate_care_home', 16],
  ['intermediate_care_bed', 16],
  ['long_term_care', 16],
];
const only = (pathway: Pathway): PathwayWeights => [[pathway, 1]];
const HOUSING: PathwayWeights = [
  ['lightbulb', 85],
  ['reablement', 15],
];
const HOMELESS: PathwayWeights = [
  ['lightbulb', 45],
  ['no_onward_care', 55],
];

const cause = (
  reason: DelayReason,
  group: ReasonGroup,
  weight: number,
  taskTypes: readonly Weighted<BuiltInTaskType>[],
  pathways: PathwayWeights,
  more: { waitsOnCapacity?: boolean; only?: Place } = {},
): Cause => ({ reason, group, weight, taskTypes, pathways, waitsOnCapacity: false, ...more });

const CAPACITY = { waitsOnCapacity: true };
const CARE: readonly Weighted<BuiltInTaskType>[] = [
  ['care_package', 78],
  ['care_act_assessment', 22],
];
const CLEARANCE: readonly Weighted<BuiltInTaskType>[] = [
  ['home_clearance', 52],
  ['key_safe', 22],
  ['utilities_furniture', 26],
];
const ADAPTATION: readonly Weighted<BuiltInTaskType>[] = [
  ['minor_adaptation', 62],
  ['major_adaptation', 38],
];

/** Weights hold within a group; the groups are drawn first, by the published shares (handbook 6). */
const CAUSES: readonly Cause[] = [
  cause('H1', 'H', 30, [['therapy_assessment', 1]], SUPPORTED),
  cause('H2', 'H', 18, [['medical_review', 1]], HOME),
  cause('H3', 'H', 14, [['hub_referral', 1]], UNDECIDED),
  cause('H4', 'H', 7, [['transport', 1]], HOME),
  cause('H5', 'H', 9, [['medicines', 1]], HOME),
  cause('H6', 'H', 8, [['infection_control', 1]], SUPPORTED),
  cause('H7', 'H', 14, [['decision_to_discharge', 1]], HOME),
  cause('W1', 'W', 22, [['carer_concern', 1]], HOME),
  cause('W2', 'W', 9, [['safeguarding', 1]], HOME),
  cause('W3', 'W', 12, [['mental_capacity', 1]], only('long_term_care')),
  cause('W4', 'W', 57, CLEARANCE, HOUSING),
  cause('T1', 'T', 46, [['pathway_decision', 1]], UNDECIDED),
  cause('T2', 'T', 30, [['onward_referrals', 1]], SUPPORTED),
  cause('T3', 'T', 24, [['funding_decision', 1]], only('long_term_care')),
  cause('I1', 'I', 26, [['reablement_start', 1]], only('reablement')),
  cause('I2', 'I', 16, CARE, only('intermediate_care_home')),
  cause('I3', 'I', 6, [['community_nursing', 1]], only('intermediate_care_home')),
  cause('I4', 'I', 4, [['homelessness', 1]], HOMELESS),
  cause('I5', 'I', 14, [['intermediate_bed', 1]], only('intermediate_care_bed')),
  cause('I6', 'I', 12, [['care_home_placement', 1]], only('long_term_care')),
  cause('I7', 'I', 5, [['chc_fast_track', 1]], only('end_of_life')),
  cause('I8', 'I', 6, [['provider_assessment', 1]], HOME),
  cause('I9', 'I', 0.4, [['no_recourse', 1]], HOMELESS),
  cause('I10', 'I', 4, [['self_funder', 1]], only('intermediate_care_home')),
  cause('I11', 'I', 7, [['family_choice', 1]], SUPPORTED),
  cause('I12', 'I', 60, [['out_of_area', 1]], SUPPORTED, { only: 'out_of_area' }),
  cause('C1', 'C', 22, [['reablement_start', 1]], only('reablement'), CAPACITY),
  cause('C2', 'C', 18, CARE, only('intermediate_care_home'), CAPACITY),
  cause('C3', 'C', 4, [['community_nursing', 1]], only('intermediate_care_home'), CAPACITY),
  cause('C4', 'C', 3, [['homelessness', 1]], HOMELESS, CAPACITY),
  cause('C5', 'C', 18, [['intermediate_bed', 1]], only('intermediate_care_bed'), CAPACITY),
  cause('C6', 'C', 1, [['mental_health_bed', 1]], only('intermediate_care_bed')),
  cause('C7', 'C', 11, [['care_home_placement', 1]], only('long_term_care'), CAPACITY),
  cause('C8', 'C', 4, [['chc_fast_track', 1]], only('end_of_life'), CAPACITY),
  cause('C9', 'C', 8, ADAPTATION, HOUSING),
  cause('C10', 'C', 6, [['equipment', 1]], SUPPORTED),
  cause('C11', 'C', 8, [['care_package_restart', 1]], only('no_onward_care')),
];

/** Lightbulb's work, for people of the three places only. */
const HOUSING_CAUSES: readonly DelayReason[] = ['W4', 'C9', 'I4', 'C4'];

/** What a cause should be like; a closed stay has a pathway, so it never waited undecided. */
export type CauseWish = {
  lengthOfStay: number;
  place: Place;
  isOpen: boolean;
  pathway?: Pathway;
};

export function drawCause(wish: CauseWish, random: Random): DelayCause {
  const groups = wish.lengthOfStay >= 7 ? REASON_GROUPS_AFTER_7_DAYS : REASON_GROUPS_BEFORE_7_DAYS;
  const group = random.weighted(groups);
  const fits = (entry: Cause) =>
    (entry.only === undefined || entry.only === wish.place) &&
    (isInArea(wish.place) || !HOUSING_CAUSES.includes(entry.reason)) &&
    leadsTo(entry, wish.pathway);
  const inGroup = CAUSES.filter((entry) => entry.group === group && fits(entry));
  const candidates = inGroup.length > 0 ? inGroup : CAUSES.filter(fits);
  const chosen = random.weighted(candidates.map((entry) => [entry, entry.weight] as const));
  const pathways = chosen.pathways.filter(([pathway]) => wish.isOpen || pathway !== 'none_set');
  return {
    reason: chosen.reason,
    taskType: random.weighted(chosen.taskTypes),
    waitsOnCapacity: chosen.waitsOnCapacity,
    pathway: wish.pathway ?? random.weighted(pathways),
  };
}

function leadsTo(entry: Cause, pathway: Pathway | undefined): boolean {
  return pathway === undefined || entry.pathways.some(([name]) => name === pathway);
}
