import type { ActorRef, ActorRole } from '../actor.ts';
import type { TaskType } from '../tasks/task-types.ts';
import type { Instant } from '../time.ts';
import type { CatalogueContent } from './catalogue-content.ts';

/** What of a new edition the open tasks of some types are to follow. */
export type Follow = { types: readonly TaskType[]; targets: boolean; owners: boolean };

/** The catalogue as somebody saved it, whole. An edition never changes. */
export type CatalogueEdition = {
  /** From 1, without gaps. */
  number: number;
  content: CatalogueContent;
  note: string | null;
  /** Null for the first, which stands from the beginning. */
  saved: { at: Instant; by: ActorRef; role: ActorRole; organisation: string } | null;
  commandId: string | null;
  follow: Follow | null;
  /** That the open tasks have followed it, and how many of them changed. */
  followed: { at: Instant; changed: number } | null;
};

/** An edition that somebody saves; its number is that of the one it follows on from, and one. */
export type EditionDraft = Pick<CatalogueEdition, 'number' | 'content' | 'note' | 'follow'> & {
  commandId: string;
  saved: NonNullable<CatalogueEdition['saved']>;
};
