import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { RefusalCode } from '../../domain/result.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary, type SummarisedError } from '../components/error-summary.tsx';
import { TextField } from '../components/text-field.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';

const FAILURE_STATUS: Partial<Record<RefusalCode, number>> = {
  INVALID: 400,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
};

const DEMO_PASSWORD = 'demo-hub-2026';

const DEMO_ACCOUNTS = [
  {
    email: 'coordinator@demo.test',
    role: 'Ward discharge coordinator',
    covers: 'Two Leicester Royal Infirmary wards',
  },
  {
    email: 'coordinator.glenfield@demo.test',
    role: 'Ward discharge coordinator, Glenfield',
    covers: 'Glenfield Hospital',
  },
  { email: 'broker.leicester@demo.test', role: 'Broker, Leicester', covers: 'Leicester' },
  {
    email: 'broker.leicestershire@demo.test',
    role: 'Broker, Leicestershire',
    covers: 'Leicestershire',
  },
  { email: 'broker.rutland@demo.test', role: 'Broker, Rutland', covers: 'Rutland' },
  { email: 'lightbulb@demo.test', role: 'Lightbulb housing staff', covers: 'Home adaptations' },
  { email: 'manager@demo.test', role: 'Hub manager', covers: 'Everybody' },
  { email: 'admin@demo.test', role: 'Administrator', covers: 'Accounts, no patients' },
] as const;

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Sign in – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const next = sameSitePath(new URL(request.url).searchParams.get('next'));
  if (context.signedIn) throw redirect(next);
  return { isDemo: context.isDemo, isLocked: context.isLocked, next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = text(form.get('email')).trim();
  const answer = await context.services.signIn({ email, password: text(form.get('password')) });

  if (answer.ok) {
    throw redirect(sameSitePath(text(form.get('next'))), {
      headers: { 'Set-Cookie': answer.setCookie },
    });
  }

  const headers = new Headers();
  if (answer.retryAfterSeconds !== undefined) {
    headers.set('Retry-After', String(answer.retryAfterSeconds));
  }
  const failure = { email, message: answer.message, fields: answer.fields ?? {} };
  return data(failure, { status: FAILURE_STATUS[answer.code] ?? 401, headers });
}

export default function LoginRoute() {
  const { isDemo, isLocked, next } = useLoaderData<typeof loader>();
  return (
    <div className="hub-login">
      <div className="hub-login__intro">
        <h1>Discharge Hub</h1>
        <p className="nhsuk-body-l">
          Everyone who is ready to leave hospital, what stands in the way, and who has it.
        </p>
        <p>
          One live board for the wards, councils and housing teams of Leicester, Leicestershire and
          Rutland.
        </p>
      </div>
      <SignInPanel next={next} isLocked={isLocked} />
      {isDemo && <DemoAccounts next={next} />}
    </div>
  );
}

function SignInPanel({ next, isLocked }: { next: string; isLocked: boolean }) {
  const failure = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const isWaiting = useNavigation().state !== 'idle';

  useEffect(() => {
    // Back to what the server sent: the email address stays, the password goes.
    if (failure) form.current?.reset();
  }, [failure]);

  return (
    <section className="hub-login__panel" aria-labelledby="sign-in-title">
      {failure && <ErrorSummary errors={summarise(failure)} />}
      <h2 className="nhsuk-heading-m" id="sign-in-title">
        Sign in
      </h2>
      {isLocked && (
        <p>
          Nobody has used the hub here for a while, so it was locked. Sign in to go on where you
          were.
        </p>
      )}
      <Form method="post" noValidate ref={form}>
        <input type="hidden" name="next" value={next} />
        <TextField
          id="email"
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={failure?.email}
          error={failure?.fields.email}
        />
        <TextField
          id="password"
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          error={failure?.fields.password}
        />
        <Button variant="login" aria-disabled={isWaiting}>
          Sign in
        </Button>
      </Form>
    </section>
  );
}

function DemoAccounts({ next }: { next: string }) {
  return (
    <section className="hub-login__demo" aria-labelledby="demo-title">
      <h2 id="demo-title">Demonstration accounts</h2>
      <p>
        Every patient here is invented. Password: <code>{DEMO_PASSWORD}</code>
      </p>
      <div className="hub-table__scroll">
        <table className="hub-table">
          <thead>
            <tr>
              <th scope="col">Role</th>
              <th scope="col">Covers</th>
              <th scope="col">Email address</th>
              <th scope="col">
                <VisuallyHidden>Sign in</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {DEMO_ACCOUNTS.map(({ email, role, covers }) => (
              <tr key={email}>
                <th scope="row">{role}</th>
                <td>{covers}</td>
                <td>{email}</td>
                <td>
                  <Form method="post">
                    <input type="hidden" name="next" value={next} />
                    <input type="hidden" name="email" value={email} />
                    <input type="hidden" name="password" value={DEMO_PASSWORD} />
                    <button className="hub-button" type="submit">
                      Sign in <VisuallyHidden>as {role}</VisuallyHidden>
                    </button>
                  </Form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type Failure = { message: string; fields: Record<string, string> };

function summarise({ message, fields }: Failure): SummarisedError[] {
  const byField = Object.entries(fields).map(([fieldId, words]) => ({ fieldId, message: words }));
  return byField.length > 0 ? byField : [{ message, fieldId: 'email' }];
}

/**
 * Where to go after signing in. Security: only a path of this site, or a link to the sign-in page
 * could send people, freshly signed in, to somebody else's.
 */
function sameSitePath(wanted: string | null) {
  const site = 'http://this.site';
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, site)) return '/';
  const { origin, pathname, search } = new URL(wanted, site);
  const isOurs = origin === site && !pathname.startsWith('//') && pathname !== '/login';
  return isOurs ? pathname + search : '/';
}

function text(value: FormDataEntryValue | null) {
  return typeof value === 'string' ? value : '';
}
