import type { EquityComparison, EquityGroupFigures } from './equity-figures.ts';
import { equityComparison, isShareWithheld } from './equity-figures.ts';
import type { EquityDimension, EquityPathway } from './equity-groups.ts';
import { EQUITY, EQUITY_DIMENSIONS, equityPathwayOf } from './equity-groups.ts';
import { differencesTable } from './equity-differences.ts';
import { deviation } from './intervals.ts';
import { DELAY_BANDS, ratio } from './ready-date-statistics.ts';
import type { Cell, ReportTable, TableColumn } from './report-table.ts';
import { WITHHELD } from './report-table.ts';
import type { FinishedStay } from './stay-facts.ts';
import { daysOfDelay } from './stay-facts.ts';

type Asked = { across: EquityDimension; pathway: EquityPathway };

/**
 * All tables of a comparison. None of their figures opens: behind a small one would be somebody
 * whom the reader could recognise. Files are made of these same tables.
 */
export function equityTables(stays: readonly FinishedStay[], asked: Asked): ReportTable[] {
  const comparison = equityComparison(stays, asked);
  const rowsAre = EQUITY[asked.across].name;
  const own = stays.filter((stay) => equityPathwayOf(stay) === asked.pathway);
  const spread = { deviation: deviation(own.map(daysOfDelay)), size: own.length };
  const by = rowsAre.toLowerCase();
  return [
    tableOf(
      comparison,
      { id: 'measures', title: `Measures by ${by}`, rowsAre },
      MEASURES,
      measures,
    ),
    differencesTable(comparison, spread, rowsAre),
    tableOf(
      comparison,
      { id: 'bands_discharged', title: `Discharges by ${by} and days of delay`, rowsAre },
      bandColumns('count'),
      ({ figures, withholds }) =>
        figures.bands.map(({ discharged }, at) => shown(discharged, withholds.bands[at])),
    ),
    tableOf(
      comparison,
      { id: 'bands_share', title: `Share of discharges by ${by} and days of delay`, rowsAre },
      bandColumns('share'),
      ({ figures, withholds }) =>
        figures.bands.map(({ shareOfDischarged }, at) =>
          shown(shareOfDischarged, withholds.bands[at] === true || withholds.discharged),
        ),
    ),
    completenessTable(stays, asked.pathway),
  ];
}

const MEASURES: TableColumn[] = [
  { key: 'discharged', name: 'Patients discharged', kind: 'count' },
  { key: 'delayed', name: 'Delayed 1 day or more', kind: 'count' },
  { key: 'on_ready_date', name: 'Discharged on ready date', kind: 'share' },
  { key: 'bed_days', name: 'Bed days lost', kind: 'count' },
  { key: 'mean_all', name: 'Mean delay, zero-day delays included', kind: 'decimal' },
  { key: 'mean_delayed', name: 'Mean delay, zero-day delays excluded', kind: 'decimal' },
  { key: 'nights', name: 'Mean nights in hospital', kind: 'decimal' },
];

function measures({ figures, withholds }: EquityGroupFigures): Cell[] {
  const { discharged, delayed, bedDays, nights } = withholds;
  return [
    shown(figures.discharged, discharged),
    shown(figures.delayed, delayed),
    shown(figures.shareOnReadyDate, isShareWithheld(withholds)),
    shown(figures.bedDays, bedDays),
    shown(figures.meanIncludingZero, bedDays || discharged),
    shown(figures.meanExcludingZero, bedDays || delayed),
    shown(ratio(figures.nights, figures.discharged), nights),
  ];
}

function shown(value: number | null, isWithheld = false): Cell {
  return isWithheld ? WITHHELD : value;
}

function bandColumns(kind: 'count' | 'share'): TableColumn[] {
  return DELAY_BANDS.map(({ id, name }) => ({ key: id, name, kind }));
}

function tableOf(
  { everybody, groups }: EquityComparison,
  about: Pick<ReportTable, 'id' | 'title' | 'rowsAre'>,
  columns: TableColumn[],
  cellsOf: (group: EquityGroupFigures) => Cell[],
): ReportTable {
  const rows = [everybody, ...groups].map((group) => ({
    id: group.id,
    name: group.name,
    cells: cellsOf(group),
  }));
  return { ...about, columns, rows };
}

/** How complete each field is, within the pathway: withheld wherever its own table withholds it. */
function completenessTable(stays: readonly FinishedStay[], pathway: EquityPathway): ReportTable {
  return {
    id: 'completeness',
    title: 'How complete the records are',
    rowsAre: 'Field',
    columns: [
      { key: 'known', name: 'Known', kind: 'share' },
      { key: 'not_stated', name: 'Not stated', kind: 'share' },
      { key: 'not_known', name: 'Not known', kind: 'share' },
    ],
    rows: EQUITY_DIMENSIONS.map((across) => {
      const { groups, everybody } = equityComparison(stays, { across, pathway });
      const all = everybody.figures.discharged;
      const gaps = (['not_stated', 'not_known'] as const).map((record) => {
        const own = groups.filter((group) => group.record === record);
        const isWithheld = own.some(({ withholds }) => withholds.discharged);
        const people = own.reduce((sum, { figures }) => sum + figures.discharged, 0);
        return { people, isWithheld: isWithheld || everybody.withholds.discharged };
      });
      const missing = gaps.reduce((sum, { people }) => sum + people, 0);
      const isWithheld = gaps.some((gap) => gap.isWithheld);
      return {
        id: across,
        name: EQUITY[across].name,
        cells: [
          shown(ratio(all - missing, all), isWithheld),
          ...gaps.map((gap) => shown(ratio(gap.people, all), gap.isWithheld)),
        ],
      };
    }),
  };
}
