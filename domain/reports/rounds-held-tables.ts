import {
  NOT_SEEN_REASONS,
  NOT_SEEN_REASON_NAMES,
  ROUND_HALVES,
  ROUND_HALF_NAMES,
} from '../rounds/board-round.ts';
import type { CalendarDay } from '../time.ts';
import { formatDay } from '../time.ts';
import type { Group } from './grouping.ts';
import { grouped } from './grouping.ts';
import { quantile } from './quantile.ts';
import { ratio } from './ready-date-statistics.ts';
import type { Cell, ReportTable, TableColumn } from './report-table.ts';
import type { DueRound } from './rounds-held.ts';

const COLUMNS: TableColumn[] = [
  ...ROUND_HALVES.flatMap((half): TableColumn[] => [
    { key: `${half}_due`, name: `${ROUND_HALF_NAMES[half]} rounds due`, kind: 'count' },
    { key: `${half}_held`, name: `${ROUND_HALF_NAMES[half]} rounds held`, kind: 'count' },
    { key: `${half}_share`, name: `Share of ${half} rounds held`, kind: 'share' },
  ]),
  { key: 'present', name: 'Patients there', kind: 'count' },
  { key: 'seen', name: 'Seen', kind: 'count' },
  { key: 'seen_share', name: 'Share seen', kind: 'share' },
  ...NOT_SEEN_REASONS.map((reason): TableColumn => {
    const name = reason === 'other' ? 'Another reason' : NOT_SEEN_REASON_NAMES[reason];
    return { key: reason, name, kind: 'count' };
  }),
  { key: 'unrecorded', name: 'Nothing recorded', kind: 'count' },
  { key: 'minutes', name: 'Median minutes', kind: 'decimal' },
];

/** Rounds held of those due, and who was seen in them, by ward. */
export function wardRoundsTable(
  rounds: readonly DueRound[],
  wardOf: (round: DueRound) => Group,
): ReportTable {
  return {
    ...{ id: 'round_wards', title: 'Board rounds by ward', rowsAre: 'Ward', columns: COLUMNS },
    rows: grouped(rounds, wardOf).map(({ group, items }) => ({ ...group, cells: cellsOf(items) })),
  };
}

/** The same by day, the first one first. */
export function dayRoundsTable(rounds: readonly DueRound[]): ReportTable {
  const [all, ...days] = grouped(rounds, ({ day }) => ({ id: day, name: day }));
  return {
    ...{ id: 'round_days', title: 'Board rounds by day', rowsAre: 'Day', columns: COLUMNS },
    rows: [
      ...(all === undefined ? [] : [{ ...all.group, cells: cellsOf(all.items) }]),
      ...days.map(({ group: { id }, items }) => ({
        ...{ id, name: formatDay(id) },
        cells: cellsOf(items),
      })),
    ],
  };
}

function cellsOf(rounds: readonly DueRound[]): Cell[] {
  const sum = (countOf: (round: DueRound) => number) =>
    rounds.reduce((total, round) => total + countOf(round), 0);
  const [present, seen] = [sum((round) => round.present), sum((round) => round.seen)];
  const minutes = rounds.flatMap((round) => (round.isHeld ? (round.minutes ?? []) : []));
  return [
    ...ROUND_HALVES.flatMap((half) => {
      const own = rounds.filter((round) => round.half === half);
      const held = heldOf(own);
      return [own.length, held, ratio(held, own.length)];
    }),
    ...[present, seen, ratio(seen, present)],
    ...NOT_SEEN_REASONS.map((reason) => sum(({ notSeen }) => notSeen[reason])),
    ...[sum(({ unrecorded }) => unrecorded), quantile(minutes, 0.5)],
  ];
}

/** How many of the rounds of each ward and day were held: none, one or both; null where none was due. */
export function wardDaysTable(
  rounds: readonly DueRound[],
  days: readonly CalendarDay[],
  wardOf: (round: DueRound) => Group,
): ReportTable {
  return {
    id: 'round_ward_days',
    title: 'Board rounds held, by ward and day',
    rowsAre: 'Ward',
    columns: [
      { key: 'held', name: 'All days', kind: 'count' },
      ...days.map((day) => ({ key: day, name: formatDay(day).slice(4), kind: 'count' as const })),
    ],
    rows: grouped(rounds, wardOf).map(({ group, items }) => ({
      ...group,
      cells: [
        heldOf(items),
        ...days.map((day) => {
          const own = items.filter((round) => round.day === day);
          return own.length === 0 ? null : heldOf(own);
        }),
      ],
    })),
  };
}

function heldOf(rounds: readonly DueRound[]): number {
  return rounds.filter(({ isHeld }) => isHeld).length;
}
