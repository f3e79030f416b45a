import { DatabaseFault } from '../db/database-fault.ts';
import type { HubConfig } from './config.ts';
import { parseConfig } from './config.ts';
import { describeFault } from './logger.ts';
import { StartProblem } from './start-problem.ts';

/** Runs a program's main part: what goes wrong is one line on standard error, and an exit code of 1. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  // Security: whatever it writes holds patients, and is for its own user only.
  process.umask(0o077);
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${problemLine(error)}\n`);
    // A server that could not start may have left timers and connections behind.
    process.exit(1);
  }
}

/** The configuration of this process, or a `StartProblem` that says which variable is wrong. */
export function requireConfig(env: NodeJS.ProcessEnv): HubConfig {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new StartProblem(parsed.message);
  return parsed.config;
}

function problemLine(error: unknown): string {
  if (error instanceof StartProblem || error instanceof DatabaseFault) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return 'Another program uses this port. Stop it, or set PORT.';
  if (code === 'EACCES') return 'This port may not be opened. Set PORT to one above 1023.';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return 'HOST is no address of this machine.';
  }
  return `This failed unexpectedly: ${JSON.stringify(describeFault(error))}`;
}
