import type { Grouping } from './grouping.ts';
import { GROUPING_NAMES, groupOf, grouped } from './grouping.ts';
import type { ReportPlaces } from './places.ts';
import type { ReadyDateStatistics } from './ready-date-statistics.ts';
import { DELAY_BANDS, readyDateStatistics } from './ready-date-statistics.ts';
import type { Cell, ReportTable, TableColumn } from './report-table.ts';
import type { FinishedStay } from './stay-facts.ts';

type GroupFigures = { id: string; name: string; figures: ReadyDateStatistics };

/** All tables of the monthly discharge ready date statistics, in the order of the page. */
export function dischargeTables(
  stays: readonly FinishedStay[],
  { by, places }: { by: Grouping; places: ReportPlaces },
): ReportTable[] {
  const groups = grouped(stays, (stay) => groupOf(stay, by, places)).map(
    ({ group, items }): GroupFigures => ({ ...group, figures: readyDateStatistics(items) }),
  );
  const rowsAre = GROUPING_NAMES[by];
  const everybody = groups[0]?.figures ?? readyDateStatistics([]);
  const table = (
    id: string,
    title: string,
    columns: TableColumn[],
    cells: CellsOf,
  ): ReportTable => ({
    ...{ id, title, rowsAre, columns },
    rows: groups.map(({ id: groupId, name, figures }) => ({
      id: groupId,
      name,
      cells: cells(figures),
    })),
  });
  return [
    table('measures', `Measures by ${rowsAre.toLowerCase()}`, MEASURE_COLUMNS, (figures) => [
      figures.discharged,
      figures.delayed,
      figures.shareOnReadyDate,
      figures.bedDays,
      figures.meanIncludingZero,
      figures.meanExcludingZero,
    ]),
    bandsTable(everybody),
    table(
      'bands_discharged',
      'Discharges by days of delay',
      bandColumns('count', true),
      (figures) => figures.bands.map(({ discharged }) => discharged),
    ),
    table('bands_share', 'Share of discharges by days of delay', bandColumns('share'), (figures) =>
      figures.bands.map(({ shareOfDischarged }) => shareOfDischarged),
    ),
    table('bands_bed_days', 'Bed days lost by days of delay', bandColumns('count'), (figures) =>
      figures.bands.map(({ bedDays }) => bedDays),
    ),
  ];
}

type CellsOf = (figures: ReadyDateStatistics) => Cell[];

const MEASURE_COLUMNS: TableColumn[] = [
  { key: 'discharged', name: 'Patients discharged', kind: 'count', figure: 'discharged' },
  { key: 'delayed', name: 'Delayed 1 day or more', kind: 'count', figure: 'delayed' },
  { key: 'on_ready_date', name: 'Discharged on ready date', kind: 'share' },
  { key: 'bed_days', name: 'Bed days lost', kind: 'count' },
  { key: 'mean_all', name: 'Mean delay, zero-day delays included', kind: 'decimal' },
  { key: 'mean_delayed', name: 'Mean delay, zero-day delays excluded', kind: 'decimal' },
];

function bandColumns(kind: 'count' | 'share', opens = false): TableColumn[] {
  return DELAY_BANDS.map(({ id, name }) => ({
    ...{ key: id, name, kind },
    ...(opens ? { figure: `delay_${id}` } : {}),
  }));
}

/** The bands of everybody, one a row, with both shares. */
function bandsTable(figures: ReadyDateStatistics): ReportTable {
  return {
    id: 'bands',
    title: 'All discharges by days of delay',
    rowsAre: 'Days of delay',
    columns: [
      { key: 'discharged', name: 'Patients discharged', kind: 'count', figure: 'band' },
      { key: 'share', name: 'Of all discharges', kind: 'share' },
      { key: 'share_delayed', name: 'Of those delayed', kind: 'share' },
      { key: 'bed_days', name: 'Bed days lost', kind: 'count' },
    ],
    rows: figures.bands.map(
      ({ id, discharged, shareOfDischarged, shareOfDelayed, bedDays }, at) => ({
        id: `delay_${id}`,
        name: DELAY_BANDS[at]?.name ?? id,
        cells: [discharged, shareOfDischarged, shareOfDelayed, bedDays],
      }),
    ),
  };
}
