import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type {
  BoardAnswer,
  BoardChanges,
  CommandAnswer,
  Lookups,
  Me,
  Presence,
  Removal,
  Viewer,
} from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Card } from '../../domain/spell/card.ts';
import { rederive } from '../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { PendingCommand } from './overlay.ts';
import { foreseeAll, spellIdOf } from './overlay.ts';

export type RefusedCommand = { command: SpellCommandInput; refusal: Refusal };

/**
 * One page's board: what the server confirmed, and what is on its way laid over it. Changed only by
 * the functions below, which are pure.
 */
export type BoardState = {
  me: Me;
  timeZone: string;
  epoch: string;
  key: string;
  /** Everything up to here is held; null while only a part of the board is. */
  cursor: number | null;
  asOfDay: CalendarDay;
  lookups: Lookups;
  confirmed: ReadonlyMap<string, Card>;
  /** Stays that left sight, by the seq that took them out, so that late news cannot bring them back. */
  removals: ReadonlyMap<string, number>;
  pending: readonly PendingCommand[];
  refusals: readonly RefusedCommand[];
  viewers: ReadonlyMap<string, readonly Viewer[]>;
  /** What the screen shows: each confirmed card, foreseen where something is pending. */
  shown: ReadonlyMap<string, Card>;
};

export type BoardStore = StoreApi<BoardState>;

export type BoardStart = Pick<
  BoardState,
  'me' | 'timeZone' | 'epoch' | 'key' | 'asOfDay' | 'lookups'
> & { cards: readonly Card[] };

export function createBoardStore(start: BoardStart): BoardStore {
  return createStore<BoardState>(() => startState(start));
}

export function startState({ cards, ...start }: BoardStart): BoardState {
  const confirmed = new Map(cards.map((card) => [card.id, card]));
  return {
    ...start,
    cursor: null,
    confirmed,
    removals: new Map(),
    pending: [],
    refusals: [],
    viewers: new Map(),
    shown: confirmed,
  };
}

/** Forgets every card: what follows belongs to another epoch, or to another audience. */
export function startAgain(
  state: BoardState,
  { epoch, key }: Pick<BoardState, 'epoch' | 'key'>,
): BoardState {
  const nothing = new Map<string, Card>();
  return {
    ...state,
    epoch,
    key,
    cursor: null,
    confirmed: nothing,
    removals: new Map(),
    shown: nothing,
  };
}

/** The whole board. What was heard since the snapshot was taken stays. */
export function applySnapshot(state: BoardState, answer: BoardAnswer): BoardState {
  const { epoch, key, seq, asOfDay, lookups, cards } = answer;
  const isSameBoard = epoch === state.epoch && key === state.key;
  const fresh = {
    ...state,
    epoch,
    key,
    asOfDay,
    lookups,
    cursor: isSameBoard ? Math.max(seq, state.cursor ?? 0) : seq,
    confirmed: new Map(cards.map((card) => [card.id, card])),
    removals: new Map<string, number>(),
  };
  const newer = isSameBoard ? newsAfter(state, seq) : { cards: [], removed: [] };
  const taken = showAll(takeIn(fresh, newer, seq).state);
  return isSameBoard ? applyLookups(taken, state.lookups) : taken;
}

/** What changed since the cursor, from the server's answer to "since". */
export function applyCatchUp(state: BoardState, answer: BoardAnswer): BoardState {
  if (answer.reset) return applySnapshot(state, answer);
  const caughtUp = applyChanges(state, answer);
  const { lookups, asOfDay } = answer;
  const named = applyLookups(caughtUp, lookups);
  return asOfDay === state.asOfDay ? named : applyDay(named, asOfDay);
}

/** News in order: nothing between the cursor and these changes was missed. */
export function applyChanges(state: BoardState, changes: BoardChanges): BoardState {
  return moveCursor(applyNews(state, changes), changes.seq);
}

/** News while something before it may be missing: the cursor waits for the catch-up. */
export function applyNews(state: BoardState, news: Omit<BoardChanges, 'seq'>): BoardState {
  const { state: after, touched } = takeIn(state, news);
  return touched.size === 0 ? state : show(after, touched);
}

export function moveCursor(state: BoardState, seq: number): BoardState {
  if (state.cursor === null || seq <= state.cursor) return state;
  return { ...state, cursor: seq };
}

/** The answer to a command: its overlay goes, and its card or its refusal comes. */
export function applyCommandAnswer(
  state: BoardState,
  command: SpellCommandInput,
  answer: CommandAnswer,
): BoardState {
  const spellId = spellIdOf(command);
  const pending = state.pending.filter((entry) => entry.command.id !== command.id);
  if (!answer.ok) {
    const others = state.refusals.filter((refused) => refused.command.id !== command.id);
    const refusals = [...others, { command, refusal: answer }];
    return show({ ...state, pending, refusals }, [spellId]);
  }
  const { card, seq } = answer;
  const news =
    card === null ? { cards: [], removed: [{ id: spellId, seq }] } : { cards: [card], removed: [] };
  return show(takeIn({ ...state, pending }, news).state, [spellId]);
}

