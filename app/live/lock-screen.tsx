import type { FormEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../components/button.tsx';
import type { SummarisedError } from '../components/error-summary.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/text-field.tsx';

const UNREACHED = 'The hub cannot be reached. Try again.';
const ANSWER_WITHIN_MS = 8_000;

type LockScreenProps = { user: { id: string; name: string }; onUnlocked: () => void };

/** In place of everything: the same person goes on by their password, anybody else starts clean. */
export function LockScreen({ user, onUnlocked }: LockScreenProps) {
  const { id: userId, name } = user;
  const [errors, setErrors] = useState<SummarisedError[] | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isAsking) return;
    const form = event.currentTarget;
    setIsAsking(true);
    const password = new FormData(form).get('password');
    const problem = await askToUnlock(userId, password);
    setIsAsking(false);
    if (problem === null) {
      onUnlocked();
      return;
    }
    form.reset();
    setErrors([{ message: problem, fieldId: 'unlock-password' }]);
  };

  return (
    <div className="hub-shell">
      {/* Without the ways on from other pages: nothing leads past the lock. */}
      <header className="hub-header">
        <div className="hub-header__bar">
          <span className="hub-header__brand">Discharge Hub</span>
        </div>
      </header>
      <main className="hub-main" id="main" tabIndex={-1}>
        <section className="hub-login__panel hub-lock" aria-labelledby="lock-title">
          {errors !== null && <ErrorSummary errors={errors} />}
          <h1 className="nhsuk-heading-m" id="lock-title" tabIndex={-1} ref={heading}>
            Locked
          </h1>
          <p>
            Nobody has used the hub here for a while, so patients are hidden. What {name} was
            writing is kept for {name}.
          </p>
          <form onSubmit={(event) => void unlock(event)} noValidate>
            <TextField
              id="unlock-password"
              name="password"
              label={`Password of ${name}`}
              type="password"
              autoComplete="current-password"
              error={errors?.[0]?.message}
            />
            <Button variant="login" aria-disabled={isAsking}>
              Unlock
            </Button>
          </form>
          <form className="hub-lock__other" method="post" action="/logout">
            <p>Are you somebody else? What {name} has not saved on this page is then lost.</p>
            <Button variant="secondary">Sign in as somebody else</Button>
          </form>
        </section>
      </main>
    </div>
  );
}

/** Null once it is unlocked, or else the sentence that says why not. */
async function askToUnlock(userId: string, password: FormDataEntryValue | null) {
  if (password === '') return 'Enter your password';
  try {
    const response = await fetch('/api/unlock', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ userId, password }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (response.ok) return null;
    const body: unknown = await response.json();
    const says = typeof body === 'object' && body !== null && 'message' in body && body.message;
    return typeof says === 'string' ? says : UNREACHED;
  } catch {
    return UNREACHED;
  }
}
