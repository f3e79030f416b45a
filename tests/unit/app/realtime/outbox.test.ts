import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../../app/realtime/board-api.ts';
import { createOutbox } from '../../../../app/realtime/outbox.ts';
import { createBoardStore, enqueue } from '../../../../app/stores/board-store.ts';
import { refuse } from '../../../../domain/result.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import { aBoardStart, aCard, setEdd } from '../../../factories/board.ts';
import { NOW } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';
import { fakeAnswers, fakeTimers } from './fakes.ts';

const first = setEdd(901, 1);
const second = setEdd(902, 2);

function anOutbox() {
  const timers = fakeTimers();
  const server = fakeAnswers<SpellCommandInput, SendOutcome>();
  const store = createBoardStore(aBoardStart([aCard(1), aCard(2)]));
  const signedOut: string[] = [];
  const outbox = createOutbox({
    store,
    api: { send: server.ask },
    after: timers.after,
    random: () => 0.5,
    onSignedOut: ({ message }) => signedOut.push(message),
  });
  outbox.start();
  const add = (command: SpellCommandInput) => {
    store.setState((state) => enqueue(state, command, NOW));
  };
  const accept = (patient: number, seq: number) =>
    server.answer({
      kind: 'answered',
      answer: { ok: true, seq, card: aCard(patient, { seq, edd: '2026-11-27' }) },
    });
  const sentIds = () => server.asked.map(({ id }) => id);
  return { timers, server, store, signedOut, outbox, add, accept, sentIds };
}

it('sends one at a time, in the order in which they were made', async () => {
  const { add, accept, sentIds, store } = anOutbox();
  add(first);
  add(second);
  expect(sentIds()).toEqual([first.id]);
  expect(store.getState().pending.map(({ state }) => state)).toEqual(['sending', 'waiting']);
  await accept(1, 101);
  expect(sentIds()).toEqual([first.id, second.id]);
  await accept(2, 102);
  expect(store.getState().pending).toEqual([]);
});

describe('when nothing answers', () => {
  it('tries again with the same id, and keeps the order', async () => {
    const { add, server, timers, sentIds, accept, store } = anOutbox();
    add(first);
    add(second);
    await server.answer({ kind: 'later' });
    expect(store.getState().pending.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(store.getState().shown.get(idOf(1))?.edd).toBe('2026-11-27');
    await timers.pass(375);
    await server.answer({ kind: 'later' });
    await timers.pass(750);
    expect(sentIds()).toEqual([first.id, first.id, first.id]);
    await accept(1, 101);
    expect(sentIds().at(-1)).toBe(second.id);
  });

  it('tries at once when there is a connection again', async () => {
    const { add, server, outbox, sentIds, timers } = anOutbox();
    add(first);
    await server.answer({ kind: 'later' });
    outbox.wake();
    expect(sentIds()).toEqual([first.id, first.id]);
    expect(timers.waitingCount()).toBe(0);
  });
});

it('keeps everything when the session has ended, and sends it after signing in again', async () => {
  const { add, server, outbox, signedOut, sentIds, store, timers } = anOutbox();
  add(first);
  await server.answer({ kind: 'signed_out', why: { message: 'Sign in again.' } });
  expect(signedOut).toEqual(['Sign in again.']);
  add(second);
  await timers.pass(600_000);
  outbox.wake();
  expect(sentIds()).toEqual([first.id]);
  expect(store.getState().pending).toHaveLength(2);
  outbox.start();
  expect(sentIds()).toEqual([first.id, first.id]);
});

it('gives a refusal back and goes on with the next', async () => {
  const { add, server, store, sentIds } = anOutbox();
  add(first);
  add(second);
  const refusal = refuse('CONFLICT', 'Priya set 26 Nov two minutes ago.');
  await server.answer({ kind: 'answered', answer: refusal });
  expect(store.getState().refusals).toEqual([{ command: first, refusal }]);
  expect(store.getState().shown.get(idOf(1))?.edd).toBeNull();
  expect(sentIds()).toEqual([first.id, second.id]);
});

it('never sends what somebody else made', () => {
  const { store, add, sentIds } = anOutbox();
  store.setState((state) => ({
    ...state,
    pending: [{ command: first, at: NOW, userId: 'somebody-else', state: 'waiting' }],
  }));
  add(second);
  expect(sentIds()).toEqual([second.id]);
});
