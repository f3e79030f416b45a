import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

type Start = {
  program: 'index.ts' | 'cli.ts' | 'demo.ts';
  /** The folder it runs in. */
  cwd: string;
  args?: string[];
  env?: Record<string, string>;
  input?: string;
  /** Another user of this machine, where the tests are root's. */
  uid?: number;
};

/** Starts a program of the hub: what it says until now, and its end. */
export function startProgram({ program, cwd, args = [], env = {}, input = '', uid }: Start) {
  const { NODE_ENV: _testing, VITEST: _vitest, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [
      ...['--import', path.join(root, 'node_modules/tsx/dist/loader.mjs')],
      ...[path.join(root, 'server', program), ...args],
    ],
    {
      cwd,
      env: { ...inherited, NODE_ENV: 'production', LOG_LEVEL: 'silent', ...env },
      ...(uid === undefined ? {} : { uid }),
    },
  );
  child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
  return { child, ended, said: () => out };
}

export async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has such an address
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}
