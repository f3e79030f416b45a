import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { addDays } from '../../domain/time.ts';
import { colours, everything, faultsOf } from './axe.ts';
import { expectLive, openBoard, openPlan, planOf, taskIn } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import type { Patient } from './patients.ts';
import { admit } from './patients.ts';
import { signIn, test } from './people.ts';

const BROKER = 'broker.leicester@demo.test';
const SECOND_BROKER = 'second.broker@demo.test';
const COORDINATOR = 'coordinator@demo.test';
const MANAGER = 'manager@demo.test';
const TASK = 'Reablement start';
const NO_SCRIPT = { javaScriptEnabled: false };

const hub = hubOfThisFile({
  accounts: [
    {
      ...{ id: randomUUID(), email: SECOND_BROKER, name: 'Rosa Whitmore' },
      ...{ organisation: 'Leicester City Council', role: 'broker', isTeamLead: false },
      ...{ wardIds: [], place: 'leicester' },
    },
  ],
});

async function openTasks(page: Page, search = ''): Promise<void> {
  await page.goto(`/tasks${search}`);
  await expectLive(page);
}

function rowOf(page: Page, { name }: Pick<Patient, 'name'>): Locator {
  return page.locator('.hub-queue__row').filter({ hasText: name });
}

const aTask = (familyName: string) =>
  admit(hub().manager, { familyName, tasks: ['reablement_start'] });

test('a broker begins with the tasks, each with its reason and the person’s identity', async ({
  people,
}) => {
  const patient = await aTask('Comfrey');
  const { page } = await people.at(hub(), null);
  await signIn(page, BROKER);
  await expect(page).toHaveURL(/\/tasks$/);
  const row = rowOf(page, patient);
  await expect(row).toContainText('Blocks a discharge: the EDD is not set');
  await expect(row).toContainText(patient.nhsNumberShown);
  await expect(row).toContainText('Born 04-Mar-1941');
});

test('what one broker claims leaves the other’s list, and who comes second is told', async ({
  people,
}) => {
  const patient = await aTask('Mallow');
  const first = await people.at(hub(), BROKER);
  const second = await people.at(hub(), SECOND_BROKER);
  await openTasks(first.page);
  await openTasks(second.page);
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => (letGo = resolve));
  await second.page.route('**/api/commands', async (route) => {
    await isHeld;
    await route.continue();
  });
  await rowOf(second.page, patient).getByRole('button', { name: 'Claim' }).click();
  await rowOf(first.page, patient).getByRole('button', { name: 'Claim' }).click();
  await expect(rowOf(first.page, patient)).toHaveCount(0);
  await first.page.getByRole('link', { name: /^Mine/ }).click();
  await expect(rowOf(first.page, patient)).toContainText('You have it.');
  letGo();
  const refusals = second.page.getByRole('region', { name: 'Changes that were not made' });
  await expect(refusals).toContainText(/Nayna Thakrar has this task already, since/);
  await expect(rowOf(second.page, patient)).toHaveCount(0);
});

test('a task is claimed by keyboard, and the focus goes on to the next', async ({ people }) => {
  await aTask('Burdock');
  await aTask('Burnet');
  const { page } = await people.at(hub(), BROKER);
  await openTasks(page);
  const names = page.locator('.hub-queue__name');
  const [one = '', next = ''] = await names.allTextContents();
  await names.first().focus();
  await page.keyboard.press('c');
  await expect(page.locator('.hub-queue__name:focus')).toHaveText(next);
  await page.getByRole('link', { name: /^Mine/ }).click();
  await expect(rowOf(page, { name: one })).not.toHaveCount(0);
});

test('several are claimed at once, and what became of each is told', async ({ people }) => {
  const taken = await aTask('Tansy');
  const free = await aTask('Tansyleaf');
  const { page } = await people.at(hub(), BROKER);
  await openTasks(page);
  let letGo = () => {};
  const isHeld = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/api/commands', async (route) => {
    await isHeld;
    await route.continue();
  });
  for (const patient of [taken, free]) await rowOf(page, patient).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Claim 2 chosen' }).click();
  const [task] = (await hub().manager.spell(taken.spellId)).tasks;
  const claim = { id: randomUUID(), type: 'ClaimTask', spellId: taken.spellId } as const;
  await hub().manager.send({ ...claim, taskId: task?.id ?? '' });
  letGo();
  const results = page.getByRole('region', { name: 'What became of them' });
  await expect(results).toContainText('1 of 2 saved, 1 not changed.');
  await expect(results).toContainText(/TANSY, Asha: not changed\. \S+ \S+ has this task already/);
  await expect(results).toContainText(`${TASK} for TANSYLEAF, Asha: saved.`);
});

