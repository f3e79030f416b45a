import { asc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Ward } from '../../domain/spell/state.ts';
import type { CatalogueEntry, TaskCatalogue, TaskTarget } from '../../domain/tasks/catalogue.ts';
import { TASK_TYPES } from '../../domain/tasks/task-types.ts';
import { settings } from '../schema/hub.ts';
import { sites, wards } from '../schema/places.ts';
import { taskCatalogue } from '../schema/tasks.ts';
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

/** Every type of task has its entry, or this throws: rules count on it. */
export function readCatalogue(orm: BetterSQLite3Database): TaskCatalogue {
  const rows = new Map(
    orm
      .select()
      .from(taskCatalogue)
      .all()
      .map((row) => [row.type, row]),
  );
  const entries = TASK_TYPES.map((type): [string, CatalogueEntry] => {
    const row = rows.get(type);
    if (row === undefined) throw new Error(`The task catalogue lacks ${type}`);
    const { targetKind, targetAmount, ...entry } = row;
    return [type, { ...entry, target: targetOf(targetKind, targetAmount ?? 0) }];
  });
  return Object.fromEntries(entries) as TaskCatalogue; // made from all of TASK_TYPES
}

function targetOf(kind: TaskTarget['kind'], amount: number): TaskTarget {
  switch (kind) {
    case 'hours':
      return { kind, hours: amount };
    case 'days':
    case 'working_days':
      return { kind, days: amount };
    case 'same_day':
    case 'day_before':
      return { kind };
    default:
      return kind satisfies never;
  }
}
