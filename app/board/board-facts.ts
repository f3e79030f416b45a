import { createContext, useContext } from 'react';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { FirstScreen } from './first-screen.ts';
import { settablePathways } from './move-choices.ts';
import type { SeenCards } from './seen-cards.ts';
import { createSeenCards } from './seen-cards.ts';

/** What a reader's role and wards make of their board, and what of it they have seen. */
export type BoardFacts = {
  settable: readonly Pathway[];
  /** Whether patients of more than one hospital can be on this board. */
  hasManySites: boolean;
  seen: SeenCards;
  /** The page that this board is on: the live one, or one of the past. */
  page: BoardPaths;
};

/** Where the choices of a board lead, and its patients' plans. */
export type BoardPaths = { path: string; planPath: (spellId: string) => string };

const LIVE: BoardPaths = {
  path: '/board',
  planPath: (spellId) => `/spells/${spellId}`,
};

export function boardFacts(
  { me, lookups }: Pick<FirstScreen, 'me' | 'lookups'>,
  cursorNow: () => number | null,
): BoardFacts {
  // A ward coordinator's wards are known; everyone else may meet patients of any hospital.
  const wards = lookups.wards.filter(({ id }) => me.role !== 'ward' || me.wardIds.includes(id));
  return {
    settable: settablePathways(me),
    hasManySites: new Set(wards.map(({ siteId }) => siteId)).size > 1,
    seen: createSeenCards(cursorNow),
    page: LIVE,
  };
}

/** A board of the past: nothing on it moves, and nothing is news. */
export function pastFacts(
  first: Pick<FirstScreen, 'me' | 'lookups'>,
  page: BoardPaths,
): BoardFacts {
  return { ...boardFacts(first, () => null), settable: [], page };
}

const FactsContext = createContext<BoardFacts | null>(null);

export const BoardFactsProvider = FactsContext.Provider;

export function useBoardFacts(): BoardFacts {
  const facts = useContext(FactsContext);
  if (facts === null) throw new Error('Part of a board was rendered outside of BoardPage');
  return facts;
}
