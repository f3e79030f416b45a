import { describe, expect, it } from 'vitest';
import type { BoardOutcome, Since } from '../../../../app/realtime/board-api.ts';
import { createBoardSync } from '../../../../app/realtime/board-sync.ts';
import { createConnectionWatch } from '../../../../app/realtime/connection-watch.ts';
import { createBoardStore } from '../../../../app/stores/board-store.ts';
import { createConnectionStore } from '../../../../app/stores/connection-store.ts';
import type { BoardAnswer, Hello } from '../../../../domain/protocol.ts';
import { digestOf } from '../../../../domain/protocol.ts';
import { EPOCH, KEY, aBoardAnswer, aBoardStart, aCard } from '../../../factories/board.ts';
import { NOW, TODAY } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';
import { fakeAnswers, fakeSocket, fakeTimers } from './fakes.ts';

function aHello(changes: Partial<Hello> = {}): Hello {
  return { protocol: 1, epoch: EPOCH, key: KEY, seq: 100, asOfDay: TODAY, ...changes };
}

function startSync() {
  const timers = fakeTimers();
  const socket = fakeSocket();
  const board = fakeAnswers<Since | null, BoardOutcome>();
  let mismatched = 0;
  const store = createBoardStore(aBoardStart([aCard(1)]));
  const connection = createConnectionStore(NOW);
  const signedOut: string[] = [];
  const watch = createConnectionWatch({
    store: connection,
    now: timers.now,
    after: timers.after,
    reconnect: () => {},
  });
  const sync = createBoardSync({
    ...{ store, connection, watch, socket, after: timers.after },
    api: {
      board: (since, isMismatch) => {
        if (isMismatch === true) mismatched += 1;
        return board.ask(since);
      },
    },
    random: () => 0.5,
    onSignedOut: ({ message }) => signedOut.push(message),
  });
  sync.start();
  const answer = (changes: Partial<BoardAnswer>) =>
    board.answer({ kind: 'answered', answer: aBoardAnswer(changes) });
  const shownIds = () => [...store.getState().shown.keys()];
  return {
    ...{ timers, socket, board, store, connection, signedOut, sync, answer, shownIds },
    mismatched: () => mismatched,
  };
}

/** Live, with patients 1 and 2, at seq 100. */
async function liveSync() {
  const live = startSync();
  await live.answer({ cards: [aCard(1), aCard(2)] });
  live.socket.hear().hello(aHello());
  return live;
}

describe('starting', () => {
  it('takes the snapshot, then connects, and is live once both agree', async () => {
    const { board, socket, answer, connection, shownIds } = startSync();
    expect(board.asked).toEqual([null]);
    expect(socket.isConnected()).toBe(false);
    await answer({ cards: [aCard(1), aCard(2)] });
    expect(shownIds()).toEqual([idOf(1), idOf(2)]);
    expect(connection.getState().state).toBe('reconnecting');
    socket.hear().hello(aHello());
    expect(connection.getState()).toMatchObject({ state: 'live', hasBeenLive: true });
    expect(board.asked).toHaveLength(1);
  });

  it('asks again, later and later, while the server cannot answer', async () => {
    const { board, timers, answer, shownIds } = startSync();
    await board.answer({ kind: 'later' });
    await timers.pass(374);
    expect(board.asked).toHaveLength(1);
    await timers.pass(1);
    await board.answer({ kind: 'later' });
    await timers.pass(749);
    expect(board.asked).toHaveLength(2);
    await timers.pass(1);
    await answer({ cards: [aCard(5)] });
    expect(shownIds()).toEqual([idOf(5)]);
  });

  it('says so when nobody is signed in any more', async () => {
    const { board, signedOut } = startSync();
    await board.answer({ kind: 'signed_out', why: { message: 'Sign in again.' } });
    expect(signedOut).toEqual(['Sign in again.']);
  });

  it('asks for a new page when the server speaks another protocol', async () => {
    const { socket, connection } = await liveSync();
    socket.hear().hello(aHello({ protocol: 99 }));
    expect(connection.getState().isOutdated).toBe(true);
  });
});

