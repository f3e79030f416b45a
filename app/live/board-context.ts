import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { BoardApi } from '../realtime/board-api.ts';
import type { BoardState, BoardStore } from '../stores/board-store.ts';
import type { Connection, ConnectionStore } from '../stores/connection-store.ts';
import type { HubClock } from './hub-clock.ts';

/** What every part of a live page may use; nothing in it changes while the page lives. */
export type LiveBoard = {
  store: BoardStore;
  connection: ConnectionStore;
  api: BoardApi;
  now: HubClock;
  newId: () => string;
  send: (command: SpellCommandInput) => void;
  dismiss: (commandId: string) => void;
  /** Tells the others whose plan is open here, and which part of it is being written in. */
  view: (spellId: string | null, editing?: PlanPart | null) => void;
  /** After signing in again: goes on where it stopped. */
  resume: () => void;
};

/** Given by `board-provider.tsx`. */
export const BoardContext = createContext<LiveBoard | null>(null);

export function useLiveBoard(): LiveBoard {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('Part of a live page was rendered outside of BoardProvider');
  return board;
}

export function useBoardState<T>(select: (state: BoardState) => T): T {
  return useStore(useLiveBoard().store, select);
}

export function useConnection<T>(select: (connection: Connection) => T): T {
  return useStore(useLiveBoard().connection, select);
}
