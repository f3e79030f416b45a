import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import { addDays } from '../../domain/time.ts';
import { cardOf, connection, openBoard, openPlan, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { signIn, test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const hub = hubOfThisFile();

/** The machine's clock as its pages read it, which goes on while it sleeps and nothing runs. */
function clockThatSleeps(): void {
  const { now } = Date;
  Date.now = () => now() + Number(document.documentElement.dataset.sleptMs ?? 0);
}

async function sleepAndWake(page: Page, hours: number): Promise<void> {
  await page.evaluate((ms) => {
    document.documentElement.dataset.sleptMs = String(ms);
    document.dispatchEvent(new Event('visibilitychange'));
  }, hours * 3_600_000);
}

test('a machine that slept shows no patient when it wakes, in any tab; its person goes on by their password where they were', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Larkspur' });
  const { page, context } = await people.at(hub(), null);
  await context.addInitScript(clockThatSleeps);
  await signIn(page, COORDINATOR);
  await openBoard(page);
  const plan = await openPlan(page, patient);
  await page.route('**/api/commands', (route) => route.abort());
  await setEdd(plan, addDays(today, 5));
  await expect(connection(page)).toContainText('1 change not saved yet');
  await plan.getByLabel('Reason for the EDD (optional)').fill('Half a sen');
  const other = await context.newPage();
  await other.goto(`/spells/${patient.spellId}`);
  await other.getByLabel('Reason for the EDD (optional)').fill('And the other half');

  await sleepAndWake(page, 3);
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(/Larkspur/i.test(await tab.content())).toBe(false);
  }
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeFocused();
  expect((await context.request.get('/api/board')).status()).toBe(401);
  const unscripted = await context.newPage();
  await unscripted.goto(`/spells/${patient.spellId}`);
  await expect(unscripted.getByText('so it was locked', { exact: false })).toBeVisible();

  await page.getByLabel(/^Password of/).fill('not my password');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toContainText('The password is wrong.');
  await page.unroute('**/api/commands');
  await page.getByLabel(/^Password of/).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(connection(page)).toHaveText('Live');
  await expect(cardOf(page, patient)).not.toContainText('Not saved yet');
  await expect(plan.getByLabel('Reason for the EDD (optional)')).toHaveValue('Half a sen');
  await expect(other.getByLabel('Reason for the EDD (optional)')).toHaveValue('And the other half');
  expect((await manager.spell(patient.spellId)).card.edd).toBe(addDays(today, 5));
});
