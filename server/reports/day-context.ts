import type { ReportReader } from '../../db/report-reader.ts';
import type { DayContext } from '../../domain/reports/delay-day-reasons.ts';
import { endsOfDays } from '../../domain/reports/delay-day-reasons.ts';
import type { TaskCatalogue } from '../../domain/tasks/catalogue.ts';
import type { Instant } from '../../domain/time.ts';

/** A day that is over keeps the catalogue of its end; each edition is read once. */
export function dayContext(reader: ReportReader, timeZone: string): DayContext {
  const known = new Map<Instant, TaskCatalogue>();
  return {
    timeZone,
    endOf: endsOfDays(timeZone),
    catalogueAt(end) {
      const catalogue = known.get(end) ?? reader.catalogue(end);
      known.set(end, catalogue);
      return catalogue;
    },
  };
}
