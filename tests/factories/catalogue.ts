import fc from 'fast-check';
import type { CatalogueContent } from '../../domain/catalogue/catalogue-content.ts';
import { DEFAULT_CONTENT } from '../../domain/catalogue/default-content.ts';
import type { CatalogueEdition, EditionDraft } from '../../domain/catalogue/edition.ts';
import type { CatalogueEntry, TaskTarget } from '../../domain/tasks/catalogue.ts';
import type { TaskType } from '../../domain/tasks/task-types.ts';
import { TASK_OWNERS, TASK_TYPES } from '../../domain/tasks/task-types.ts';
import { hubManager } from './actor.ts';
import { NOW } from './clock.ts';
import { idOf } from './ids.ts';

type SavedEdition = EditionDraft & Pick<CatalogueEdition, 'followed'>;

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

const targets: fc.Arbitrary<TaskTarget> = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((hours) => ({ kind: 'hours' as const, hours })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ kind: 'days' as const, days })),
  fc.integer({ min: 1, max: 60 }).map((days) => ({ kind: 'working_days' as const, days })),
  fc.constantFrom({ kind: 'same_day' as const }, { kind: 'day_before' as const }),
);

const changes = fc.record({
  owner: fc.constantFrom(...TASK_OWNERS),
  target: targets,
  isOffered: fc.boolean(),
  processReason: fc.constantFrom('H1' as const, 'W2' as const, 'I2' as const, 'C9' as const),
});

/** Catalogues that hubs may come to: some types edited, one of their own, other sets. */
export const catalogues: fc.Arbitrary<CatalogueContent> = fc
  .record({
    edited: fc.dictionary(fc.constantFrom(...TASK_TYPES), changes, { maxKeys: 20 }),
    own: fc.option(changes, { nil: null }),
    sets: fc.array(
      fc.subarray([...TASK_TYPES, 'own_taxi' as const], { minLength: 1, maxLength: 8 }),
    ),
  })
  .map(({ edited, own, sets }) => ({
    types: [
      ...DEFAULT_CONTENT.types.map((entry) => ({ ...entry, ...edited[entry.type] })),
      ...(own === null
        ? []
        : [{ ...own, type: 'own_taxi' as const, name: 'Taxi', capacityReason: null }]),
    ],
    sets: DEFAULT_CONTENT.sets.map((set, index) => ({
      ...set,
      tasks: (sets[index] ?? []).map((type) => ({ type, blocking: index % 2 === 0 })),
    })),
  }));
