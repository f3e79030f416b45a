import type { Place } from '../../domain/persons/place.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';

/** A prescribed stay on the demo coordinator's wards; what it leaves out is drawn by chance. */
export type Scenario = {
  pathway: Pathway;
  place: Place;
  /** Days since they became ready; absent while they need the bed. */
  daysReady?: number;
  edd: 'not_set' | 'passed' | 'today' | 'tomorrow' | 'later';
  nights: number;
  unclaimed?: boolean;
  /** The task that holds them up, where it matters which. */
  waitsFor?: BuiltInTaskType;
};

/** One list per ward of `COORDINATOR_WARDS`: every column, kind of delay and council in sight. */
export const SCENARIOS: readonly (readonly Scenario[])[] = [
  [
    { pathway: 'none_set', place: 'leicester', edd: 'not_set', nights: 0 },
    { pathway: 'none_set', place: 'unknown', edd: 'later', nights: 2 },
    { pathway: 'no_onward_care', place: 'leicester', edd: 'today', nights: 3 },
    { pathway: 'no_onward_care', place: 'leicestershire', edd: 'passed', nights: 5 },
    { pathway: 'no_onward_care', place: 'rutland', daysReady: 0, edd: 'today', nights: 4 },
    { pathway: 'reablement', place: 'leicestershire', daysReady: 4, edd: 'passed', nights: 12, unclaimed: true, waitsFor: 'reablement_start' },
    { pathway: 'reablement', place: 'rutland', edd: 'tomorrow', nights: 6, unclaimed: true },
    { pathway: 'intermediate_care_home', place: 'leicester', daysReady: 2, edd: 'today', nights: 9 },
    { pathway: 'lightbulb', place: 'leicester', daysReady: 9, edd: 'passed', nights: 23, waitsFor: 'home_clearance' },
    { pathway: 'long_term_care', place: 'leicestershire', daysReady: 15, edd: 'passed', nights: 34 },
    { pathway: 'end_of_life', place: 'leicester', daysReady: 1, edd: 'tomorrow', nights: 10 },
    { pathway: 'no_onward_care', place: 'out_of_area', edd: 'tomorrow', nights: 2 },
  ],
  [
    { pathway: 'none_set', place: 'leicestershire', edd: 'passed', nights: 6 },
    { pathway: 'none_set', place: 'rutland', daysReady: 3, edd: 'passed', nights: 11 },
    { pathway: 'no_onward_care', place: 'leicester', edd: 'today', nights: 8 },
    { pathway: 'no_onward_care', place: 'leicestershire', daysReady: 2, edd: 'today', nights: 15 },
    { pathway: 'reablement', place: 'leicester', daysReady: 6, edd: 'passed', nights: 18, unclaimed: true, waitsFor: 'reablement_start' },
    { pathway: 'reablement', place: 'rutland', daysReady: 1, edd: 'tomorrow', nights: 9 },
    { pathway: 'intermediate_care_bed', place: 'leicestershire', daysReady: 5, edd: 'passed', nights: 16 },
    { pathway: 'intermediate_care_bed', place: 'rutland', edd: 'tomorrow', nights: 10 },
    { pathway: 'intermediate_care_home', place: 'leicestershire', edd: 'later', nights: 7 },
    { pathway: 'lightbulb', place: 'leicestershire', daysReady: 12, edd: 'passed', nights: 27, waitsFor: 'major_adaptation' },
    { pathway: 'lightbulb', place: 'rutland', edd: 'later', nights: 9, unclaimed: true },
    { pathway: 'long_term_care', place: 'leicester', daysReady: 24, edd: 'later', nights: 46 },
    { pathway: 'end_of_life', place: 'leicestershire', edd: 'tomorrow', nights: 12 },
  ],
]; // prettier-ignore
