import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// One of libuv's four threads stays free for files and compression.
const AT_ONCE = 3;
const MAX_WAITING = 1000;
// argon2id, the package's own choice of algorithm, at the strength that OWASP recommends.
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** Too many people are waiting for their password to be checked. */
export class PasswordsBusy extends Error {
  override name = 'PasswordsBusy';
}

export type Passwords = {
  hash(password: string): Promise<string>;
  /** Takes as long for an account without a password, or none at all (null), as for any other. */
  matches(passwordHash: string | null, password: string): Promise<boolean>;
};

export function createPasswords(): Passwords {
  const inLine = createLine(AT_ONCE, MAX_WAITING);
  const hashOf = (password: string) => inLine(() => hash(password, STRENGTH));
  let dummy: Promise<string> | null = null;

  return {
    hash: hashOf,
    async matches(passwordHash, password) {
      // Security: an unknown account costs a verification too, so that time does not tell.
      dummy ??= hashOf(randomBytes(24).toString('base64url'));
      const known = passwordHash ?? (await dummy);
      const isRight = await inLine(() => verify(known, password));
      return isRight && passwordHash !== null;
    },
  };
}

type InLine = <Result>(job: () => Promise<Result>) => Promise<Result>;

/** Runs a few jobs at a time, the others in the order they came; refuses when the line is too long. */
function createLine(atOnce: number, maxWaiting: number): InLine {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (job) => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) throw new PasswordsBusy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
