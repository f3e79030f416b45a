import type { CalendarDay } from '../time.ts';
import type { Population } from './population.ts';
import type { Provider, ReportPlaces } from './places.ts';
import { providersOf } from './places.ts';
import type { ReturnPart } from './return-versions.ts';
import type { DayFigure } from './situation.ts';
import { dayFigure, reasonCounts } from './situation.ts';
import type { Standing } from './standing.ts';

/** The columns of the national file, in its order. */
export const RETURN_COLUMNS = [
  'Period',
  'Level',
  'Region',
  'ICB',
  'Org Code',
  'Org Name',
  'Metric',
  'Metric Type',
  'Metric Group',
  'Value',
] as const;

export type ReturnRow = readonly (string | number)[];

type Metric = { figure: DayFigure; name: string; type: string; group: string };

const DAILY = 'Daily metric';
const WEEKLY = 'Weekly snapshot metric';

/** Metrics by their published names (NHS England, acute discharge situation report). */
export const RETURN_METRICS: readonly Metric[] = [
  {
    figure: 'no_criteria',
    name: 'Number of patients who no longer meet the criteria to reside',
    type: DAILY,
    group: 'NCTR',
  },
  {
    figure: 'discharged',
    name: 'Number of patients discharged',
    type: DAILY,
    group: 'Discharges',
  },
  {
    figure: 'discharged_by_17',
    name: 'Number of patients discharged by 17:00',
    type: DAILY,
    group: 'Discharges',
  },
  {
    figure: 'discharged_after_17',
    name: 'Number of patients discharged between 17:01 and 23:59',
    type: DAILY,
    group: 'Discharges',
  },
  {
    figure: 'remaining',
    name: 'Number of patients remaining in hospital who no longer meet the criteria to reside',
    type: DAILY,
    group: 'NCTR not discharged',
  },
  ...([7, 14, 21] as const).map((days) => ({
    figure: `bed_days_${days}` as const,
    name: `Number of additional bed days, patients with a length of stay of ${days} days or over`,
    type: WEEKLY,
    group: 'Additional bed days lost',
  })),
];

/** Reasons are returned for stays of so many days or more. */
const REASON_STAYS = [7, 14] as const;

/** What the national file says of where an organisation is, by its id, on the day of a return. */
export type OrganisationAreas = ReadonlyMap<string, { region: string; icb: string }>;

/** Whether a row belongs to the metrics of every day or to the weekly snapshot. */
export function isOfPart(row: ReturnRow, part: ReturnPart): boolean {
  return (row[7] === DAILY) === (part === 'daily');
}

type Where = { day: CalendarDay; places: ReportPlaces; areas: OrganisationAreas };

/**
 * The rows of a day for each trust, of those whom the population counts, as the national file has them: the daily metrics, the
 * additional bed days, and each official reason for stays of 7 and of 14 days or more. A dash
 * stands between group and reason as in the file. Those with no reason recorded are in none of
 * the 37, and have no row: the page lists them, to be mended before the return is made.
 */
export function situationReturn(
  standings: readonly Standing[],
  { day, places, areas, population }: Where & { population: Population },
): ReturnRow[] {
  return providersOf(places).flatMap((provider) => {
    const own = standings.filter(({ stay }) => places.get(stay.wardId)?.provider === provider.id);
    // A trust that the measure does not count makes no such return.
    if (population === 'national' && provider.kind !== 'acute') return [];
    return rowsOfProvider(own, provider, { day, areas });
  });
}

function rowsOfProvider(
  standings: readonly Standing[],
  { id, code, name }: Provider,
  { day, areas }: Pick<Where, 'day' | 'areas'>,
): ReturnRow[] {
  const { region = '', icb = '' } = areas.get(id) ?? {};
  const period = day.split('-').reverse().join('/');
  const row = (metric: string, type: string, group: string, value: number): ReturnRow => [
    ...[period, 'Provider', region, icb, code, name.toUpperCase()],
    ...[metric, type, group, value],
  ];
  return [
    ...RETURN_METRICS.map((metric) =>
      row(metric.name, metric.type, metric.group, dayFigure(standings, metric.figure)),
    ),
    ...REASON_STAYS.flatMap((days) =>
      reasonCounts(standings, days)
        .filter(({ key }) => key !== 'none')
        .map((reason) =>
          row(
            `${reason.group} – ${reason.name}`,
            `${WEEKLY}, length of stay ${days} days or over`,
            'Delay reason',
            reason.people,
          ),
        ),
    ),
  ];
}
