import { asc, lte } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { OrganisationAreas } from '../../domain/reports/situation-return.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { organisationAreas } from '../schema/report-records.ts';

/** The region and integrated care board of each organisation on a day. */
export function readOrganisationAreas(
  orm: BetterSQLite3Database,
  day: CalendarDay,
): OrganisationAreas {
  const rows = orm
    .select()
    .from(organisationAreas)
    .where(lte(organisationAreas.validFrom, day))
    .orderBy(asc(organisationAreas.validFrom))
    .all();
  // Of one organisation the last that has begun stands.
  return new Map(rows.map(({ organisationId, region, icb }) => [organisationId, { region, icb }]));
}