describe('after a gap', () => {
  it('fetches what was missed, and shows news meanwhile without moving the cursor', async () => {
    const { board, socket, store, answer, shownIds } = await liveSync();
    socket.hear().lost();
    socket.hear().hello(aHello({ seq: 110 }));
    expect(board.asked.at(-1)).toEqual({ seq: 100, epoch: EPOCH, key: KEY });
    socket.hear()['board:changes']({ seq: 112, cards: [aCard(4, { seq: 112 })], removed: [] });
    expect(shownIds()).toContain(idOf(4));
    expect(store.getState().cursor).toBe(100);
    await answer({
      reset: false,
      seq: 111,
      cards: [aCard(3, { seq: 105 })],
      removed: [{ id: idOf(1), seq: 107 }],
    });
    expect(shownIds().sort()).toEqual([idOf(2), idOf(3), idOf(4)]);
    expect(store.getState().cursor).toBe(112);
  });

  it('is not live until it has caught up, and says how old the board is', async () => {
    const { socket, connection, answer, timers } = await liveSync();
    await timers.pass(60_000);
    socket.hear().lost();
    expect(connection.getState()).toMatchObject({ state: 'reconnecting', lastHeardAt: NOW });
    socket.hear().hello(aHello({ seq: 110 }));
    expect(connection.getState().state).toBe('reconnecting');
    await answer({ reset: false, seq: 110 });
    expect(connection.getState()).toMatchObject({
      state: 'live',
      lastHeardAt: '2026-11-22T09:01:00.000Z',
    });
  });

  it('a late answer does not undo newer news', async () => {
    const { socket, store, answer } = await liveSync();
    socket.hear().hello(aHello({ seq: 110 }));
    socket.hear()['board:changes']({ seq: 112, cards: [], removed: [{ id: idOf(1), seq: 112 }] });
    await answer({ reset: false, seq: 111, cards: [aCard(1, { seq: 109 })] });
    expect(store.getState().shown.has(idOf(1))).toBe(false);
  });

  it.each([
    ['epoch', { epoch: 'epoch-2' }, false],
    ['audience', { key: 'ward:lri-23' }, true],
  ])(
    'another %s drops everything at once and takes the snapshot',
    async (_what, changes, isOtherScope) => {
      const { board, socket, answer, shownIds, store, connection } = await liveSync();
      socket.hear().hello(aHello({ ...changes, seq: 5 }));
      expect(shownIds()).toEqual([]);
      expect(board.asked.at(-1)).toBeNull();
      await answer({ ...changes, seq: 5, cards: [aCard(9)] });
      expect(shownIds()).toEqual([idOf(9)]);
      expect(store.getState()).toMatchObject({ ...changes, cursor: 5 });
      // What the page knows of its person, and shows them to do, comes with the page.
      expect(connection.getState().isOtherScope).toBe(isOtherScope);
    },
  );

  it('an answer asked for before the connection does not join up with what is heard on it', async () => {
    const { socket, board, answer, store } = await liveSync();
    socket.hear().hello(aHello({ seq: 103 }));
    // The connection goes and comes back while the answer, as far as 104, is still on its way.
    socket.hear().lost();
    socket.hear().hello(aHello({ seq: 110 }));
    socket.hear()['board:changes']({ seq: 112, cards: [aCard(3, { seq: 112 })], removed: [] });
    await answer({ reset: false, seq: 104, cards: [] });
    expect(store.getState().cursor).toBe(104);
    expect(board.asked.at(-1)).toMatchObject({ seq: 104 });
    await answer({ reset: false, seq: 112, cards: [aCard(2, { seq: 108 })] });
    expect(store.getState().cursor).toBe(112);
  });

  it('an answer about the board that was dropped meanwhile is not shown', async () => {
    const { socket, answer, shownIds } = await liveSync();
    socket.hear().hello(aHello({ seq: 110 }));
    socket.hear().hello(aHello({ epoch: 'epoch-2', seq: 5 }));
    await answer({ reset: false, seq: 110, cards: [aCard(3)] });
    expect(shownIds()).toEqual([]);
    await answer({ epoch: 'epoch-2', seq: 5, cards: [aCard(9)] });
    expect(shownIds()).toEqual([idOf(9)]);
  });
});

describe('the head', () => {
  const held = [aCard(1), aCard(2)];

  it('asks for nothing while what is held is what should be', async () => {
    const { socket, board, connection } = await liveSync();
    socket.hear().head({ seq: 104, digest: digestOf(held) });
    expect(board.asked).toHaveLength(1);
    expect(connection.getState().digestMismatches).toBe(0);
  });

  it('counts a mismatch and takes the snapshot', async () => {
    const { socket, board, connection, answer, shownIds, mismatched } = await liveSync();
    expect(mismatched()).toBe(0);
    socket.hear().head({ seq: 100, digest: digestOf([aCard(1)]) });
    expect(connection.getState().digestMismatches).toBe(1);
    expect(board.asked.at(-1)).toBeNull();
    // The server is told why, once.
    expect(mismatched()).toBe(1);
    await answer({ cards: [aCard(1)] });
    expect(shownIds()).toEqual([idOf(1)]);
    expect(connection.getState().state).toBe('live');
  });

  it('says nothing about somebody who already holds something newer', async () => {
    const { socket, board } = await liveSync();
    socket.hear()['board:changes']({ seq: 106, cards: [aCard(1, { seq: 106 })], removed: [] });
    socket.hear().head({ seq: 105, digest: digestOf(held) });
    expect(board.asked).toHaveLength(1);
  });
});