test('a broker asks, the ward answers on the plan, and the broker sees it without a reload', async ({
  people,
}) => {
  const patient = await aTask('Yarrowby');
  const broker = await people.at(hub(), BROKER);
  const ward = await people.at(hub(), COORDINATOR);
  await openTasks(broker.page);
  await rowOf(broker.page, patient).getByRole('link', { name: patient.name }).click();
  const brokersTask = taskIn(planOf(broker.page, patient), TASK);
  await brokersTask.getByText(`More for ${TASK}`).click();
  await brokersTask.getByText('Ask for more information').click();
  await brokersTask.getByLabel('Question', { exact: true }).fill('How many visits a day?');
  await brokersTask.getByRole('button', { name: /^Ask/ }).click();

  await openTasks(ward.page, '?tab=questions');
  await expect(rowOf(ward.page, patient)).toContainText('Question for the ward');
  await rowOf(ward.page, patient).getByRole('link', { name: patient.name }).click();
  const wardsTask = taskIn(planOf(ward.page, patient), TASK);
  await expect(wardsTask).toContainText('How many visits a day?');
  await wardsTask.getByLabel('Your answer').fill('Two, mornings and evenings');
  await wardsTask.getByRole('button', { name: /^Answer/ }).click();

  await expect(brokersTask).toContainText('Two, mornings and evenings');
  await expect(brokersTask).toContainText('Claimed by you');
  await expect(rowOf(ward.page, patient)).toHaveCount(0);
});

test('a broker records the provider and the start on the plan, and what several tasks wait for at once', async ({
  people,
}) => {
  const [patient, other] = [await aTask('Bistort'), await aTask('Melilot')];
  const ward = await people.at(hub(), COORDINATOR);
  const { page } = await people.at(hub(), BROKER);
  await openTasks(page);
  for (const one of [patient, other]) await rowOf(page, one).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Claim 2 chosen' }).click();
  const results = page.getByRole('region', { name: 'What became of them' });
  await expect(results).toContainText('2 of 2 saved');

  await openTasks(page, '?tab=mine');
  for (const one of [patient, other]) await rowOf(page, one).getByRole('checkbox').check();
  await page.getByLabel('Waiting for').selectOption('capacity');
  await page.getByLabel('Note').fill('No visits before Thursday');
  await page.getByRole('button', { name: 'Save for 2 chosen' }).click();
  await expect(results).toContainText('2 of 2 saved');
  for (const one of [patient, other]) await expect(rowOf(page, one)).toContainText(/waiting/i);

  await openBoard(ward.page);
  const wardsTask = taskIn(await openPlan(ward.page, patient), TASK);
  await rowOf(page, patient).getByRole('link', { name: patient.name }).click();
  const task = taskIn(planOf(page, patient), TASK);
  await task.getByText(`More for ${TASK}`).click();
  await task.getByText('Record a provider').first().click();
  await task.getByLabel('Provider', { exact: true }).fill('Elm Home Care');
  await task.getByLabel('Answer').selectOption('accepted');
  await task.getByRole('button', { name: /^Record/ }).click();
  await expect(wardsTask).toContainText('Elm Home Care');
  const start = task.locator('details', { hasText: 'Set when it starts' }).last();
  await start.locator('summary').click();
  await start.getByLabel('Starts').fill(`${addDays(hub().today, 2)}T09:30`);
  await start.getByRole('button', { name: /^Set start/ }).click();
  await expect(wardsTask).toContainText(/Starts .*09:30/);
});

test('what a broker declines is the hub’s at once', async ({ people }) => {
  const patient = await aTask('Selfheal');
  const broker = await people.at(hub(), BROKER);
  const manager = await people.at(hub(), MANAGER);
  await openTasks(manager.page, '?team=hub&rows=2000');
  await openBoard(broker.page);
  const task = taskIn(await openPlan(broker.page, patient), TASK);
  await task.getByText(`More for ${TASK}`).click();
  await task.getByText('Decline: back to the hub').click();
  await task.getByLabel('Not eligible').check();
  await task.getByRole('button', { name: /^Decline/ }).click();
  await expect(rowOf(manager.page, patient)).toContainText('Hub. Nobody has it yet.');
});

test('without script the list is filtered, and tasks are claimed one and several', async ({
  people,
}) => {
  const one = await aTask('Betony');
  const two = await aTask('Betonywood');
  const { page } = await people.at(hub(), null, NO_SCRIPT);
  await signIn(page, BROKER);
  await page.goto('/tasks?type=reablement_start&rows=2000');
  await rowOf(page, one)
    .getByRole('button', { name: /^Claim/ })
    .click();
  await expect(page.getByText(`${TASK} for ${one.name}: saved.`)).toBeVisible();
  await rowOf(page, two).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Claim chosen' }).click();
  await expect(page.getByText(`${TASK} for ${two.name}: saved.`)).toBeVisible();
  await page.getByRole('button', { name: 'Claim chosen' }).click();
  await expect(page.getByText('Choose at least one task.')).toBeVisible();
});

for (const [who, email, search] of [
  ['a broker’s tasks', BROKER, ''],
  ['a broker’s own tasks', BROKER, '?tab=mine'],
  ['the hub’s tasks', MANAGER, ''],
  ['an empty list', COORDINATOR, '?tab=questions'],
] as const) {
  test(`${who} have no accessibility faults, light or dark`, async ({ people }) => {
    await aTask('Orpine');
    const { page } = await people.at(hub(), email, { reducedMotion: 'reduce' });
    await openTasks(page, search);
    expect(await faultsOf(page, everything)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page, colours)).toEqual([]);
  });
}

test('the list of tasks fits a screen 320 pixels wide without scrolling sideways', async ({
  people,
}) => {
  await aTask('Avens');
  const { page } = await people.at(hub(), BROKER, { viewport: { width: 320, height: 640 } });
  await openTasks(page);
  const isWider = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await expect.poll(isWider).toBe(false);
});
