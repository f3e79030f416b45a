import type { ReportReader } from '../../db/report-reader.ts';
import { returnContentOf } from '../../domain/reports/return-content.ts';
import type { ReturnContent, ReturnWhich } from '../../domain/reports/return-versions.ts';
import { dayStandings } from './day-standings.ts';
import type { AskedAt } from './report-request.ts';

/** A return as it would be signed now. */
export function workOutReturn(
  reader: ReportReader,
  { which, ...asked }: AskedAt & { which: ReturnWhich },
): ReturnContent {
  const places = reader.places();
  const { day } = which;
  const { standings } = dayStandings(reader, { ...asked, day, population: 'national', places });
  return returnContentOf(standings, { which, places, areas: reader.areas(day), asOf: asked.now });
}
