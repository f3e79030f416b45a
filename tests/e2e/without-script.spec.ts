import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import { addDays, formatDay } from '../../domain/time.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { signIn, test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const NO_SCRIPT = { javaScriptEnabled: false };
const MEDICINES = 'Medicines to take home and discharge letter';
const hub = hubOfThisFile();

test('a wrong password is said so and keeps the email address; the right one signs in, and out again', async ({
  people,
}) => {
  const { page } = await people.at(hub(), null, NO_SCRIPT);
  await page.goto('/wards');
  await expect(page).toHaveURL(/\/login\?next=%2Fwards/);
  await page.getByLabel('Email address').fill(COORDINATOR);
  await page.getByLabel('Password').fill('not my password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const summary = page.locator('.nhsuk-error-summary');
  await expect(summary.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expect(summary.getByRole('link')).toHaveAttribute('href', /^#(email|password)$/);
  await expect(page.getByLabel('Email address')).toHaveValue(COORDINATOR);
  await expect(page.getByLabel('Password')).toHaveValue('');

  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/wards$/);
  await expect(page.getByRole('heading', { name: 'Wards', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Email address')).toBeVisible();
  await page.goto('/wards');
  await expect(page).toHaveURL(/\/login/);
});

test('from the ward’s list to a patient, whose EDD is set after a mistake is mended', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Agrimony' });
  const { page } = await people.at(hub(), null, NO_SCRIPT);
  await signIn(page, COORDINATOR);
  const note = page.locator('.hub-noscript');
  await expect(note).toBeVisible();
  await note.locator('a', { hasText: 'Ward 23' }).click();
  await expect(page).toHaveURL(/\/wards\/lri-23$/);
  await page.getByRole('link', { name: patient.name }).click();
  await expect(page.getByRole('heading', { name: patient.name, level: 1 })).toBeVisible();
  const section = page.getByRole('region', { name: 'Estimated discharge date (EDD)' });
  await expect(section).toContainText('Not set');

  const past = addDays(today, -1);
  await section.getByLabel('Set EDD').fill(past);
  await section.getByLabel('Reason for the EDD (optional)').fill('Waiting for the scan');
  await section.getByRole('button', { name: 'Set EDD' }).click();
  const summary = page.locator('.nhsuk-error-summary');
  const message = 'The estimated discharge date cannot be in the past.';
  await expect(summary.getByRole('link', { name: message })).toBeVisible();
  await expect(section.getByLabel('Set EDD')).toHaveValue(past);
  await expect(section.getByLabel('Set EDD')).toHaveAttribute('aria-invalid', 'true');
  await expect(section.getByLabel('Reason for the EDD (optional)')).toHaveValue('Waiting for the scan'); // prettier-ignore
  expect((await manager.spell(patient.spellId)).card.edd).toBeNull();

  const edd = addDays(today, 5);
  await section.getByLabel('Set EDD').fill(edd);
  await section.getByRole('button', { name: 'Set EDD' }).click();
  await expect(section).toContainText(formatDay(edd));
  await expect(section).not.toContainText('Not set');
  await expect(summary).toHaveCount(0);
  const { card, history } = await manager.spell(patient.spellId);
  expect(card.edd).toBe(edd);
  expect(history.filter(({ text }) => text.includes('Waiting for the scan'))).toHaveLength(1);
});

test('what others changed on the ward is read and marked, and then there is nothing new', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Betony' });
  const { page } = await people.at(hub(), COORDINATOR, NO_SCRIPT);
  await page.goto('/wards/lri-23');
  await page.getByRole('link', { name: 'What changed since you last looked' }).click();
  const section = page.getByRole('region', { name: patient.name });
  await expect(section).toContainText('Admitted to');
  await page.getByRole('button', { name: 'Mark as looked at' }).click();
  await expect(page.getByText('Nothing has changed')).toBeVisible();
  const { spellId } = patient;
  const edd = addDays(today, 3);
  await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd, seen: null });
  await page.reload();
  await expect(section).toContainText(`Set EDD to ${formatDay(edd)}`);
  await expect(section).not.toContainText('Admitted to');
});

test('a task is completed', async ({ people }) => {
  const { manager } = hub();
  const { spellId } = await admit(manager, { familyName: 'Betony', tasks: ['medicines'] });
  const { page } = await people.at(hub(), COORDINATOR, NO_SCRIPT);
  await page.goto(`/spells/${spellId}`);
  const section = page.getByRole('region', { name: 'Tasks' });
  await expect(section).toContainText('Blocking discharge');
  await section.getByRole('button', { name: `Complete ${MEDICINES}` }).click();
  await expect(section).toContainText('No open tasks.');
  await expect(section.getByText('Done (1)')).toBeVisible();
  const [task] = (await manager.spell(spellId)).tasks;
  expect(task).toMatchObject({ state: 'done', done: { by: { name: 'Hannah Wardle' } } });
});

test('where somebody else set the EDD meanwhile, both dates stand beside each other to choose from', async ({
  people,
}) => {
  const { manager, today } = hub();
  const { spellId } = await admit(manager, { familyName: 'Celandine' });
  const { page } = await people.at(hub(), COORDINATOR, NO_SCRIPT);
  const [theirs, mine] = [addDays(today, 3), addDays(today, 8)];
  const section = page.getByRole('region', { name: 'Estimated discharge date (EDD)' });
  const choice = section.getByRole('group', { name: 'Not saved yet' });
  const keep = choice.getByRole('button', { name: `Keep that (${formatDay(theirs)})` });
  const insist = choice.getByRole('button', { name: `Use mine (${formatDay(mine)})` });
  const eddNow = async () => (await manager.spell(spellId)).card.edd;

  await page.goto(`/spells/${spellId}`);
  await section.getByLabel('Set EDD').fill(mine);
  await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd: theirs, seen: null });
  await section.getByRole('button', { name: 'Set EDD' }).click();
  await expect(choice.getByRole('alert')).toContainText('Samina Qayyumi');
  await expect(insist).toBeVisible();
  expect(await eddNow()).toBe(theirs);

  await keep.click();
  await expect(section).toContainText(formatDay(theirs));
  await expect(choice).toHaveCount(0);
  expect(await eddNow()).toBe(theirs);

  // Again, from a page that was opened before theirs was changed back.
  const other = addDays(today, 4);
  await section.getByLabel('New EDD').fill(mine);
  await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd: other, seen: theirs });
  await section.getByRole('button', { name: 'Set EDD' }).click();
  await insist.click();
  await expect(section).toContainText(formatDay(mine));
  await expect(choice).toHaveCount(0);
  expect(await eddNow()).toBe(mine);
});

