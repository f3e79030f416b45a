import { eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import { organisations, sites, wards } from '../schema/places.ts';

/** Wards with the organisations that run them, as returns name them. */
export function readReportPlaces(orm: BetterSQLite3Database): ReportPlaces {
  const rows = orm
    .select({
      id: wards.id,
      name: wards.name,
      siteId: wards.siteId,
      site: sites.name,
      provider: sites.organisationId,
      providerName: organisations.name,
      providerKind: organisations.kind,
      providerCode: organisations.code,
    })
    .from(wards)
    .innerJoin(sites, eq(sites.id, wards.siteId))
    .innerJoin(organisations, eq(organisations.id, sites.organisationId))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}
