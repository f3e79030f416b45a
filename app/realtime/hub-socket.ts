import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '../../domain/protocol.ts';
import type { After } from './timers.ts';
import { backoffMs } from './timers.ts';

export type HubSocketListeners = ServerToClientEvents & {
  /** The connection went, or could not be made. */
  lost: () => void;
};

/** What the board's sync needs of a socket; tests give it another. */
export type HubSocket = {
  connect: (listeners: HubSocketListeners) => void;
  /** Gives up a connection that has gone quiet and makes another. */
  reconnect: () => void;
  /** Says whose plan is open; said again after every reconnection. */
  view: (spellId: string | null) => void;
  close: () => void;
};

/** A connection to where the page came from. News only: it changes nothing but presence. */
export function createHubSocket(after: After, random: () => number): HubSocket {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({ autoConnect: false });
  let viewed: string | null = null;
  let refusals = 0;
  let cancelRetry = () => {};

  // The library tries again by itself, except after the server has said no.
  const retryIfRefused = () => {
    if (socket.active) return;
    cancelRetry();
    cancelRetry = after(backoffMs(refusals, random), () => socket.connect());
    refusals += 1;
  };

  return {
    connect({ lost, ...listeners }) {
      socket.on('hello', (hello) => {
        refusals = 0;
        listeners.hello(hello);
        if (viewed !== null) socket.emit('presence:view', { spellId: viewed });
      });
      socket.on('board:changes', listeners['board:changes']);
      socket.on('head', listeners.head);
      socket.on('day', listeners.day);
      socket.on('presence', listeners.presence);
      socket.on('session:ended', listeners['session:ended']);
      for (const event of ['disconnect', 'connect_error'] as const) {
        socket.on(event, () => {
          lost();
          retryIfRefused();
        });
      }
      socket.connect();
    },
    reconnect() {
      if (!socket.hasListeners('hello')) return;
      cancelRetry();
      socket.disconnect().connect();
    },
    view(spellId) {
      viewed = spellId;
      if (socket.connected) socket.emit('presence:view', { spellId });
    },
    close() {
      cancelRetry();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
