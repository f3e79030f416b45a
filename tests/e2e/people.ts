import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import type { HubServer } from './hub-server.ts';

/** One person at their own browser. */
export type Person = {
  page: Page;
  context: BrowserContext;
  /** What the socket brought, as text. */
  frames: string[];
};

/** Opens a browser for somebody and signs them in, as they would. */
export async function personAt(
  browser: Browser,
  hub: HubServer,
  email: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Person> {
  const context = await browser.newContext({ ...options, baseURL: hub.origin });
  const page = await context.newPage();
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      frames.push(String(payload));
    });
  });
  await signIn(page, email);
  return { page, context, frames };
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}
