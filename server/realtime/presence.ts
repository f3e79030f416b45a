import type { ActorRef } from '../../domain/actor.ts';

/** Who has which stay open, by connection. Kept in memory: it ends with the connection. */
export type PresenceBook = {
  /** Notes what a connection looks at now (null: nothing); returns the stays whose viewers changed. */
  view(connectionId: string, person: ActorRef, spellId: string | null): string[];
  leave(connectionId: string): string[];
  /** Each person once, however many windows they have open. */
  viewers(spellId: string): ActorRef[];
  viewedSpells(): Iterable<string>;
};

export function createPresenceBook(): PresenceBook {
  const spellOf = new Map<string, string>();
  const viewersOf = new Map<string, Map<string, ActorRef>>();

  function leave(connectionId: string): string[] {
    const spellId = spellOf.get(connectionId);
    if (spellId === undefined) return [];
    spellOf.delete(connectionId);
    const viewers = viewersOf.get(spellId);
    viewers?.delete(connectionId);
    if (viewers?.size === 0) viewersOf.delete(spellId);
    return [spellId];
  }

  return {
    view(connectionId, { id, name }, spellId) {
      if (spellOf.get(connectionId) === spellId) return [];
      const left = leave(connectionId);
      if (spellId === null) return left;
      spellOf.set(connectionId, spellId);
      const viewers = viewersOf.get(spellId) ?? new Map<string, ActorRef>();
      viewersOf.set(spellId, viewers.set(connectionId, { id, name }));
      return [...left, spellId];
    },
    leave,
    viewers(spellId) {
      const people = [...(viewersOf.get(spellId)?.values() ?? [])];
      return [...new Map(people.map((person) => [person.id, person])).values()];
    },
    viewedSpells: () => viewersOf.keys(),
  };
}
