import type { ActorRef, ActorRole } from '../../domain/actor.ts';
import type { Viewer } from '../../domain/protocol.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import { isPartOfPlan } from '../../domain/spell/plan-parts.ts';

/** What a connection looks at, and where in it its person is writing. */
export type View = { spellId: string; editing?: PlanPart | undefined };

/** Who has which stay open, by connection. Kept in memory: it ends with the connection. */
export type PresenceBook = {
  /** Notes what a connection looks at now (null: nothing); returns the stays of which that is news. */
  view(connectionId: string, person: ActorRef, view: View | null): string[];
  leave(connectionId: string): string[];
  /** Each person once, however many windows they have open, as somebody of a role is told. */
  viewers(spellId: string, reader: ActorRole): Viewer[];
  viewedSpells(): Iterable<string>;
};

export function createPresenceBook(): PresenceBook {
  const viewOf = new Map<string, View>();
  const viewersOf = new Map<string, Map<string, ActorRef & Pick<View, 'editing'>>>();

  function leave(connectionId: string): string[] {
    const view = viewOf.get(connectionId);
    if (view === undefined) return [];
    viewOf.delete(connectionId);
    const viewers = viewersOf.get(view.spellId);
    viewers?.delete(connectionId);
    if (viewers?.size === 0) viewersOf.delete(view.spellId);
    return [view.spellId];
  }

  return {
    view(connectionId, { id, name }, view) {
      const before = viewOf.get(connectionId);
      if (before?.spellId === view?.spellId && before?.editing === view?.editing) return [];
      const left = leave(connectionId);
      if (view === null) return left;
      const { spellId, editing } = view;
      viewOf.set(connectionId, { spellId, editing });
      const viewers = viewersOf.get(spellId) ?? new Map<string, ActorRef & Pick<View, 'editing'>>();
      viewersOf.set(spellId, viewers.set(connectionId, { id, name, editing }));
      return [...new Set([...left, spellId])];
    },
    leave,
    viewers(spellId, reader) {
      const people = new Map<string, Viewer>();
      for (const { id, name, editing } of viewersOf.get(spellId)?.values() ?? []) {
        // The window in which somebody writes says more than the others.
        if (editing !== undefined && isPartOfPlan(reader, editing)) {
          people.set(id, { id, name, editing });
        } else if (!people.has(id)) people.set(id, { id, name });
      }
      return [...people.values()];
    },
    viewedSpells: () => viewersOf.keys(),
  };
}
