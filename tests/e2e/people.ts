import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, request, test as base } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import type { HubClient } from './hub-client.ts';
import { hubClient } from './hub-client.ts';
import type { HubServer } from './hub-server.ts';

/** One person at their own browser. */
export type Person = {
  page: Page;
  context: BrowserContext;
  client: HubClient;
  /** What the socket brought, as text, whichever way it travelled. */
  frames: string[];
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
type ContextOptions = Parameters<Browser['newContext']>[0];

type People = {
  /** Opens a browser for somebody who has signed in; null for a stranger. */
  at(hub: HubServer, email: string | null, options?: ContextOptions): Promise<Person>;
};

/** A test with people in it. Nothing may go wrong in their browsers that the test did not provoke. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    const faults: string[] = [];
    await use({
      async at(hub, email, options = {}) {
        const context = await browser.newContext({ ...options, baseURL: hub.origin });
        opened.push(context);
        if (email !== null) await context.addCookies(await cookiesOf(hub, email));
        const page = await context.newPage();
        noteFaults(page, faults);
        const client = hubClient(context.request, hub.origin);
        return { page, context, client, frames: framesOf(page) };
      },
    });
    for (const context of opened) await context.close();
    expect(faults).toEqual([]);
  },
});

/** Signs in on the page, as people do. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** A client for arranging things behind the scenes. */
export async function clientOf(hub: HubServer, email: string): Promise<HubClient> {
  const requests = await request.newContext();
  const client = hubClient(requests, hub.origin);
  await postSignIn(hub, email, requests);
  return client;
}

const sessions = new Map<string, Cookies>();

/** One session for each person and hub: signing in is slow on purpose. */
async function cookiesOf(hub: HubServer, email: string): Promise<Cookies> {
  const key = `${hub.origin} ${email}`;
  const known = sessions.get(key);
  if (known !== undefined) return known;
  const requests = await request.newContext();
  await postSignIn(hub, email, requests);
  const { cookies } = await requests.storageState();
  await requests.dispose();
  sessions.set(key, cookies);
  return cookies;
}

async function postSignIn(
  { origin }: HubServer,
  email: string,
  requests: Awaited<ReturnType<typeof request.newContext>>,
): Promise<void> {
  const response = await requests.post(`${origin}/login`, {
    headers: { Origin: origin },
    form: { email, password: DEMO_PASSWORD },
    maxRedirects: 0,
  });
  expect(response.status(), `signing in as ${email}`).toBe(302);
}

/**
 * Chromium reports by itself every refused or failed request, and what is sent in the moment in which
 * a server goes away; tests provoke those on purpose.
 */
const REPORTED_REQUEST =
  /^Failed to load resource|^WebSocket connection to|^WebSocket is already in CLOSING/;

/**
 * A key pressed in the moment between a page's script and its data: React gives that attempt up, says
 * so, and takes the page over with its next. Remix hands the data over in a way that leaves no other.
 */
const KEY_BEFORE_DATA = 'Minified React error #345';

function noteFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => {
    if (!error.message.includes(KEY_BEFORE_DATA)) faults.push(String(error));
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || REPORTED_REQUEST.test(message.text())) return;
    faults.push(message.text());
  });
}

function framesOf(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      frames.push(String(payload));
    });
  });
  // Before it has its socket, the connection asks again and again.
  page.on('requestfinished', (finished) => {
    if (!finished.url().includes('/socket.io/')) return;
    void finished
      .response()
      .then(async (response) => frames.push((await response?.text()) ?? ''))
      // A page that was closed has nothing more to say.
      .catch(() => undefined);
  });
  return frames;
}
