import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Page } from './page.tsx';

type ErrorPageProps = {
  /** An HTTP status; anything not in the table is our own fault. */
  status: number;
  /** Where to come back to after signing in again: a path of this site. */
  path: string;
  requestId: string | null;
};

type Explanation = { title: string; body: (props: ErrorPageProps) => ReactNode };

// The same words for "not there" and "not yours": the difference would say that it exists.
const NOT_HERE: Explanation = {
  title: 'This is not here',
  body: () => (
    <>
      <p>It does not exist, it has gone, or it is not yours to see.</p>
      <p>If you followed a link from a colleague, your account may cover other wards or people.</p>
      <Home />
    </>
  ),
};

const EXPLANATIONS: Record<number, Explanation> = {
  401: {
    title: 'Sign in again',
    body: ({ path }) => (
      <>
        <p>You have been signed out. Nothing on this page has been changed.</p>
        <Link
          className="nhsuk-button"
          to={`/login?next=${encodeURIComponent(path)}`}
          reloadDocument
        >
          Sign in
        </Link>
      </>
    ),
  },
  403: {
    title: 'Your role cannot do this',
    body: () => (
      <>
        <p>Nothing has been changed. Ask your administrator if you think that your role should.</p>
        <Home />
      </>
    ),
  },
  404: NOT_HERE,
  410: NOT_HERE,
  409: {
    title: 'Somebody changed this before you',
    body: ({ path }) => (
      <>
        <p>Nothing of yours has overwritten theirs. Open the page again to see what it says now.</p>
        <Again path={path} />
      </>
    ),
  },
  422: {
    title: 'This could not be done',
    body: () => (
      <>
        <p>What was asked for does not fit how things stand now. Nothing has been changed.</p>
        <Home />
      </>
    ),
  },
  429: {
    title: 'Too many tries',
    body: ({ path }) => (
      <>
        <p>Wait a minute, then try again.</p>
        <Again path={path} />
      </>
    ),
  },
  503: {
    title: 'The hub is busy or restarting',
    body: ({ path }) => (
      <>
        <p>This is usually over in a minute. What was saved before is safe.</p>
        <p>What you were sending may not be saved: look before you send it again.</p>
        <p>Until it is back, use the printed downtime list of your ward.</p>
        <Again path={path} />
      </>
    ),
  },
};

const OUR_FAULT: Explanation = {
  title: 'Something went wrong on our side',
  body: ({ path, requestId }) => (
    <>
      <p>It is not something that you did. What was saved before is safe.</p>
      <p>Try again; if it happens twice, tell your administrator.</p>
      <Again path={path} />
      {requestId && (
        <p className="hub-fault__reference">
          Reference for your administrator: <code>{requestId}</code>
        </p>
      )}
    </>
  ),
};

export function ErrorPage(props: ErrorPageProps) {
  const { title, body: Body } = EXPLANATIONS[props.status] ?? OUR_FAULT;
  return (
    <Page width="reading">
      <h1 className="nhsuk-heading-l">{title}</h1>
      <Body {...props} />
    </Page>
  );
}

// Whole page loads: whatever state led here is left behind.
function Home() {
  return (
    <Link className="nhsuk-button nhsuk-button--secondary" to="/" reloadDocument>
      Go to the start
    </Link>
  );
}

function Again({ path }: { path: string }) {
  return (
    <Link className="nhsuk-button nhsuk-button--secondary" to={path} reloadDocument>
      Try again
    </Link>
  );
}
