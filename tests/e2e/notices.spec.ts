import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { colours, everything, faultsOf } from './axe.ts';
import { expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const SARA = aBroker('Sara Holt', 'sara.holt@demo.test');
const IDRIS = aBroker('Idris Vaughan', 'idris.vaughan@demo.test');

const hub = hubOfThisFile({ accounts: [SARA, IDRIS] });

function aBroker(name: string, email: string) {
  const organisation = 'Leicester City Council';
  const nothingElse = { isTeamLead: false, wardIds: [], place: 'leicester' as const };
  return { id: randomUUID(), name, email, organisation, role: 'broker' as const, ...nothingElse };
}

/** Somebody new, whose task the hub manager gives to a broker. */
async function giveTask(broker: { id: string }, familyName: string) {
  const { manager } = hub();
  const patient = await admit(manager, { familyName, tasks: ['care_package'] });
  const { spellId } = patient;
  const { tasks } = await manager.spell(spellId);
  await manager.send({
    ...{ id: randomUUID(), type: 'AssignTask', spellId, taskId: tasks[0]?.id ?? '' },
    ...{ owner: 'social_care', assigneeId: broker.id },
  });
  return patient;
}

const bell = (page: Page) => page.getByRole('link', { name: /^Notices/ }).first();
const notice = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name });

/** The demonstration may have told the team of something already. */
async function readWhatThereIs(page: Page) {
  await page.goto('/notices');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notices');
  const readAll = page.getByRole('button', { name: 'Mark all as read' });
  if ((await readAll.count()) === 0) return;
  await readAll.click();
  await expect(page.getByText('You have read everything.')).toBeVisible();
}

test('a broker who is given a task sees the number change on every page they have open', async ({
  people,
}) => {
  const { page, context } = await people.at(hub(), SARA.email);
  await readWhatThereIs(page);
  const queue = await context.newPage();
  await queue.goto('/tasks');
  await expectLive(queue);
  await expect(bell(queue)).toHaveAccessibleName('Notices');

  const patient = await giveTask(SARA, 'Pimpernel');
  for (const open of [page, queue])
    await expect(bell(open)).toHaveAccessibleName('Notices 1 unread');
  await page.getByRole('link', { name: 'Show what has come in since' }).click();
  await expect(notice(page, patient.name)).toContainText(
    'Assigned to you: Package of care sourcing',
  );
  await expect(notice(page, patient.name)).toContainText(patient.nhsNumberShown);
  expect(await faultsOf(page, everything)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await faultsOf(page, colours)).toEqual([]);

  const mark = `Mark as read the notices about ${patient.name}`;
  await page.getByRole('button', { name: mark }).click();
  await expect(page.getByText('You have read everything.')).toBeVisible();
  for (const open of [page, queue]) await expect(bell(open)).toHaveAccessibleName('Notices');
  await page.getByRole('link', { name: 'Waiting for me today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting for me today');
  expect(await faultsOf(page, everything)).toEqual([]);
});

test('notices are read, marked and switched off without JavaScript, and by nobody else', async ({
  people,
}) => {
  const viewport = { width: 320, height: 640 };
  const { page } = await people.at(hub(), IDRIS.email, { javaScriptEnabled: false, viewport });
  await readWhatThereIs(page);
  const patient = await giveTask(IDRIS, 'Agrimony');
  await page.goto('/notices/today');
  await bell(page).click();
  await expect(bell(page)).toHaveAccessibleName('Notices 1 unread');
  const form = notice(page, patient.name).locator('form');
  const id = await form.locator('input[name=id]').inputValue();

  const coordinator = await people.at(hub(), COORDINATOR);
  const marks = [`intent=read&id=${id}`, 'intent=read&id=x', 'intent=read-all'];
  const statuses = marks.map(async (data) => {
    const headers = { origin: hub().origin, 'content-type': 'application/x-www-form-urlencoded' };
    return (await coordinator.context.request.post('/notices', { headers, data })).status();
  });
  expect(await Promise.all(statuses)).toEqual([404, 400, 400]);
  const others = await coordinator.client.get('/notices');
  expect(await others.text()).not.toContain('Agrimony');

  await page.reload();
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('You have read everything.')).toBeVisible();
  await page.getByLabel('A task is assigned to you').uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It applies')).toBeVisible();
  await giveTask(IDRIS, 'Burdock');
  const other = await giveTask(SARA, 'Comfrey');
  const sara = await people.at(hub(), SARA.email);
  await expect(async () => {
    await sara.page.goto('/notices');
    await expect(notice(sara.page, other.name)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  // Told in order: what Sara has heard of by now, Idris would have.
  await page.reload();
  await expect(bell(page)).toHaveAccessibleName('Notices');
  await expect(page.getByLabel('A task is assigned to you')).not.toBeChecked();
});
