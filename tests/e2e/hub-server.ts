import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Account } from '../../db/account-store.ts';
import { openDatabase } from '../../db/open-database.ts';
import type { DemoOrder } from '../../db/seed/make-demo.ts';
import { DEMO_PASSWORD, makeDemo } from '../../db/seed/make-demo.ts';
import { sqliteAccountStore } from '../../db/sqlite-account-store.ts';
import { createPasswords } from '../../server/accounts/passwords.ts';

export const TIME_ZONE = 'Europe/London';

/** The built hub as a process of its own, on a small demo database that only this file uses. */
export type HubServer = {
  origin: string;
  /** Where it listens. */
  port: number;
  databasePath: string;
  /** The one that runs now. */
  process(): ChildProcess;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an administrator does. */
  stop(): Promise<void>;
  /** Halts the process where it stands, as a machine does that is out of memory; `thaw` lets it go on. */
  freeze(): void;
  thaw(): void;
  /** The administrators' command line, on the same database. */
  command(...args: string[]): Promise<void>;
  /** Starts it again on the same port and database. */
  start(): Promise<void>;
  /** Puts a demo database that was made anew in the place of the old one; the hub has stopped. */
  makeAnew(seed: string): Promise<void>;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
};

type Options = {
  openSpells?: number;
  finishedDays?: number;
  tasksTarget?: number;
  seed?: string;
  /** A database of its own to be kept: made there when there is none, and left there. */
  databasePath?: string;
  /** Told of while the database is made. */
  onProgress?: DemoOrder['onProgress'];
  /** What the server's environment has besides its usual. */
  env?: Readonly<Record<string, string>>;
  /** Arguments of Node, with a channel for what they load to answer on. */
  nodeArgs?: readonly string[];
  /** Where it listens; any free port otherwise. */
  port?: number;
  /** Where people's browsers find it, if something stands between. */
  publicPort?: number;
  /** People besides the demo's own; they sign in with its password. */
  accounts?: readonly Omit<Account, 'passwordHash' | 'isDisabled'>[];
};

export async function startHubServer(options: Options = {}): Promise<HubServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-e2e-'));
  const databasePath = options.databasePath ?? path.join(folder, 'demo.sqlite');
  if (!existsSync(databasePath)) await makeDatabase(databasePath, options);
  const port = options.port ?? (await freePort());
  const origin = `http://localhost:${options.publicPort ?? port}`;
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const env = {
      ...process.env,
      NODE_ENV: 'production' as const,
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      DATABASE_PATH: databasePath,
      LOG_LEVEL: 'warn',
      ...options.env,
    };
    const { nodeArgs = [] } = options;
    const stdio: StdioOptions = ['ignore', 'pipe', 'inherit'];
    if (nodeArgs.length > 0) stdio.push('ipc');
    const args = [...nodeArgs, '--enable-source-maps', 'build/hub/index.js'];
    const started: ChildProcess = spawn(process.execPath, args, { env, stdio });
    child = started;
    await readyLine(started.stdout);
    // Whatever it says later must not fill the pipe.
    started.stdout?.resume();
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    origin,
    port,
    databasePath,
    process() {
      if (child === null) throw new Error('The hub has not started yet');
      return child;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    freeze: () => child?.kill('SIGSTOP'),
    thaw: () => child?.kill('SIGCONT'),
    command: (...args) => runCommand(databasePath, args),
    start,
    makeAnew: async (seed) => {
      for (const end of ['', '-wal', '-shm']) rmSync(databasePath + end, { force: true });
      await makeDatabase(databasePath, { ...options, seed });
    },
    remove: async () => {
      // A halted process hears no other signal.
      child?.kill('SIGCONT');
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeDatabase(file: string, options: Options): Promise<void> {
  const { openSpells = 150, finishedDays = 3, seed = 'browser tests', accounts = [] } = options;
  const size = { openSpells, finishedDays, tasksTarget: options.tasksTarget };
  const { onProgress } = options;
  const now = new Date().toISOString();
  const { hash: hashPassword } = createPasswords();
  const order = { path: file, ...size, seed, now, timeZone: TIME_ZONE, hashPassword, onProgress };
  await makeDemo(order);
  if (accounts.length === 0) return;
  const db = openDatabase(file);
  const store = sqliteAccountStore(db);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const account of accounts) {
    await store.save({ ...account, passwordHash, isDisabled: false }, 'browser tests', now);
  }
  db.close();
}

async function runCommand(databasePath: string, args: string[]): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production' as const, DATABASE_PATH: databasePath };
  const command = spawn(process.execPath, ['build/hub/cli.js', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(command, 'exit');
  if (code !== 0) throw new Error(`hub ${args.join(' ')} ended with ${String(code)}`);
}

async function readyLine(output: Readable | null): Promise<void> {
  if (output === null) throw new Error('The hub says nothing that could be read');
  for await (const line of createInterface({ input: output })) {
    if (line.includes('The Discharge Hub is at')) return;
  }
  throw new Error('The hub ended before it was ready');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was free');
  return address.port;
}
