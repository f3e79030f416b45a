import type { RoundHalf } from '../rounds/board-round.ts';
import { ROUND_HALVES } from '../rounds/board-round.ts';
import type { ReportTable } from './report-table.ts';
import { cellInWords } from './report-table.ts';

/** Tables of why people waited, each in a sentence. Empty where there is nothing to say. */

type Words = (table: ReportTable) => string;

const count = (table: ReportTable, row: number, key: string) => Number(cell(table, row, key) ?? 0);

function cell({ rows, columns }: ReportTable, row: number, key: string) {
  return rows[row]?.cells[columns.findIndex((column) => column.key === key)] ?? null;
}

function inWords(table: ReportTable, row: number, key: string): string {
  const kind = table.columns.find((column) => column.key === key)?.kind ?? 'count';
  return cellInWords(cell(table, row, key), kind);
}

/** How few of the reasons make four days of five. */
export const reasonsInWords: Words = (table) => {
  const [, ...rows] = table.rows;
  const at = rows.findIndex((_row, index) => count(table, index + 1, 'cumulative') >= 0.8 - 1e-9);
  const share = inWords(table, at + 1, 'cumulative');
  if (at < 0) return '';
  if (at === 0) return `One reason makes ${share} of them: ${rows[0]?.name ?? ''}.`;
  return `${at + 1} of ${rows.length} reasons make ${share} of them.`;
};

/** Whom most days were waited for. */
export const teamsInWords: Words = (table) => {
  const first = table.rows[1];
  if (first === undefined) return '';
  const share = inWords(table, 1, 'share');
  if (first.id === 'none') return `Of ${share} of the days no reason is recorded.`;
  return `Most were waited for: ${first.name}, ${share} of the days.`;
};

export const referralsInWords: Words = (table) => {
  const referred = count(table, 0, 'agreed_after');
  if (referred === 0) return 'Nobody was referred to the hub before a pathway was agreed.';
  return `After the referral, half of the pathways were agreed within ${inWords(table, 0, 'median')} hours, nine of ten within ${inWords(table, 0, 'p90')}.`;
};

export const pathwaysInWords: Words = (table) => {
  const differ = count(table, 0, 'differ');
  if (differ === 0) return 'Everybody was placed on the pathway that was recommended.';
  return `${inWords(table, 0, 'differ')} people, ${inWords(table, 0, 'share')}, were placed on another pathway than recommended.`;
};

/** When of the day people leave, and how a day of the weekend compares with one of the week. */
export const hoursInWords: Words = (table) => {
  const all = count(table, 0, 'discharged');
  if (all === 0) return 'Nobody was discharged.';
  const noon = Array.from({ length: 12 }, (_, hour) => count(table, 0, `hour_${hour}`));
  const morning = noon.reduce((sum, people) => sum + people, 0);
  const weekend = count(table, 6, 'discharged') + count(table, 7, 'discharged');
  return `${cellInWords(morning / all, 'share')} left before noon. Saturdays and Sundays had ${cellInWords(weekend / all, 'share')} of the discharges; two days of seven are 28.6%.`;
};

export const eddInWords: Words = (table) => {
  if (count(table, 0, 'with_edd') === 0) return 'Nobody who left had an estimated discharge date.';
  const drift = count(table, 0, 'drift_mean');
  const direction = drift < 0 ? 'earlier' : 'later';
  return `${inWords(table, 0, 'within_first')} left within a day of the first estimate, ${inWords(table, 0, 'within_last')} within a day of the last, which was on average ${cellInWords(Math.abs(drift), 'decimal')} days ${direction} than the first.`;
};

/** How many rounds were held of those due, and who was seen where one began. */
export const roundsInWords: Words = (table) => {
  const halves = ROUND_HALVES.map((half) => halfInWords(table, half));
  const began =
    count(table, 0, 'present') === 0
      ? 'None was recorded.'
      : `Where one was recorded, ${inWords(table, 0, 'seen_share')} of the patients there were seen.`;
  return `Wards held ${halves.join(' and ')}. ${began}`;
};

/** `41 of 60 morning rounds (68.3%)` */
function halfInWords(table: ReportTable, half: RoundHalf): string {
  const of = (key: string) => inWords(table, 0, `${half}_${key}`);
  return `${of('held')} of ${of('due')} ${half} rounds (${of('share')})`;
}
