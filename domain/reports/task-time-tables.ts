import type { TaskCatalogue } from '../tasks/catalogue.ts';
import { taskTypeName } from '../tasks/catalogue.ts';
import {
  TASK_OWNERS,
  TASK_OWNER_NAMES,
  TASK_STATES,
  TASK_STATE_NAMES,
  isOpenState,
} from '../tasks/task-types.ts';
import { quantile } from './quantile.ts';
import type { ReportTable, TableColumn } from './report-table.ts';
import type { TaskLife } from './task-times.ts';
import { hoursIn } from './task-times.ts';

const TIME_COLUMNS: TableColumn[] = [
  { key: 'median', name: 'Median hours', kind: 'decimal' },
  { key: 'p90', name: '90th percentile, hours', kind: 'decimal' },
];

/** How long tasks stood in each state, of those that were in it at all. */
export function taskStatesTable(lives: readonly TaskLife[]): ReportTable {
  return {
    id: 'task_states',
    title: 'Time of tasks in each state',
    rowsAre: 'State',
    columns: [{ key: 'tasks', name: 'Tasks', kind: 'count' }, ...TIME_COLUMNS],
    rows: TASK_STATES.filter(isOpenState).map((state) => ({
      id: state,
      name: TASK_STATE_NAMES[state],
      cells: timeCells(lives, (span) => span.state === state),
    })),
  };
}

/**
 * How long tasks lay with each team, how long of that nobody had them, and how often they went on:
 * handed to another team, or declined back to the hub.
 */
export function taskTeamsTable(lives: readonly TaskLife[]): ReportTable {
  return {
    id: 'task_teams',
    title: 'Time of tasks with each team',
    rowsAre: 'Team',
    columns: [
      { key: 'tasks', name: 'Tasks', kind: 'count' },
      ...TIME_COLUMNS,
      { key: 'unclaimed', name: 'Median hours until somebody had it', kind: 'decimal' },
      { key: 'handed_on', name: 'Handed to another team', kind: 'count' },
      { key: 'declined', name: 'Of those, declined', kind: 'count' },
    ],
    rows: TASK_OWNERS.map((owner) => {
      const unclaimed = timeCells(lives, (span) => span.owner === owner && span.state === 'open');
      return {
        id: owner,
        name: TASK_OWNER_NAMES[owner],
        cells: [
          ...timeCells(lives, (span) => span.owner === owner),
          unclaimed[1] ?? null,
          lives.reduce((sum, { handOvers }) => sum + countOf(handOvers, owner), 0),
          lives.reduce((sum, { declines }) => sum + countOf(declines, owner), 0),
        ],
      };
    }),
  };
}

/** From being added to being done, by type of task, the longest first; cancelled ones are left out. */
export function taskTypesTable(lives: readonly TaskLife[], catalogue: TaskCatalogue): ReportTable {
  const done = lives.filter(({ end }) => end === 'done');
  const rows = [...new Set(done.map(({ type }) => type))].map((type) => {
    const own = done.filter((life) => life.type === type);
    const blocking = own.filter(({ isBlocking }) => isBlocking).length;
    const name = taskTypeName(catalogue, type);
    return { id: type, name, cells: [...timeCells(own, () => true), blocking] };
  });
  return {
    id: 'task_types',
    title: 'Time from adding to doing, by task',
    rowsAre: 'Task',
    columns: [
      { key: 'tasks', name: 'Tasks done', kind: 'count' },
      ...TIME_COLUMNS,
      { key: 'blocking', name: 'Of them blocking a discharge', kind: 'count' },
    ],
    rows: rows.sort((a, b) => Number(b.cells[1]) - Number(a.cells[1])),
  };
}

/** How many tasks, their median hours and the 90th percentile. */
function timeCells(
  lives: readonly TaskLife[],
  isWanted: Parameters<typeof hoursIn>[1],
): (number | null)[] {
  const hours = lives.flatMap((life) => hoursIn(life, isWanted) ?? []);
  return [hours.length, quantile(hours, 0.5), quantile(hours, 0.9)];
}

function countOf(steps: TaskLife['declines'], owner: string): number {
  return steps.filter(({ from }) => from === owner).length;
}
