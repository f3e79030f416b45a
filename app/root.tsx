import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import type { ShouldRevalidateFunction } from '@remix-run/react';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ROLE_NAMES } from '../domain/actor.ts';
import { useCspNonce } from './components/csp-nonce.ts';
import { DemoBanner } from './components/demo-banner.tsx';
import { ErrorPage } from './components/error-page.tsx';
import { type NavigationItem, SiteHeader } from './components/site-header.tsx';
import { LockProvider, createPageLock } from './live/page-lock.ts';
import { useLockGate } from './live/use-lock-gate.ts';
import {
  HearUnreadProvider,
  UnreadProvider,
  heardUnread,
  readUnread,
} from './live/unread-context.ts';
import { NoticesBell } from './notices/notices-bell.tsx';
import stylesheet from './styles/app.scss?url';

/**
 * What a route may say of itself: that it takes the whole window, where its own areas scroll and the
 * page does not; that it has a connection of its own to the hub's news.
 */
export type RouteHandle = { fillsWindow?: boolean; isLive?: boolean };

type SignedIn = NonNullable<Awaited<ReturnType<typeof loader>>['signedIn']>;

const ACCOUNTS: NavigationItem = { href: '/admin', label: 'Accounts' };
const BOARD: NavigationItem = { href: '/board', label: 'Board' };
const HOMES: NavigationItem = { href: '/lightbulb', label: 'Homes' };
const TASKS: NavigationItem = { href: '/tasks', label: 'Tasks' };
const WARDS: NavigationItem = { href: '/wards', label: 'Wards' };
const ESCALATIONS: NavigationItem = { href: '/escalations', label: 'Escalations' };
const ACTIONS: NavigationItem = { href: '/actions', label: 'Actions' };
const LONG_STAYS: NavigationItem = { href: '/review', label: 'Long stays' };
const CATALOGUE: NavigationItem = { href: '/catalogue', label: 'Catalogue' };
const REPORTS: NavigationItem = { href: '/reports', label: 'Reports' };

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Discharge Hub' },
];

/** What is chosen on one page asks nothing of the server, which may be out of reach just then. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = change;
  const isChoice = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  const page = livePageOf(nextUrl.pathname);
  const isWithinPage = page !== null && page === livePageOf(currentUrl.pathname);
  const asksNothing = (isChoice || isWithinPage) && formMethod === undefined;
  return asksNothing ? false : defaultShouldRevalidate;
};

/** List and week of homes are two faces of one live page; so are the patients of one ward's round. */
function livePageOf(pathname: string): string | null {
  return LIVE_PAGES.exec(pathname)?.[0] ?? null;
}

const LIVE_PAGES = /^\/(lightbulb|wards\/[^/]+\/round)(?=\/|$)/;

export async function loader({ context }: LoaderFunctionArgs) {
  const { isDemo, requestId, lockAfterMs, signedIn, services } = context;
  if (signedIn === null) return { isDemo, requestId, lockAfterMs, signedIn: null };
  const { id, name, role, organisation, scopeLabel, isTeamLead } = signedIn.user;
  const unread = await services.notices.unread(signedIn.actor);
  const user = { id, name, role, organisation, scopeLabel, isTeamLead };
  return { isDemo, requestId, lockAfterMs, signedIn: { ...user, unread } };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useCspNonce();
  const data = useRouteLoaderData<typeof loader>('root');
  const { fillsWindow, isLive } = useHandles();
  const { unread, hear } = useUnreadOf(data?.signedIn ?? null);
  const shell = useRef<HTMLDivElement>(null);
  const [lock] = useState(createPageLock);
  const gate = useLockGate(data?.signedIn?.id ?? null);

  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="nhsuk-skip-link" href="#main">
          Skip to main content
        </a>
        <LockProvider value={lock}>
          <HearUnreadProvider value={hear}>
            <UnreadProvider value={unread}>
              <div className={fillsWindow ? 'hub-shell hub-shell--fill' : 'hub-shell'} ref={shell}>
                <SiteHeader
                  serviceName="Discharge Hub"
                  navigation={data?.signedIn ? navigationOf(data.signedIn) : []}
                  account={data?.signedIn ? describeAccount(data.signedIn) : null}
                >
                  {data?.signedIn && data.signedIn.role !== 'admin' && (
                    <NoticesBell userId={data.signedIn.id} isLive={isLive} />
                  )}
                </SiteHeader>
                {data?.isDemo && <DemoBanner />}
                <main className="hub-main" id="main" tabIndex={-1}>
                  {children}
                </main>
              </div>
            </UnreadProvider>
          </HearUnreadProvider>
        </LockProvider>
        {data?.signedIn && gate && (
          <gate.Gate
            key={data.signedIn.id}
            {...{ lock, shell, lockAfterMs: data.lockAfterMs, openedMs: gate.openedMs }}
            user={data.signedIn}
          />
        )}
        {!fillsWindow && <ScrollRestoration nonce={nonce} />}
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const data = useRouteLoaderData<typeof loader>('root');

  return (
    <ErrorPage
      status={isRouteErrorResponse(error) ? error.status : 500}
      path={pathname + search}
      requestId={data?.requestId ?? null}
    />
  );
}

function navigationOf({ role, isTeamLead }: SignedIn): NavigationItem[] {
  const ofLeads = isTeamLead ? [ESCALATIONS] : [];
  if (role === 'admin') return [ACCOUNTS, CATALOGUE];
  if (role === 'housing') return [HOMES, BOARD, ACTIONS, ...ofLeads];
  if (role === 'broker') return [TASKS, BOARD, LONG_STAYS, ACTIONS, ...ofLeads];
  if (role === 'hub')
    return [BOARD, TASKS, WARDS, LONG_STAYS, ACTIONS, HOMES, ESCALATIONS, REPORTS, CATALOGUE];
  return role === 'ward' ? [BOARD, TASKS, WARDS, LONG_STAYS, ACTIONS] : [BOARD];
}

function describeAccount({ name, role, organisation, scopeLabel }: SignedIn) {
  // The hub's own organisation is what the header begins with.
  const where = role === 'hub' ? [] : [organisation, scopeLabel];
  const detail = [ROLE_NAMES[role], ...where].filter(Boolean).join(', ');
  return { name, detail };
}

/** Of the last page that was loaded, until a socket says more. */
function useUnreadOf(signedIn: SignedIn | null) {
  const [unread, setUnread] = useState({ count: signedIn?.unread ?? 0, isHeard: false });
  const hear = useCallback((count: number | null) => {
    setUnread((is) => heardUnread(is, count));
  }, []);
  useEffect(() => {
    setUnread((is) => readUnread(is, signedIn?.unread ?? 0));
  }, [signedIn]);
  return { unread, hear };
}

/** What the routes that are shown say of themselves together; nothing where one has failed. */
function useHandles(): Required<RouteHandle> {
  // Null or undefined, depending on where in the tree nothing failed.
  const hasFailed = (useRouteError() ?? null) !== null;
  const matches = useMatches();
  const says = (name: keyof RouteHandle) =>
    !hasFailed && matches.some(({ handle }) => isObject(handle) && handle[name] === true);
  return { fillsWindow: says('fillsWindow'), isLive: says('isLive') };
}

function isObject(handle: unknown): handle is Record<string, unknown> {
  return typeof handle === 'object' && handle !== null;
}
