import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CommandAnswer } from '../../../domain/protocol.ts';
import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import { proveDatabase } from '../../convergence/process-history.ts';
import type { Given } from '../../convergence/ledger.ts';
import { hubManager } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import type { HubProcess } from '../../factories/hub-process.ts';
import { fillHubFolder, startHubProcess } from '../../factories/hub-process.ts';
import { startHub } from '../../factories/running-hub.ts';

const DISK_MB = 8;
const NOT_SAVED = {
  ok: false,
  code: 'UNAVAILABLE',
  message: 'The hub cannot reach its records. Nothing was saved: try again in a minute.',
};

const admission = anAdmission({ id: randomUUID() });
const aNote = (): SpellCommandInput => ({
  ...{ id: randomUUID(), type: 'AddNote', spellId: admission.id },
  text: 'x'.repeat(3_000),
});

async function send(server: HubProcess, command: SpellCommandInput) {
  const response = await fetch(`${server.url}/api/commands`, {
    method: 'POST',
    headers: { ...server.headersOf(hubManager().id), 'content-type': 'application/json' },
    body: JSON.stringify(command),
  });
  const answer = (await response.json()) as CommandAnswer; // our own server's
  return { status: response.status, answer };
}

/** Breaks the storage under a running server, and mends it again. */
type Damage = { server: HubProcess; breakIt: () => void; mendIt: () => void };

/** People hear that nothing was saved, can still read, and go on without a restart once it works. */
async function proveNoFalsePromise({ server, breakIt, mendIt }: Damage): Promise<void> {
  const given: Given[] = [];
  const give = async (command: SpellCommandInput) => {
    const { status, answer } = await send(server, command);
    given.push({ command, answer });
    return { status, answer };
  };
  expect((await give(admission)).status).toBe(200);
  breakIt();
  // What has room already may still be written; that is kept, then.
  let refused = await give(aNote());
  for (let tries = 0; refused.status === 200 && tries < 500; tries += 1)
    refused = await give(aNote());
  expect(refused).toEqual({ status: 503, answer: NOT_SAVED });
  for (let again = 0; again < 5; again += 1) expect((await give(aNote())).status).toBe(503);
  const headers = server.headersOf(hubManager().id);
  expect((await fetch(`${server.url}/api/board`, { headers })).status).toBe(200);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

  mendIt();
  for (const entry of given.filter(({ answer }) => answer?.ok === false)) {
    entry.answer = (await send(server, entry.command)).answer;
    expect(entry.answer.ok).toBe(true);
  }
  expect(await server.end()).toMatchObject({ code: 0 });
  proveDatabase(server.file, given);
}

/** A disk of our own, where this machine lets us have one; its folder, or null. */
function smallDisk(): string | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-disk-'));
  try {
    const options = `size=${DISK_MB}m`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function fill(file: string): void {
  for (const size of [64 * 1024, 4096]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Full.
    }
  }
}

const isRoot = process.getuid?.() === 0;
const hasLimits = existsSync('/usr/bin/prlimit');

describe('when the storage fails under a running server', () => {
  // Only root may have a disk of its own; the case after it needs nobody's leave.
  it.each(isRoot ? ['the disk is full'] : [])('%s: nothing is promised', async () => {
    const folder = smallDisk();
    // Root, but in a container that may not mount.
    if (folder === null) return;
    await fillHubFolder(folder);
    const server = await startHubProcess({ staff: [hubManager()], folder });
    const ballast = path.join(folder, 'ballast');
    await proveNoFalsePromise({
      server,
      breakIt: () => {
        fill(ballast);
      },
      mendIt: () => {
        rmSync(ballast);
      },
    });
  });

  it.each(hasLimits ? ['files may not grow'] : [])('%s: nothing is promised', async () => {
    const server = await startHubProcess({ staff: [hubManager()] });
    const limit = (bytes: string) => {
      execFileSync('prlimit', ['--pid', String(server.pid()), `--fsize=${bytes}:unlimited`]);
    };
    await proveNoFalsePromise({
      server,
      breakIt: () => {
        limit(String(statSync(`${server.file}-wal`).size));
      },
      mendIt: () => {
        limit('unlimited');
      },
    });
  });

  it('another program holds it for ten seconds: nothing is promised, and reading goes on', async () => {
    const server = await startHubProcess({ staff: [hubManager()] });
    expect((await send(server, admission)).status).toBe(200);
    const holder = spawn(process.execPath, [
      ...['--import', 'tsx', path.join(import.meta.dirname, 'write-holder.ts'), server.file],
    ]);
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    await once(holder.stdout, 'data');
    const note = aNote();
    // Each waits five seconds for its turn before it is given up.
    for (let again = 0; again < 2; again += 1) {
      const answered = send(server, note);
      const headers = server.headersOf(hubManager().id);
      expect((await fetch(`${server.url}/api/board`, { headers })).status).toBe(200);
      expect(await answered).toEqual({ status: 503, answer: NOT_SAVED });
    }
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const { answer } = await send(server, note);
    await server.end();
    proveDatabase(server.file, [{ command: note, answer }]);
    expect(answer.ok).toBe(true);
  });

  it('it has become read-only: nothing is promised, and it goes on once it is not', async () => {
    const hub = await startHub();
    const manager = await hub.signInAs(hubManager());
    hub.db.pragma('query_only = ON');
    const refused = await hub.send(admission, manager);
    expect([refused.status, await refused.json()]).toEqual([503, NOT_SAVED]);
    expect((await hub.get('/api/board', manager)).status).toBe(200);
    // A look that cannot be noted does not happen, and signing in has to be noted, too.
    expect((await hub.get(`/api/spells/${admission.id}`, manager)).status).toBe(404);
    hub.db.pragma('query_only = OFF');
    expect((await hub.send(admission, manager)).status).toBe(200);
    hub.db.pragma('query_only = ON');
    expect((await hub.get(`/api/spells/${admission.id}`, manager)).status).toBe(503);
  });
});
