import type { Refusal } from '../result.ts';
import { refuse, ruleBroken } from '../result.ts';
import type { CatalogueEntry, TaskSet } from '../tasks/catalogue.ts';
import type { OwnTaskType } from '../tasks/task-types.ts';
import { isOwnTaskType } from '../tasks/task-types.ts';
import type { CatalogueContent } from './catalogue-content.ts';
import type { CatalogueEdition } from './edition.ts';
import type { CatalogueChange } from './save-catalogue.ts';

export type ContentResult = { ok: true; content: CatalogueContent } | Refusal;

const NOT_THERE = refuse('NOT_FOUND', 'This is not in the catalogue any more.');

/**
 * What the catalogue says after a change. No type is ever taken away: going back to an edition from
 * before a type was made keeps it, no longer offered. Refused: two types or two sets of one name, a
 * capacity reason that is not one, finding the council by others than the hub (nobody else sees
 * those patients), and a set of tasks that are not offered.
 */
export function contentAfter(
  editions: readonly CatalogueEdition[],
  content: CatalogueContent,
  { change }: { change: CatalogueChange },
): ContentResult {
  switch (change.kind) {
    case 'type': {
      const { kind: _kind, taskType: type, ...fields } = change;
      if (!content.types.some((entry) => entry.type === type)) return NOT_THERE;
      return withEntry(content, { type, ...fields });
    }
    case 'new_type': {
      const { kind: _kind, ...fields } = change;
      const type = ownTypeFor(fields.name, content);
      if (type === null) return ruleBroken('Use letters or numbers in the name.', 'name');
      return withEntry(content, { type, ...fields });
    }
    case 'set': {
      const { key, name, tasks } = change;
      if (!content.sets.some((set) => set.key === key)) return NOT_THERE;
      return withSet(content, { key, name, tasks });
    }
    case 'new_set': {
      const key = keyFor(
        change.name,
        content.sets.map((set) => set.key),
      );
      if (key === null) return ruleBroken('Use letters or numbers in the name.', 'name');
      return withSet(content, { key, name: change.name, tasks: change.tasks });
    }
    case 'remove_set': {
      const sets = content.sets.filter(({ key }) => key !== change.key);
      return { ok: true, content: { ...content, sets } };
    }
    case 'restore': {
      const earlier = editions.find((edition) => edition.number === change.number);
      return earlier === undefined
        ? NOT_THERE
        : { ok: true, content: restored(earlier.content, content) };
    }
    default:
      return change satisfies never;
  }
}

/** What a change is about, as a content has it: the very thing that two people may both change. */
export function thingIn(content: CatalogueContent, change: CatalogueChange): unknown {
  switch (change.kind) {
    case 'type':
      return content.types.find(({ type }) => type === change.taskType);
    case 'set':
    case 'remove_set':
      return content.sets.find(({ key }) => key === change.key);
    case 'new_type':
    case 'new_set':
      return null;
    case 'restore':
      return content;
    default:
      return change satisfies never;
  }
}

function withEntry(content: CatalogueContent, entry: CatalogueEntry): ContentResult {
  const { capacityReason, processReason, owner, type } = entry;
  if (isTaken(content.types, entry, (one) => one.type)) return nameTaken('task', entry.name);
  if (capacityReason !== null && !capacityReason.startsWith('C')) {
    return ruleBroken('Choose a reason from the capacity group.', 'capacityReason');
  }
  if (type === 'find_council' && owner !== 'hub') {
    return ruleBroken(
      'Finding the council stays with the hub: nobody else sees these patients.',
      'owner',
    );
  }
  const kept = {
    ...entry,
    capacityReason: capacityReason === processReason ? null : capacityReason,
  };
  return { ok: true, content: { ...content, types: put(content.types, kept, (one) => one.type) } };
}

function withSet(content: CatalogueContent, set: TaskSet): ContentResult {
  if (isTaken(content.sets, set, (one) => one.key)) return nameTaken('set', set.name);
  const types = set.tasks.map(({ type }) => type);
  if (new Set(types).size < types.length) {
    return ruleBroken('Each task stands in a set once.', 'tasks');
  }
  const offered = new Set(
    content.types.filter(({ isOffered }) => isOffered).map(({ type }) => type),
  );
  if (!types.every((type) => offered.has(type))) {
    return ruleBroken('A task of this set is not offered any more. Take it out.', 'tasks');
  }
  return { ok: true, content: { ...content, sets: put(content.sets, set, (one) => one.key) } };
}

/** An earlier content, with the types that were made since, no longer offered. */
function restored(earlier: CatalogueContent, current: CatalogueContent): CatalogueContent {
  const known = new Set(earlier.types.map(({ type }) => type));
  const since = current.types
    .filter(({ type }) => !known.has(type))
    .map((entry) => ({ ...entry, isOffered: false }));
  return { types: [...earlier.types, ...since], sets: earlier.sets };
}

/** In its place, or at the end. */
function put<T>(things: readonly T[], thing: T, keyOf: (one: T) => string): T[] {
  const isKnown = things.some((one) => keyOf(one) === keyOf(thing));
  return isKnown
    ? things.map((one) => (keyOf(one) === keyOf(thing) ? thing : one))
    : [...things, thing];
}

function isTaken<T extends { name: string }>(
  things: readonly T[],
  thing: T,
  keyOf: (one: T) => string,
): boolean {
  const name = thing.name.toLowerCase();
  return things.some((one) => keyOf(one) !== keyOf(thing) && one.name.toLowerCase() === name);
}

function nameTaken(what: 'task' | 'set', name: string): Refusal {
  return ruleBroken(`There is a ${what} called “${name}” already.`, 'name');
}

/** The key of a type that a hub makes: from its first name, once; it never changes. */
function ownTypeFor(name: string, { types }: CatalogueContent): OwnTaskType | null {
  const key = keyFor(
    name,
    types.map(({ type }) => type.replace(/^own_/, '')),
  );
  const type = `own_${key ?? ''}`;
  return isOwnTaskType(type) ? type : null;
}

const LONGEST_KEY = 40;

function keyFor(name: string, taken: readonly string[]): string | null {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST_KEY)
    .replaceAll(/^_+|_+$/g, '');
  if (words === '') return null;
  const free = [words, ...taken.map((_, index) => `${words}_${index + 2}`)];
  return free.find((key) => !taken.includes(key)) ?? null;
}
