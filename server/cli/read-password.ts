import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../accounts/passwords.ts';
import { StartProblem } from '../start-problem.ts';

/**
 * A new password: asked for twice at a terminal, or the first line of standard input. Security:
 * never an argument, which other users of the machine can read.
 */
export async function readNewPassword(): Promise<string> {
  const password = process.stdin.isTTY ? await askTwice() : await readFirstLine();
  if (password.length < MIN_PASSWORD_LENGTH || password.length > MAX_PASSWORD_LENGTH) {
    throw new StartProblem(
      `A password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters; this one has ${password.length}.`,
    );
  }
  return password;
}

async function askTwice(): Promise<string> {
  const password = await askHidden('New password: ');
  if ((await askHidden('The same again: ')) === password) return password;
  throw new StartProblem('The two passwords differ. Nothing was changed.');
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const unseen = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

async function readFirstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}
