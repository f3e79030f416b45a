import type { ReportReader } from '../../db/report-reader.ts';
import type { DayRange, Month } from '../../domain/reports/months.ts';
import { daysOfMonth } from '../../domain/reports/months.ts';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import type { Population } from '../../domain/reports/population.ts';
import { isCountedDischarge } from '../../domain/reports/population.ts';
import type { FinishedStay } from '../../domain/reports/stay-facts.ts';
import { isFinished } from '../../domain/reports/stay-facts.ts';

/** The counted discharges of the days of a range. */
export function countedDischarges(
  reader: ReportReader,
  range: DayRange,
  { population, places }: { population: Population; places: ReportPlaces },
): FinishedStay[] {
  return reader
    .discharged(range)
    .filter(isFinished)
    .filter((stay) => isCountedDischarge(stay, population, places));
}

/** The counted discharges of a month. */
export function dischargesOfMonth(
  reader: ReportReader,
  { month, population }: { month: Month; population: Population },
  places: ReportPlaces,
): FinishedStay[] {
  return countedDischarges(reader, daysOfMonth(month), { population, places });
}