test('somebody with the name and birth date of another is admitted as somebody new, and the ward’s list is printed whole', async ({
  people,
}) => {
  const known = await admit(hub().manager, { familyName: 'Campion' });
  const { page } = await people.at(hub(), COORDINATOR, NO_SCRIPT);
  await page.goto('/wards/lri-23/admit');
  await page.getByLabel('Family name').fill('Campion');
  await page.getByLabel('Date of birth').fill('1941-03-04');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('radio', { name: /^CAMPION/ })).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.nhsuk-error-summary')).toContainText('Choose the person');
  await page.getByRole('radio', { name: 'None of these: somebody new' }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByLabel('Family name')).toHaveValue('Campion');
  await expect(page.getByLabel('Date of birth')).toHaveValue('1941-03-04');
  await page.getByLabel('Given name').fill('Basil');
  await page.getByRole('button', { name: /^Admit/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('CAMPION, Basil');

  await page.goto('/wards/lri-23');
  const rows = page.getByRole('row').filter({ hasText: 'CAMPION' });
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: known.nhsNumberShown })).toHaveCount(1);
  const controls = page.getByRole('button').or(page.getByRole('navigation'));
  await expect(controls.first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(rows.first()).toBeVisible();
  await expect(page.getByText(/^Ward 23, .* As of /)).toBeVisible();
  expect(await controls.filter({ visible: true }).count()).toBe(0);
});
