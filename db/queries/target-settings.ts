import { desc, eq } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SettingsEdition } from '../../domain/tasks/target-settings.ts';
import { DEFAULT_TARGET_SETTINGS, targetSettings } from '../../domain/tasks/target-settings.ts';
import { targetSettings as editions } from '../schema/timers.ts';
import type { SavedSettings } from '../store.ts';

/** The settings that count; those that a hub starts with while nobody has saved any. */
export function readTargetSettings(orm: BetterSQLite3Database): SettingsEdition {
  const row = orm.select().from(editions).orderBy(desc(editions.edition)).limit(1).get();
  if (row !== undefined) return editionOf(row);
  return { edition: 0, savedBy: null, savedAt: null, settings: DEFAULT_TARGET_SETTINGS };
}

/** What a command saved, if it was sent before. */
export function readSettingsOf(
  orm: BetterSQLite3Database,
  commandId: string,
): SettingsEdition | null {
  const row = orm.select().from(editions).where(eq(editions.commandId, commandId)).get();
  return row === undefined ? null : editionOf(row);
}

/** False when that edition is there already: somebody else was first, or it is a repeat. */
export function writeTargetSettings(
  orm: BetterSQLite3Database,
  { savedBy, settings, ...edition }: SavedSettings,
): boolean {
  const row = { savedById: savedBy.id, savedByName: savedBy.name, ...edition };
  const { changes } = orm
    .insert(editions)
    .values({ ...row, settings: JSON.stringify(settings) })
    .onConflictDoNothing()
    .run();
  return changes === 1;
}

function editionOf(row: typeof editions.$inferSelect): SettingsEdition {
  const savedBy = { id: row.savedById, name: row.savedByName };
  const settings = targetSettings.parse(JSON.parse(row.settings));
  return { edition: row.edition, savedBy, savedAt: row.savedAt, settings };
}
