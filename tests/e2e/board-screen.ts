import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Patient } from './patients.ts';

/** Opens the board and waits until it hears of changes. */
export async function openBoard(page: Page): Promise<void> {
  await page.goto('/board');
  await expectLive(page);
}

export async function expectLive(page: Page): Promise<void> {
  await expect(connection(page)).toHaveText('Live');
}

export function connection(page: Page): Locator {
  return page.locator('.hub-connection');
}

export function searchField(page: Page): Locator {
  return page.getByRole('searchbox', { name: /^Search by/ });
}

/** One patient's card, on the whole board or within one column. */
export function cardOf(within: Page | Locator, { name }: Pick<Patient, 'name'>): Locator {
  return within.getByRole('article').filter({ hasText: name });
}

export function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** Brings one patient's card on screen: a column shows only what fits. */
export async function find(page: Page, patient: Patient): Promise<Locator> {
  await searchField(page).fill(patient.familyName);
  const card = cardOf(page, patient);
  await expect(card).toBeVisible();
  return card;
}

export function planOf(page: Page, { name }: Pick<Patient, 'name'>): Locator {
  return page.getByRole('complementary', { name: `Plan of ${name}` });
}

/** Finds a patient and opens their plan beside the board. */
export async function openPlan(page: Page, patient: Patient): Promise<Locator> {
  const card = await find(page, patient);
  await card.getByRole('link', { name: patient.name }).click();
  const plan = planOf(page, patient);
  await expect(plan.getByRole('heading', { name: patient.name })).toBeVisible();
  return plan;
}

/** Types a date into a plan's EDD form and sends it. */
export async function setEdd(plan: Locator, edd: string): Promise<void> {
  await plan.getByLabel(/^(Set|New) EDD$/).fill(edd);
  await plan.getByRole('button', { name: 'Set EDD' }).click();
}

/** One task in a plan, with its buttons. */
export function taskIn(plan: Locator, name: string): Locator {
  return plan.getByRole('listitem').filter({ hasText: name });
}
