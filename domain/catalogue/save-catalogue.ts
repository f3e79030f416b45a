import * as z from 'zod/mini';
import type { Actor } from '../actor.ts';
import { refuseShape } from '../refuse-shape.ts';
import type { Refusal } from '../result.ts';
import { refuse } from '../result.ts';
import { note, uuid } from '../spell/commands/shape.ts';
import { inWords } from '../spell/parse-command.ts';
import type { Instant } from '../time.ts';
import { formatInstant } from '../time.ts';
import type { CatalogueContent } from './catalogue-content.ts';
import { entryFields, setFields, setKey, taskType } from './catalogue-content.ts';
import { contentAfter, thingIn } from './content-after.ts';
import type { CatalogueEdition, EditionDraft, Follow } from './edition.ts';
import { mayEditCatalogue, mayLetTasksFollow } from './who-may-edit.ts';

const number = z.int().check(z.gte(1));

/** One thing of the catalogue that somebody changes. */
export const catalogueChange = z.discriminatedUnion('kind', [
  z.extend(entryFields, { kind: z.literal('type'), taskType }),
  z.extend(entryFields, { kind: z.literal('new_type') }),
  z.extend(setFields, { kind: z.literal('set'), key: setKey }),
  z.extend(setFields, { kind: z.literal('new_set') }),
  z.strictObject({ kind: z.literal('remove_set'), key: setKey }),
  z.strictObject({ kind: z.literal('restore'), number }),
]);
export type CatalogueChange = z.infer<typeof catalogueChange>;

export const saveCatalogue = z.strictObject({
  id: uuid,
  type: z.literal('SaveCatalogue'),
  /** The number of the edition that was on screen. */
  seenVersion: number,
  change: catalogueChange,
  /** What open tasks of the types that change are to follow; they keep what they have otherwise. */
  follow: z._default(z.strictObject({ targets: z.boolean(), owners: z.boolean() }), {
    targets: false,
    owners: false,
  }),
  note,
});
export type SaveCatalogue = z.infer<typeof saveCatalogue>;

/** The command from whatever arrived, or INVALID with a sentence for each field of its form. */
export function parseSaveCatalogue(body: unknown): { ok: true; command: SaveCatalogue } | Refusal {
  const parsed = saveCatalogue.safeParse(body, { error: inWords });
  if (parsed.success) return { ok: true, command: parsed.data };
  return refuseShape(parsed.error.issues, fieldAt, 'This change is not complete');
}

/** `change.target.hours` is the field `amount`; what is wrong in a list is wrong with the list. */
function fieldAt(path: readonly PropertyKey[]): string {
  const names = path.map(String).filter((name) => name !== 'change');
  if (names[0] === 'target') return names.length > 1 && names[1] !== 'kind' ? 'amount' : 'target';
  return names[0] ?? 'command';
}

/** A draft, or null where the catalogue says so already. */
export type SaveDecision = { ok: true; draft: EditionDraft | null } | Refusal;

/**
 * The edition that follows from one change (handbook 5). Refused to those who may not edit, where
 * somebody changed the same thing after this person saw it, and where the catalogue would not be
 * one that people and rules can count on (`contentAfter` says which).
 */
export function decideSaveCatalogue(
  editions: readonly CatalogueEdition[],
  command: SaveCatalogue,
  context: { actor: Actor; now: Instant; timeZone: string },
): SaveDecision {
  const { actor, now } = context;
  if (!mayEditCatalogue(actor)) {
    return refuse('NOT_ALLOWED', 'Only the hub and administrators edit the catalogue.');
  }
  const isFollowed = command.follow.targets || command.follow.owners;
  if (isFollowed && !mayLetTasksFollow(actor)) {
    return refuse('NOT_ALLOWED', 'Only the hub changes open tasks. Save without that.');
  }
  const current = editions.at(-1);
  const seen = editions.find((edition) => edition.number === command.seenVersion);
  if (current === undefined || seen === undefined) {
    return refuse('INVALID', 'This edition of the catalogue is not there. Open the page again.');
  }
  const result = contentAfter(editions, current.content, command);
  if (!result.ok) return result;
  const { content } = result;
  if (isSame(content, current.content)) return { ok: true, draft: null };
  const moved = refuseIfMoved(editions, seen, command.change, context.timeZone);
  if (moved !== null) return moved;
  const { id, name, role, organisation } = actor;
  const draft: EditionDraft = {
    ...{ number: current.number + 1, content, commandId: command.id },
    note: command.note === undefined || command.note === '' ? null : command.note,
    follow: isFollowed
      ? { ...command.follow, types: changedTypes(current.content, content) }
      : null,
    saved: { at: now, by: { id, name }, role, organisation },
  };
  return { ok: true, draft };
}

/** The types that have another target or owner; what open tasks could follow. */
export function changedTypes(before: CatalogueContent, after: CatalogueContent): Follow['types'] {
  return after.types
    .filter((entry) => {
      const old = before.types.find(({ type }) => type === entry.type);
      return old !== undefined && !(isSame(old.target, entry.target) && old.owner === entry.owner);
    })
    .map(({ type }) => type);
}

/** Only a change of that very thing is a conflict; going back to an edition is about everything. */
function refuseIfMoved(
  editions: readonly CatalogueEdition[],
  seen: CatalogueEdition,
  change: CatalogueChange,
  timeZone: string,
): Refusal | null {
  const thing = (edition: CatalogueEdition) => thingIn(edition.content, change);
  const moved = editions.findLast((edition, index) => {
    const before = editions[index - 1];
    return (
      edition.number > seen.number && before !== undefined && !isSame(thing(before), thing(edition))
    );
  });
  const last = editions.at(-1);
  if (moved === undefined || last === undefined || isSame(thing(seen), thing(last))) return null;
  const by = moved.saved?.by ?? null;
  const at = moved.saved?.at ?? null;
  const when = at === null ? '' : ` (${formatInstant(at, timeZone)})`;
  return refuse(
    'CONFLICT',
    `${by?.name ?? 'Somebody'} changed this${when} after you opened it. Look at what it says now, then save again.`,
    { current: { field: 'catalogue', value: String(last.number), by, at } },
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** The number of the edition that holds now. */
export type CatalogueAnswer = { ok: true; number: number } | Refusal;
