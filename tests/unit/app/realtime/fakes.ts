import type { HubSocketListeners } from '../../../../app/realtime/hub-socket.ts';
import type { After } from '../../../../app/realtime/timers.ts';

/** Time that moves only when a test says so. */
export function fakeTimers() {
  let nowMs = 0;
  let waiting: { atMs: number; run: () => void }[] = [];
  const after: After = (delayMs, run) => {
    const entry = { atMs: nowMs + delayMs, run };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((other) => other !== entry);
    };
  };
  const pass = async (ms: number) => {
    nowMs += ms;
    const due = waiting.filter(({ atMs }) => atMs <= nowMs);
    waiting = waiting.filter(({ atMs }) => atMs > nowMs);
    for (const { run } of due) run();
    await settle();
  };
  return {
    after,
    pass,
    now: () => new Date(Date.parse('2026-11-22T09:00:00.000Z') + nowMs).toISOString(),
    waitingCount: () => waiting.length,
  };
}

/** Lets everything that waits for an answer go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Answers that a test gives when it wants to, and what was asked for them. */
export function fakeAnswers<Question, Answer>() {
  const asked: Question[] = [];
  const open: ((answer: Answer) => void)[] = [];
  return {
    asked,
    ask: (question: Question) => {
      asked.push(question);
      return new Promise<Answer>((resolve) => open.push(resolve));
    },
    answer: async (answer: Answer) => {
      const resolve = open.shift();
      if (resolve === undefined) throw new Error('Nothing was asked');
      resolve(answer);
      await settle();
    },
  };
}

export function fakeSocket() {
  let listeners: HubSocketListeners | null = null;
  let reconnections = 0;
  return {
    reconnections: () => reconnections,
    reconnect: () => {
      reconnections += 1;
    },
    connect: (to: HubSocketListeners) => {
      listeners = to;
    },
    close: () => {
      listeners = null;
    },
    isConnected: () => listeners !== null,
    hear: () => {
      if (listeners === null) throw new Error('The socket is not connected');
      return listeners;
    },
  };
}
