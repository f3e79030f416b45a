import type { ReportReader } from '../../db/report-reader.ts';
import type { DayRange } from '../../domain/reports/months.ts';
import { daysOf } from '../../domain/reports/months.ts';
import { groupOfWard } from '../../domain/reports/grouping.ts';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import type { Population } from '../../domain/reports/population.ts';
import { isCountedHere } from '../../domain/reports/population.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import type { DueRound } from '../../domain/reports/rounds-held.ts';
import { dueRounds } from '../../domain/reports/rounds-held.ts';
import {
  dayRoundsTable,
  wardDaysTable,
  wardRoundsTable,
} from '../../domain/reports/rounds-held-tables.ts';
import { wardSpans } from '../../domain/reports/ward-spans.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { addDays, calendarDay, startOfDay } from '../../domain/time.ts';

type Asked = {
  range: DayRange;
  population: Population;
  places: ReportPlaces;
  timeZone: string;
};

/** Board rounds held, by ward, by day, and by both. */
export function boardRoundsTables(reader: ReportReader, asked: Asked): ReportTable[] {
  const days = daysOfRounds(reader, asked);
  const rounds = roundsOn(reader, days, asked);
  const wardOf = ({ wardId }: DueRound) => groupOfWard(wardId, asked.places);
  return [
    wardRoundsTable(rounds, wardOf),
    dayRoundsTable(rounds),
    wardDaysTable(rounds, days, wardOf),
  ];
}

/** Before the first round that was ever recorded, the hub knows of none, held or not. */
function daysOfRounds(reader: ReportReader, { range, timeZone }: Asked): CalendarDay[] {
  const first = reader.firstRoundAt();
  if (first === null) return [];
  const began = calendarDay(first, timeZone);
  return daysOf({ from: began > range.from ? began : range.from, to: range.to });
}

/**
 * Everybody on a ward is of its round, so all of them are read; a population leaves out the wards
 * where none of those whom it counts was.
 */
function roundsOn(
  reader: ReportReader,
  days: readonly CalendarDay[],
  { population, places, timeZone }: Asked,
): DueRound[] {
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const stays = reader.presentDuring({ from, to });
  const moves = reader.wardMoves(stays.map(({ spellId }) => spellId));
  const spansOf = new Map(
    stays.map((stay) => [stay, wardSpans(stay, moves.get(stay.spellId) ?? [])]),
  );
  const counted = stays.filter((stay) => isCountedHere(stay, population, places));
  const wards = new Set(counted.flatMap((stay) => spansOf.get(stay) ?? []).map(idOfWard));
  const isWanted = (each: { wardId: string }) => wards.has(each.wardId);
  const until = startOfDay(addDays(to, 1), timeZone);
  const records = reader.roundRecords(startOfDay(from, timeZone), until).filter(isWanted);
  const spans = [...spansOf.values()].flat().filter(isWanted);
  return dueRounds({ records, spans, days, timeZone });
}

const idOfWard = ({ wardId }: { wardId: string }) => wardId;