/** Another day has begun: lengths of stay, delays and stages are derived again. */
export function applyDay(state: BoardState, asOfDay: CalendarDay): BoardState {
  const confirmed = new Map<string, Card>();
  for (const [id, card] of state.confirmed) confirmed.set(id, rederive(card, asOfDay));
  return showAll({ ...state, asOfDay, confirmed });
}

/**
 * Other names, or a later edition of the catalogue or the settings: reasons for delay follow from
 * it. What was sent before the editions that are held changes nothing.
 */
export function applyLookups(state: BoardState, lookups: Lookups): BoardState {
  const held = state.lookups;
  const isOlder = lookups.edition < held.edition || lookups.settingsEdition < held.settingsEdition;
  if (lookups.version === held.version || isOlder) return state;
  const { asOfDay, timeZone } = state;
  const reasons = { catalogue: lookups.catalogue, timeZone };
  const confirmed = new Map<string, Card>();
  for (const [id, card] of state.confirmed) confirmed.set(id, rederive(card, asOfDay, reasons));
  return showAll({ ...state, lookups, confirmed });
}

export function applyPresence(state: BoardState, { spellId, viewers }: Presence): BoardState {
  const all = new Map(state.viewers);
  if (viewers.length === 0) all.delete(spellId);
  else all.set(spellId, viewers);
  return { ...state, viewers: all };
}

export function enqueue(state: BoardState, command: SpellCommandInput, at: Instant): BoardState {
  if (state.pending.some((entry) => entry.command.id === command.id)) return state;
  const entry = { command, at, userId: state.me.id, state: 'waiting' } as const;
  return show({ ...state, pending: [...state.pending, entry] }, [spellIdOf(command)]);
}

export function markPending(
  state: BoardState,
  commandId: string,
  as: PendingCommand['state'],
): BoardState {
  const pending = state.pending.map((entry) =>
    entry.command.id === commandId ? { ...entry, state: as } : entry,
  );
  return { ...state, pending };
}

export function dismissRefusal(state: BoardState, commandId: string): BoardState {
  return {
    ...state,
    refusals: state.refusals.filter((refused) => refused.command.id !== commandId),
  };
}

/** True while something of this stay is not saved yet. */
export function isPending(state: BoardState, spellId: string): boolean {
  return state.pending.some(({ command }) => spellIdOf(command) === spellId);
}

type News = { cards: readonly Card[]; removed: readonly Removal[] };

/**
 * The newest by seq wins, card or removal, whatever the order of arrival. Of a stay that is not held
 * nothing up to `heldUpTo` is news: it has left sight since.
 */
function takeIn(state: BoardState, { cards, removed }: News, heldUpTo = state.cursor ?? -1) {
  const confirmed = new Map(state.confirmed);
  const removals = new Map(state.removals);
  const touched = new Set<string>();
  const heldSeq = (id: string) => confirmed.get(id)?.seq ?? removals.get(id) ?? heldUpTo;
  for (const card of cards) {
    if (card.seq <= heldSeq(card.id)) continue;
    confirmed.set(card.id, card);
    removals.delete(card.id);
    touched.add(card.id);
  }
  for (const { id, seq } of removed) {
    if (seq <= heldSeq(id)) continue;
    confirmed.delete(id);
    removals.set(id, seq);
    touched.add(id);
  }
  return { state: touched.size === 0 ? state : { ...state, confirmed, removals }, touched };
}

function newsAfter(state: BoardState, seq: number): News {
  return {
    cards: [...state.confirmed.values()].filter((card) => card.seq > seq),
    removed: [...state.removals]
      .filter(([, removedAt]) => removedAt > seq)
      .map(([id, removedAt]) => ({ id, seq: removedAt })),
  };
}

/** Shows again the stays that were touched, and only those: the other cards stay the same objects. */
function show(state: BoardState, spellIds: Iterable<string>): BoardState {
  const shown = new Map(state.shown);
  for (const id of spellIds) {
    const card = state.confirmed.get(id);
    if (card === undefined) shown.delete(id);
    else shown.set(id, overlaid(card, state));
  }
  return { ...state, shown };
}

function showAll(state: BoardState): BoardState {
  if (state.pending.length === 0) return { ...state, shown: state.confirmed };
  return show({ ...state, shown: new Map() }, state.confirmed.keys());
}

function overlaid(card: Card, { pending, lookups, ...state }: BoardState): Card {
  if (pending.length === 0) return card;
  return foreseeAll(card, pending, { ...state, ...lookups });
}