it('counts the days anew at midnight', async () => {
  const { socket, store } = await liveSync();
  socket.hear().day({ asOfDay: '2026-11-23' });
  expect(store.getState().shown.get(idOf(1))?.lengthOfStay).toBe(8);
});

describe('the connection', () => {
  it('is not live after a minute without a head, and offline if that lasts', async () => {
    const { connection, timers } = await liveSync();
    await timers.pass(59_999);
    expect(connection.getState().state).toBe('live');
    await timers.pass(1);
    expect(connection.getState().state).toBe('reconnecting');
    await timers.pass(30_000);
    expect(connection.getState()).toMatchObject({
      state: 'offline',
      lastHeardAt: NOW,
      since: '2026-11-22T09:01:00.000Z',
    });
  });

  it('waits for heads as long as the server says that they take', async () => {
    const { connection, timers, socket } = await liveSync();
    socket.hear().hello(aHello({ headIntervalMs: 100 }));
    await timers.pass(200);
    expect(connection.getState().state).toBe('reconnecting');
  });

  it('is not live while what was missed cannot be fetched', async () => {
    const { connection, board, socket } = await liveSync();
    socket.hear().hello(aHello({ seq: 110 }));
    await board.answer({ kind: 'later' });
    expect(connection.getState().state).toBe('reconnecting');
  });

  it('says that the server is starting again until it is heard of', async () => {
    const { connection, socket } = await liveSync();
    socket.hear().closing();
    socket.hear().lost();
    expect(connection.getState()).toMatchObject({ state: 'reconnecting', isRestarting: true });
    socket.hear().hello(aHello());
    expect(connection.getState()).toMatchObject({ state: 'live', isRestarting: false });
  });

  it('is over for somebody whom the server does not know any more', async () => {
    const { socket, signedOut } = await liveSync();
    socket.hear().notSignedIn({ message: 'You are signed out. Sign in again.' });
    expect(signedOut).toEqual(['You are signed out. Sign in again.']);
  });

  it('stays live as long as something is heard', async () => {
    const { connection, timers, socket } = await liveSync();
    for (let heads = 0; heads < 5; heads += 1) {
      await timers.pass(30_000);
      socket.hear().head({ seq: 100, digest: digestOf([aCard(1), aCard(2)]) });
    }
    expect(connection.getState().state).toBe('live');
  });
});

describe('when a scope has changed', () => {
  it('an answer that says so ends the socket, which still tells what could be seen before', async () => {
    const { socket, answer, store, shownIds } = await liveSync();
    socket.hear().lost();
    socket.hear().hello(aHello({ seq: 110 }));
    await answer({ reset: true, key: 'ward:gh-24', seq: 110, cards: [aCard(7)] });
    expect(shownIds()).toEqual([idOf(7)]);
    expect(store.getState().key).toBe('ward:gh-24');
    expect(socket.reconnections()).toBe(1);
    // The same audience again is no reason to connect again.
    socket.hear().hello(aHello({ key: 'ward:gh-24', seq: 120 }));
    await answer({ reset: false, key: 'ward:gh-24', seq: 120 });
    expect(socket.reconnections()).toBe(1);
  });
});

describe('when the database was put back to an earlier copy', () => {
  it('what was heard before does not count as held', async () => {
    const { board, socket, answer, store } = await liveSync();
    socket.hear().lost();
    socket.hear().hello(aHello({ seq: 110 }));
    socket.hear()['board:changes']({ seq: 112, cards: [aCard(4, { seq: 112 })], removed: [] });
    await answer({ reset: true, epoch: 'after-the-restore', seq: 90, cards: [aCard(1)] });
    expect(store.getState()).toMatchObject({ epoch: 'after-the-restore', cursor: 90 });
    socket.hear().lost();
    socket.hear().hello(aHello({ epoch: 'after-the-restore', seq: 95 }));
    expect(board.asked.at(-1)).toEqual({ seq: 90, epoch: 'after-the-restore', key: KEY });
  });
});
