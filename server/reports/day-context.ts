import type { ReportReader } from '../../db/report-reader.ts';
import type { DayContext } from '../../domain/reports/delay-day-reasons.ts';
import { endsOfDays } from '../../domain/reports/delay-day-reasons.ts';
import type { TaskCatalogue } from '../../domain/tasks/catalogue.ts';
import type { Instant } from '../../domain/time.ts';

/** A day that is over keeps the catalogue of its end; each edition is read once. */
export function dayContext(reader: ReportReader, timeZone: string): DayContext {
  const numbers = new Map<Instant, number>();
  const catalogues = new Map<number, TaskCatalogue>();
  return {
    timeZone,
    endOf: endsOfDays(timeZone),
    catalogueAt(end) {
      const number = numbers.get(end) ?? reader.editionNumber(end);
      numbers.set(end, number);
      const catalogue = catalogues.get(number) ?? reader.catalogue(end);
      catalogues.set(number, catalogue);
      return catalogue;
    },
  };
}
