import type { AccountStore } from '../../db/account-store.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import { createSpellQueue } from '../commands/spell-queue.ts';
import type { Clock, SignInResult } from '../services.ts';
import type { Passwords } from './passwords.ts';
import { MAX_PASSWORD_LENGTH, PasswordsBusy } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

const MAX_EMAIL_LENGTH = 254;

// Security: one sentence for no such account, a wrong password and a closed account.
const WRONG = refuse('NOT_SIGNED_IN', 'The email address or password is wrong.');
const BUSY = refuse('UNAVAILABLE', 'Many people are signing in. Try again in a minute.');

type Credentials = { email: string; password: string };
/** Where the attempt comes from, and the session that this browser still has. */
type From = { address: string; currentTokenHash: string | null };

export type SignIn = (credentials: Credentials, from: From) => Promise<SignInResult>;

type Deps = {
  accounts: AccountStore;
  sessions: Sessions;
  passwords: Passwords;
  throttle: SignInThrottle;
  clock: Clock;
};

export function createSignIn(deps: Deps): SignIn {
  const inTurn = createSpellQueue();
  return async (credentials, from) => {
    // Security: cut, or what is remembered of failures could be made to fill the memory.
    const email = credentials.email
      .trim()
      .toLowerCase()
      .slice(0, MAX_EMAIL_LENGTH + 1);
    const missing = refuseMissing(email, credentials.password);
    if (missing !== null) return missing;
    // Security: attempts on one account go one by one, so that none slips past the count.
    return inTurn([email], () => attempt(deps, { ...credentials, email }, from));
  };
}

async function attempt(
  { accounts, sessions, passwords, throttle, clock }: Deps,
  { email, password }: Credentials,
  { address, currentTokenHash }: From,
): Promise<SignInResult> {
  const waitSeconds = await throttle.waitSeconds(email, address);
  if (waitSeconds !== null) return tooMany(waitSeconds);

  const isReadable = email.length <= MAX_EMAIL_LENGTH && password.length <= MAX_PASSWORD_LENGTH;
  const account = isReadable ? await accounts.findByEmail(email) : null;
  const isRight = await checkPassword(passwords, account?.passwordHash ?? null, password);
  if (isRight === 'busy') return BUSY;
  const isSuccess = isRight && account !== null && !account.isDisabled;
  await accounts.recordSignIn({ accountId: account?.id ?? null, at: clock.now(), isSuccess });

  if (!isSuccess) {
    await throttle.failed(email, address);
    return WRONG;
  }
  await throttle.succeeded(email, address);
  if (currentTokenHash !== null) await sessions.end(currentTokenHash);
  const { setCookie } = await sessions.begin(account.id);
  return { ok: true, setCookie };
}

async function checkPassword(
  passwords: Passwords,
  passwordHash: string | null,
  password: string,
): Promise<boolean | 'busy'> {
  try {
    return await passwords.matches(passwordHash, password.slice(0, MAX_PASSWORD_LENGTH));
  } catch (error) {
    if (error instanceof PasswordsBusy) return 'busy';
    throw error;
  }
}

function refuseMissing(email: string, password: string): Refusal | null {
  const fields = {
    ...(email === '' ? { email: 'Enter your email address' } : {}),
    ...(password === '' ? { password: 'Enter your password' } : {}),
  };
  const [message] = Object.values(fields);
  return message === undefined ? null : refuse('INVALID', message, { fields });
}

function tooMany(waitSeconds: number): SignInResult {
  const minutes = Math.ceil(waitSeconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const message = `Too many attempts to sign in. Try again in ${wait}.`;
  return { ...refuse('TOO_MANY', message), retryAfterSeconds: waitSeconds };
}
