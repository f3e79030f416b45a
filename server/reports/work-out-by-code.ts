import type { ReportReader } from '../../db/report-reader.ts';
import type { Month } from '../../domain/reports/months.ts';
import { daysOfMonth } from '../../domain/reports/months.ts';
import { providersOf } from '../../domain/reports/places.ts';
import type { ReadyDateStatistics } from '../../domain/reports/ready-date-statistics.ts';
import { readyDateStatistics } from '../../domain/reports/ready-date-statistics.ts';
import { countedDischarges } from './counted-discharges.ts';

export type CodeFigures = { code: string; figures: ReadyDateStatistics };

/**
 * The discharge ready date statistics of a month by the codes of the national file: each trust, and
 * each integrated care board with the trusts that are in its area on the last day of the month.
 */
export function workOutByCode(reader: ReportReader, month: Month): CodeFigures[] {
  const range = daysOfMonth(month);
  const places = reader.places();
  const areas = reader.areas(range.to);
  const stays = countedDischarges(reader, range, { population: 'national', places });
  const of = (isIts: (providerId: string) => boolean) =>
    readyDateStatistics(stays.filter(({ wardId }) => isIts(places.get(wardId)?.provider ?? '')));
  const boards = new Set([...areas.values()].map(({ icb }) => icb));
  return [
    ...providersOf(places).map(({ id, code }) => ({ code, figures: of((own) => own === id) })),
    ...[...boards].map((code) => ({
      code,
      figures: of((provider) => areas.get(provider)?.icb === code),
    })),
  ];
}
