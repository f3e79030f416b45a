import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { CatalogueContent } from '../domain/catalogue/catalogue-content.ts';
import { DEFAULT_CONTENT } from '../domain/catalogue/default-content.ts';
import { writeFirstEdition } from './catalogue-editions.ts';
import { rowWriter } from './row-writer.ts';
import { settings } from './schema/hub.ts';
import type { HubMark } from './store.ts';
import type { RowOf } from './tables.ts';

/** What a hub must know before its first patient. */
export type HubContents = {
  organisations: readonly RowOf<'organisations'>[];
  sites: readonly RowOf<'sites'>[];
  wards: readonly RowOf<'wards'>[];
  /** Without it, returns name neither region nor integrated care board. */
  areas?: readonly RowOf<'organisation_areas'>[];
  catalogue?: CatalogueContent;
  mark: HubMark;
};

/** Fills a migrated database that holds nothing yet. */
export function fillNewHub(db: Database.Database, contents: HubContents): void {
  const { organisations, sites, wards, areas = [], catalogue = DEFAULT_CONTENT, mark } = contents;
  const orm = drizzle(db);
  const writer = rowWriter(orm);
  db.transaction(() => {
    writeMark(db, mark);
    for (const row of organisations) writer.insert('organisations', row);
    for (const row of areas) writer.insert('organisation_areas', row);
    for (const row of sites) writer.insert('sites', row);
    for (const row of wards) writer.insert('wards', row);
    writeFirstEdition(orm, { content: catalogue });
  }).immediate();
}

/** Gives a database its epoch, or another one after a restore, and says whether it is a demo. */
export function writeMark(db: Database.Database, mark: HubMark): void {
  const orm = drizzle(db);
  const values = [
    { key: 'epoch', value: mark.epoch },
    { key: 'is_demo', value: mark.isDemo ? 'yes' : 'no' },
    ...(mark.demoDay === null ? [] : [{ key: 'demo_day', value: mark.demoDay } as const]),
  ] as const;
  db.transaction(() => {
    orm.delete(settings).run();
    for (const row of values) orm.insert(settings).values(row).run();
  }).immediate();
}
