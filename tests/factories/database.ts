import Database from 'better-sqlite3';
import type { HubContents } from '../../db/hub-contents.ts';
import { fillNewHub } from '../../db/hub-contents.ts';
import { migrateConnection } from '../../db/migrate.ts';
import { configureConnection } from '../../db/open-database.ts';
import type { NewHub } from '../../db/create-hub.ts';
import { NOW } from './clock.ts';
import { TEST_WARDS } from './ward.ts';

/** The organisation, hospitals and wards of `TEST_WARDS`. */
export const TEST_PLACES: Pick<HubContents, 'organisations' | 'sites' | 'wards'> = {
  organisations: [
    {
      id: 'uhl',
      name: 'University Hospitals of Leicester',
      kind: 'acute',
      code: 'RWE',
      codeSystem: 'ods',
    },
  ],
  sites: [...new Map(TEST_WARDS.map((ward) => [ward.siteId, ward])).values()].map((ward) => ({
    id: ward.siteId,
    name: ward.site,
    organisationId: ward.provider,
  })),
  wards: TEST_WARDS.map(({ id, name, siteId }) => ({ id, name, siteId })),
};

/** What `createHub` makes a test hub's file of. */
export const TEST_HUB: NewHub = { ...TEST_PLACES, demoDay: null, at: NOW };

let template: Buffer | null = null;

/** A database in memory with the real migrations and the test wards; another one for each call. */
export function aDatabase(): Database.Database {
  template ??= makeTemplate();
  const db = new Database(template);
  configureConnection(db);
  return db;
}

function makeTemplate(): Buffer {
  const db = new Database(':memory:');
  migrateConnection(db, { at: NOW });
  fillNewHub(db, {
    ...TEST_PLACES,
    mark: { epoch: 'epoch-of-tests', isDemo: false, demoDay: null },
  });
  const made = db.serialize();
  db.close();
  return made;
}
