import { REASON_GROUPS, NO_REASON } from '../delay/delay-reasons.ts';
import type { Grouping } from './grouping.ts';
import { GROUPING_NAMES, groupOf, grouped } from './grouping.ts';
import type { ReportPlaces } from './places.ts';
import type { ReportTable } from './report-table.ts';
import type { DayFigure } from './situation.ts';
import { DAY_FIGURES, dayFigure, reasonCounts } from './situation.ts';
import type { Standing } from './standing.ts';

/** The figures of a day for everybody and for each group. */
export function dayFiguresTable(
  standings: readonly Standing[],
  figures: readonly DayFigure[],
  { by, places }: { by: Grouping; places: ReportPlaces },
  { id = 'groups', title = 'Figures' }: { id?: string; title?: string } = {},
): ReportTable {
  const groups = grouped(standings, ({ stay }) => groupOf(stay, by, places));
  return {
    id,
    title: `${title} by ${GROUPING_NAMES[by].toLowerCase()}`,
    rowsAre: GROUPING_NAMES[by],
    columns: figures.map((figure) => ({
      key: figure,
      name: DAY_FIGURES[figure].name,
      kind: 'count',
      figure,
    })),
    rows: groups.map(({ group, items }) => ({
      ...group,
      cells: figures.map((figure) => dayFigure(items, figure)),
    })),
  };
}

/** Those remaining by official group of reasons, and how many of them for how long in hospital. */
export function reasonGroupsTable(standings: readonly Standing[]): ReportTable {
  const all = reasonCounts(standings);
  const week = reasonCounts(standings, 7);
  const names = [...Object.values(REASON_GROUPS), NO_REASON];
  const total = all.reduce((people, count) => people + count.people, 0);
  return {
    id: 'reason_groups',
    title: 'Remaining with no criteria to reside, by group of reasons',
    rowsAre: 'Group',
    columns: [
      { key: 'people', name: 'People', kind: 'count' },
      { key: 'share', name: 'Share', kind: 'share' },
      { key: 'people_7', name: 'Of them 7 days or more in hospital', kind: 'count' },
      { key: 'bed_days', name: 'Days since ready', kind: 'count' },
    ],
    rows: names.map((name) => {
      const ofGroup = all.filter(({ group }) => group === name);
      const people = ofGroup.reduce((sum, count) => sum + count.people, 0);
      const longer = week.filter(({ group }) => group === name);
      return {
        id: name,
        name,
        cells: [
          people,
          total === 0 ? null : people / total,
          longer.reduce((sum, count) => sum + count.people, 0),
          ofGroup.reduce((sum, count) => sum + count.bedDays, 0),
        ],
      };
    }),
  };
}

/** Every official reason that anybody has, most days first; all of them if asked. */
export function reasonsTable(
  standings: readonly Standing[],
  { withEmpty = false }: { withEmpty?: boolean } = {},
): ReportTable {
  const all = reasonCounts(standings);
  const byNights = [7, 14].map((nights) => reasonCounts(standings, nights));
  const shown = withEmpty ? all : all.filter(({ people }) => people > 0);
  const rows = shown.map(({ key, name, group, people, bedDays }) => {
    const longer = byNights.map((counts) => counts.find((count) => count.key === key)?.people ?? 0);
    const fullName = key === 'none' ? name : `${group}: ${name}`;
    return { id: key, name: fullName, cells: [people, ...longer, bedDays] };
  });
  if (!withEmpty) rows.sort((a, b) => Number(b.cells[3]) - Number(a.cells[3]));
  return {
    id: 'reasons',
    title: 'Remaining with no criteria to reside, by official reason for delay',
    rowsAre: 'Reason',
    columns: [
      { key: 'people', name: 'People', kind: 'count', figure: 'reason' },
      { key: 'people_7', name: '7 days or more in hospital', kind: 'count', figure: 'reason_7' },
      { key: 'people_14', name: '14 days or more', kind: 'count', figure: 'reason_14' },
      { key: 'bed_days', name: 'Days since ready', kind: 'count' },
    ],
    rows,
  };
}
