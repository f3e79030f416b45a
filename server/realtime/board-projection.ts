import type { Actor, Audience } from '../../domain/actor.ts';
import type { BoardAnswer, Lookups, Removal } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { LoadedSpell, StoredEvent } from '../../db/store.ts';

/** The live board in memory: every stay on it, kept by the publisher, read by everyone. */
export type BoardProjection = {
  epoch: string;
  isDemo: boolean;
  lookups: Lookups;
  seq(): number;
  get(spellId: string): LoadedSpell | undefined;
  spells(): Iterable<LoadedSpell>;
  /** Takes in the next event; only the publisher calls it, in order. */
  apply(event: StoredEvent): Promise<void>;
  answer(reader: Audience, since?: { seq: number; epoch: string }): BoardAnswer;
  cards(reader: Audience): Card[];
  card(reader: Actor, spellId: string): Card | null;
  /** What an audience must be told about the stays that these events touched. */
  frame(reader: Audience, afterSeq: number): { cards: Card[]; removed: Removal[] };
  digest(reader: Audience): string;
};
