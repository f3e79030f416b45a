import { PLACE_NAMES } from '../persons/place.ts';
import { PATHWAY_NAMES } from '../spell/pathway.ts';
import type { Task } from '../tasks/task.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES, isOpenState } from '../tasks/task-types.ts';
import type { Instant } from '../time.ts';
import { DELAY_REASONS, NO_REASON } from '../delay/delay-reasons.ts';
import type { ReportPlaces } from './places.ts';
import type { ReportTable } from './report-table.ts';
import type { DayFigure } from './situation.ts';
import type { Standing } from './standing.ts';

const LONGEST = 20;

/** The figures of the page of now, in its order. */
export const NOW_FIGURES = [
  'here',
  'remaining',
  'waiting',
  'no_edd',
  'edd_passed',
  'discharged',
  'discharged_by_17',
] as const satisfies readonly DayFigure[];

/** Long stays, and the days since ready within them. */
export const LONG_STAY_FIGURES = [
  'stay_7',
  'bed_days_7',
  'stay_14',
  'bed_days_14',
  'stay_21',
  'bed_days_21',
] as const satisfies readonly DayFigure[];

/** Those who have waited longest since they were ready; no names, which are behind the row. */
export function longestWaitsTable(
  standings: readonly Standing[],
  places: ReportPlaces,
): ReportTable {
  const waiting = standings.filter(({ readyDate }) => readyDate !== null);
  const longest = waiting.sort(
    (a, b) => b.delayDays - a.delayDays || b.lengthOfStay - a.lengthOfStay,
  );
  return {
    id: 'longest',
    title: 'Longest waits since ready',
    rowsAre: 'Ward',
    columns: [
      { key: 'council', name: 'Council', kind: 'text' },
      { key: 'pathway', name: 'Pathway', kind: 'text' },
      { key: 'reason', name: 'Main reason for delay', kind: 'text' },
      { key: 'ready', name: 'Ready since', kind: 'day' },
      { key: 'delay', name: 'Days delayed', kind: 'count' },
      { key: 'stay', name: 'Length of stay', kind: 'count' },
    ],
    rows: longest.slice(0, LONGEST).map(({ stay, reason, readyDate, delayDays, lengthOfStay }) => {
      const ward = places.get(stay.wardId);
      return {
        id: stay.spellId,
        name: ward === undefined ? 'Not known' : `${ward.name}, ${ward.site}`,
        cells: [
          PLACE_NAMES[stay.person.place],
          PATHWAY_NAMES[stay.pathway],
          reason === null ? NO_REASON : DELAY_REASONS[reason],
          readyDate,
          delayDays,
          lengthOfStay,
        ],
      };
    }),
  };
}

/** Open tasks by the team that owns them: unclaimed is nobody's, overdue is past its target. */
export function teamsTable(
  tasks: readonly Pick<Task, 'owner' | 'state' | 'dueAt' | 'blocking'>[],
  now: Instant,
): ReportTable {
  const open = tasks.filter(({ state }) => isOpenState(state));
  return {
    id: 'teams',
    title: 'Open tasks by team',
    rowsAre: 'Team',
    columns: [
      { key: 'open', name: 'Open', kind: 'count' },
      { key: 'unclaimed', name: 'Unclaimed', kind: 'count' },
      { key: 'overdue', name: 'Overdue', kind: 'count' },
      { key: 'capacity', name: 'Waiting for capacity', kind: 'count' },
      { key: 'blocking', name: 'Blocking a discharge', kind: 'count' },
    ],
    rows: TASK_OWNERS.map((owner) => {
      const own = open.filter((task) => task.owner === owner);
      return {
        id: owner,
        name: TASK_OWNER_NAMES[owner],
        cells: [
          own.length,
          own.filter(({ state }) => state === 'open').length,
          own.filter(({ dueAt }) => dueAt !== null && dueAt < now).length,
          own.filter(({ state }) => state === 'waiting_capacity').length,
          own.filter(({ blocking }) => blocking).length,
        ],
      };
    }),
  };
}
