import { createBoardSync } from '../../app/realtime/board-sync.ts';
import type { BoardOutcome, SendOutcome, Since } from '../../app/realtime/board-api.ts';
import type { HubSocketListeners } from '../../app/realtime/hub-socket.ts';
import { createOutbox } from '../../app/realtime/outbox.ts';
import { createBoardStore, enqueue } from '../../app/stores/board-store.ts';
import { createConnectionStore } from '../../app/stores/connection-store.ts';
import type { Random } from '../../db/seed/random.ts';
import type { Actor } from '../../domain/actor.ts';
import { audienceKey } from '../../domain/audience.ts';
import type { CommandAnswer, ServerToClientEvents } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { fakeTimers } from '../unit/app/realtime/fakes.ts';
import type { Network } from './network.ts';
import type { TestServer } from './server.ts';

/** How often things go wrong between a client and the server. */
export type Weather = { lostRequest: number; lostAnswer: number; repeated: number };
export const FAIR: Weather = { lostRequest: 0, lostAnswer: 0, repeated: 0 };
export const STORM: Weather = { lostRequest: 0.2, lostAnswer: 0.2, repeated: 0.2 };

let connections = 0;

/** One person's open board: the real stores, sync and outbox over a network that fails. */
export function createClient(actor: Actor, server: TestServer, network: Network, random: Random) {
  let weather = STORM;
  let listeners: HubSocketListeners | null = null;
  let lane: string | null = null;
  const timers = fakeTimers();
  const answers = new Map<string, CommandAnswer>();
  const given: SpellCommandInput[] = [];
  const key = audienceKey(actor);
  const me = { ...actor, role: roleOf(actor), wardIds: [...actor.wardIds] };
  const store = createBoardStore({
    ...{ me, timeZone: 'Europe/London', key, cards: [] },
    ...{ epoch: server.epoch(), lookups: server.lookups() },
    asOfDay: server.clock.today(),
  });
  const connection = createConnectionStore(server.clock.now());

  /** Sends one request; what comes back, if anything does, comes back whenever chance has it. */
  function roundTrip<T>(ask: () => Promise<T>, lost: T): Promise<T> {
    return new Promise((resolve) => {
      connections += 1;
      const request = `http ${connections}`;
      server.onCrash(() => {
        resolve(lost);
      });
      if (random.chance(weather.lostRequest)) {
        network.send(request, () => {
          resolve(lost);
        });
        return;
      }
      network.send(request, () => {
        const isLost = random.chance(weather.lostAnswer);
        if (random.chance(weather.repeated)) void ask();
        void ask().then((answer) => {
          network.send(request, () => {
            resolve(isLost ? lost : answer);
          });
        });
      });
    });
  }

  const api = {
    board: (since: Since | null): Promise<BoardOutcome> =>
      roundTrip<BoardOutcome>(
        () => Promise.resolve({ kind: 'answered', answer: server.board(actor.id, since) }),
        { kind: 'later' },
      ),
    async send(command: SpellCommandInput): Promise<SendOutcome> {
      const outcome = await roundTrip<SendOutcome>(
        async () => ({ kind: 'answered', answer: await server.execute(actor.id, command) }),
        { kind: 'later' },
      );
      if (outcome.kind === 'answered') answers.set(command.id, outcome.answer);
      return outcome;
    },
  };

  function connect(): void {
    if (listeners === null || lane !== null) return;
    connections += 1;
    const opened = `socket ${connections}`;
    lane = opened;
    const send: Parameters<TestServer['join']>[2] = (name, body) => {
      network.send(opened, () => {
        if (lane === opened) hear(name, body);
      });
    };
    server.join(actor.id, opened, send, () => {
      if (lane === opened) drop();
    });
  }

  function hear<Name extends keyof ServerToClientEvents>(
    name: Name,
    body: Parameters<ServerToClientEvents[Name]>[0],
  ): void {
    // The listener's argument does not follow from a name that is itself a type parameter.
    const listener = listeners?.[name] as ((sent: typeof body) => void) | undefined;
    listener?.(structuredClone(body));
  }

  function drop(): void {
    if (lane === null) return;
    server.leave(lane);
    network.cut(lane);
    lane = null;
    listeners?.lost();
  }

  const sync = createBoardSync({
    store,
    connection,
    api,
    watch: { heard: noop, lost: noop, networkGone: noop, networkBack: noop, stop: noop },
    socket: {
      connect: (to) => {
        listeners = to;
        connect();
      },
      reconnect: () => {
        drop();
        connect();
      },
      close: drop,
    },
    after: timers.after,
    random: () => random.next(),
    onSignedOut: noop,
  });
  const outbox = createOutbox({
    store,
    api,
    after: timers.after,
    random: () => random.next(),
    onSignedOut: noop,
  });
  sync.start();
  outbox.start();

  return {
    actor,
    store,
    connection,
    answers,
    given,
    drop,
    connect,
    pass: timers.pass,
    calm: () => {
      weather = FAIR;
    },
    /** The database is an earlier one: what it answered since then, it does not know. */
    forgetAnswers() {
      const { pending } = store.getState();
      given.splice(0, given.length, ...pending.map(({ command }) => command));
    },
    give(command: SpellCommandInput) {
      given.push(command);
      store.setState((state) => enqueue(state, command, server.clock.now()));
    },
  };
}
export type TestBoard = ReturnType<typeof createClient>;

function roleOf({ role }: Actor) {
  if (role === 'timer' || role === 'feed') throw new Error('Only people have a board open');
  return role;
}

function noop(): void {
  // Nobody looks at the connection bar here.
}
