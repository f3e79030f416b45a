import type { NewEdition } from '../../db/store.ts';
import type { CatalogueContent } from '../../domain/catalogue/catalogue-content.ts';
import { DEFAULT_CONTENT } from '../../domain/catalogue/default-content.ts';
import type { CatalogueEdition } from '../../domain/catalogue/edition.ts';
import type { CatalogueEntry } from '../../domain/tasks/catalogue.ts';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import { hubManager } from './actor.ts';
import { NOW } from './clock.ts';
import { idOf } from './ids.ts';

type SavedEdition = NewEdition & Pick<CatalogueEdition, 'followed'>;

/** The first edition of a new hub. */
export function firstEdition(content: CatalogueContent = DEFAULT_CONTENT): CatalogueEdition {
  const none = { note: null, saved: null, commandId: null, follow: null, followed: null };
  return { number: 1, content, ...none };
}

/** A later one, saved by the hub manager; its command's id follows from its number. */
export function anEdition(number: number, changes: Partial<SavedEdition> = {}): SavedEdition {
  const { id, name, role, organisation } = hubManager();
  return {
    ...{ number, content: DEFAULT_CONTENT, note: null, follow: null, followed: null },
    commandId: idOf(9000 + number),
    saved: { at: NOW, by: { id, name }, role, organisation },
    ...changes,
  };
}

/** The same content with one type changed. */
export function withType(
  content: CatalogueContent,
  type: TaskType,
  changes: Partial<CatalogueEntry>,
): CatalogueContent {
  const types = content.types.map((entry) =>
    entry.type === type ? { ...entry, ...changes } : entry,
  );
  return { ...content, types };
}
