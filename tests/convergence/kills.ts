import { expect } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import type { Random } from '../../db/seed/random.ts';
import type { CommandAnswer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { hubManager } from '../factories/actor.ts';
import type { HubProcess } from '../factories/hub-process.ts';
import { startHubProcess } from '../factories/hub-process.ts';
import type { Given } from './ledger.ts';
import { admitPatients, boardOf, proveDatabase } from './process-history.ts';

const WRITERS = 10;
const STAYS = 20;

/**
 * Ten people write as fast as they can while the server is killed again and again. Whoever was cut
 * off sends the same again. In the end nothing that was acknowledged is missing, nothing is there
 * twice, and the database is sound.
 */
export async function proveKills(seed: string, kills: number): Promise<void> {
  const random = createRandom(seed);
  const server = await startHubProcess({ staff: [hubManager()] });
  await admitPatients(server, random, STAYS);
  const { cards } = await boardOf(server, hubManager().id);
  const spellIds = cards.map(({ id }) => id);
  const written: Given[] = [];
  const counts = { acknowledged: 0, sentAgain: 0 };

  for (let kill = 0; kill < kills; kill += 1) {
    // Killed at any point of a write: what decides is chance, not a pause between two of them.
    const lifetime = random.int(5, 60);
    const until = counts.acknowledged + lifetime;
    const cuts: Promise<void>[] = [];
    const heard = () => {
      counts.acknowledged += 1;
      if (counts.acknowledged >= until && cuts.length === 0) cuts.push(server.kill());
    };
    await Promise.all(
      Array.from({ length: WRITERS }, () =>
        writeUntilCut({ server, spellIds, random, written, heard, isCut: () => cuts.length > 0 }),
      ),
    );
    await Promise.all(cuts);
    await server.start();
    counts.sentAgain += await sendAgain(server, written);
  }
  await server.end();
  const { acknowledged, sentAgain } = counts;
  process.stdout.write(
    `${seed}: ${kills} kills, ${acknowledged} acknowledged, ${sentAgain} sent again\n`,
  );
  expect(written.every(({ answer }) => answer?.ok === true)).toBe(true);
  proveDatabase(server.file, written);
}

type Writing = {
  server: HubProcess;
  spellIds: readonly string[];
  random: Random;
  written: Given[];
  heard: () => void;
  isCut: () => boolean;
};

async function writeUntilCut(writing: Writing): Promise<void> {
  const { server, spellIds, random, written, heard, isCut } = writing;
  while (!isCut()) {
    const command: SpellCommandInput = {
      ...{ id: random.uuid(Date.now()), type: 'AddNote', spellId: random.pick(spellIds) },
      ...{ text: 'What was promised', visibleTo: 'everyone' },
    };
    const entry: Given = { command, answer: undefined };
    written.push(entry);
    entry.answer = await send(server, command);
    if (entry.answer === undefined) return;
    heard();
  }
}

/** Written or not, nobody knows: the same again finds out, or does it now. */
async function sendAgain(server: HubProcess, written: Given[]): Promise<number> {
  const open = written.filter(({ answer }) => answer === undefined);
  for (const entry of open) entry.answer = await send(server, entry.command);
  return open.length;
}

/** Undefined when the answer, or the request, was lost with the server. */
async function send(
  server: HubProcess,
  command: SpellCommandInput,
): Promise<CommandAnswer | undefined> {
  try {
    const response = await fetch(`${server.url}/api/commands`, {
      method: 'POST',
      headers: { ...server.headersOf(hubManager().id), 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    return (await response.json()) as CommandAnswer; // our own server's
  } catch {
    return undefined;
  }
}
