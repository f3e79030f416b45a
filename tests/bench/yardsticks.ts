import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BoardChanges } from '../../domain/protocol.ts';
import { freePort } from '../e2e/hub-server.ts';
import type { Change, FanOut, Load } from './fan-out.ts';
import { measureFanOut } from './fan-out.ts';
import { WITH_PROBE } from './measured-process.ts';
import { postJson } from './post-json.ts';

/** The same load on Socket.IO alone, with frames of the hub's size; `isDurable` writes each first. */
export async function measureYardstick(
  load: Load,
  frame: BoardChanges,
  { isDurable }: { isDurable: boolean },
): Promise<FanOut> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
  const port = String(await freePort());
  const env = {
    ...{ ...process.env, PORT: port },
    ...(isDurable && { DATABASE_PATH: path.join(folder, 'yardstick.sqlite') }),
  };
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), {
    execArgv: ['--import', 'tsx', ...WITH_PROBE],
    env,
  });
  // It says that it listens.
  await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  try {
    return await measureFanOut({ url, headers: {}, process: child }, load, poster(url, frame));
  } finally {
    await end(child);
    rmSync(folder, { recursive: true });
  }
}

function poster(url: string, frame: BoardChanges): Change {
  return async (index) => {
    // As long as the hub's own: seqs of as many digits.
    const seq = frame.seq + index;
    const cards = frame.cards.map((card) => ({ ...card, seq }));
    const body = JSON.stringify({ ...frame, seq, cards });
    await postJson(url, {}, body);
    return seq;
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
