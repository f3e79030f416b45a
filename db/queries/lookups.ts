import { asc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Ward } from '../../domain/spell/state.ts';
import { settings } from '../schema/hub.ts';
import { sites, wards } from '../schema/places.ts';
import type { HubMark } from '../store.ts';

export function readMark(orm: BetterSQLite3Database): HubMark {
  const values = new Map(
    orm
      .select()
      .from(settings)
      .all()
      .map(({ key, value }) => [key, value]),
  );
  const epoch = values.get('epoch');
  if (epoch === undefined) throw new Error('The database has no epoch: it was never set up');
  return {
    epoch,
    isDemo: values.get('is_demo') === 'yes',
    demoDay: values.get('demo_day') ?? null,
  };
}

export function readWards(orm: BetterSQLite3Database): Ward[] {
  return orm
    .select({
      id: wards.id,
      name: wards.name,
      siteId: wards.siteId,
      site: sites.name,
      provider: sites.organisationId,
    })
    .from(wards)
    .innerJoin(sites, eq(sites.id, wards.siteId))
    .orderBy(asc(sites.name), asc(wards.name), asc(wards.id))
    .all();
}
