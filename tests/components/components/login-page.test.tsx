import type { AppLoadContext } from '@remix-run/node';
import { createRemixStub } from '@remix-run/testing';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import LoginRoute, { action, loader } from '../../../app/routes/login.tsx';
import type { SignInResult } from '../../../server/services.ts';

const WRONG: SignInResult = {
  ok: false,
  code: 'NOT_SIGNED_IN',
  message: 'The email address or the password is not right.',
};

type Asked = { email: string; password: string };

/** As much of a request's context as the sign-in page uses. */
function contextWith(
  answer: SignInResult,
  { isDemo = false, isLocked = false, asked = [] as Asked[] } = {},
) {
  const context: Pick<AppLoadContext, 'isDemo' | 'isLocked' | 'signedIn'> & { services: object } = {
    isDemo,
    isLocked,
    signedIn: null,
    services: {
      signIn: (credentials: Asked) => {
        asked.push(credentials);
        return Promise.resolve(answer);
      },
    },
  };
  // The rest of the services is not called by this page.
  return context as AppLoadContext;
}

function showPage(context: AppLoadContext) {
  const Stub = createRemixStub(
    [{ id: 'login', path: '/login', Component: LoginRoute, loader, action }],
    context,
  );
  render(<Stub initialEntries={['/login?next=/wards']} />);
}

async function signIn(email: string, password: string) {
  const user = userEvent.setup();
  const panel = within(await screen.findByRole('region', { name: 'Sign in' }));
  await user.type(panel.getByRole('textbox', { name: 'Email address' }), email);
  await user.type(panel.getByLabelText('Password'), password);
  await user.click(panel.getByRole('button', { name: 'Sign in' }));
}

test('a wrong password shows a summary with the focus, keeps the email address and drops the password', async () => {
  showPage(contextWith(WRONG));
  await signIn('priya@nhs.net', 'wrong');

  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('The email address or the password is not right.');
  expect(summary.parentElement).toHaveFocus();
  expect(screen.getByRole('textbox', { name: 'Email address' })).toHaveValue('priya@nhs.net');
  expect(screen.getByLabelText('Password')).toHaveValue('');
});

test('an error about a field is shown beside it and links to it', async () => {
  const fields = { password: 'Enter your password' };
  showPage(contextWith({ ok: false, code: 'INVALID', message: 'Not complete', fields }));
  await signIn('priya@nhs.net', ' ');

  expect(await screen.findByRole('link', { name: 'Enter your password' })).toHaveAttribute(
    'href',
    '#password',
  );
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(
    'Error: Enter your password',
  );
});

test('the demonstration offers its accounts, another hub none', async () => {
  showPage(contextWith(WRONG, { isDemo: true }));
  expect(
    await screen.findByRole('button', { name: 'Sign in as Ward discharge coordinator' }),
  ).toBeVisible();
});

test('a locked session is said to be the reason for signing in again', async () => {
  showPage(contextWith(WRONG, { isLocked: true }));
  expect(await screen.findByText(/so it was locked/)).toBeVisible();
});

test('a hub with real patients offers no accounts', async () => {
  showPage(contextWith(WRONG));
  await screen.findByRole('region', { name: 'Sign in' });

  expect(screen.getAllByRole('button')).toHaveLength(1);
});

describe('the answer to the form', () => {
  const post = (fields: Record<string, string>, context: AppLoadContext) =>
    action({
      request: new Request('http://hub.test/login', {
        method: 'POST',
        body: new URLSearchParams(fields),
      }),
      params: {},
      context,
    });

  const redirectOf = async (next: string) => {
    const context = contextWith({ ok: true, setCookie: 'session=1' });
    const answer: unknown = await post({ email: 'a@b', password: 'c', next }, context).catch(
      (thrown: unknown) => thrown,
    );
    if (!(answer instanceof Response)) throw new Error('no redirect');
    return answer;
  };

  test('trims the email address but not the password', async () => {
    const asked: Asked[] = [];
    await post({ email: ' priya@nhs.net ', password: ' secret ' }, contextWith(WRONG, { asked }));

    expect(asked).toEqual([{ email: 'priya@nhs.net', password: ' secret ' }]);
  });

  test.each([
    ['INVALID', 400],
    ['NOT_SIGNED_IN', 401],
    ['TOO_MANY', 429],
    ['UNAVAILABLE', 503],
  ] as const)('%s is status %i', async (code, status) => {
    const refusal = { ok: false, code, message: 'No', retryAfterSeconds: 60 } as const;
    const { init } = await post({ email: 'a@b', password: 'c' }, contextWith(refusal));

    expect(init?.status).toBe(status);
    expect(new Headers(init?.headers).get('Retry-After')).toBe('60');
  });

  test('success sets the cookie and leads to the page asked for', async () => {
    const answer = await redirectOf('/spells/1?tab=notes');

    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe('/spells/1?tab=notes');
    expect(answer.headers.get('Set-Cookie')).toBe('session=1');
  });

  test.each([
    '//evil.test',
    '/\\evil.test',
    '/.//evil.test',
    '/\t/evil.test',
    'https://evil.test/',
    'javascript:alert(1)',
    'board',
    '/login',
    '',
  ])('never leads to another site or back here: %j', async (next) => {
    expect((await redirectOf(next)).headers.get('Location')).toBe('/');
  });
});
