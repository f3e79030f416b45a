import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import { cardOf, connection, openBoard, openPlan, planOf, taskIn } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import type { Patient } from './patients.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const LIGHTBULB = 'lightbulb@demo.test';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CLEARANCE = 'Home clearance / deep clean';
const hub = hubOfThisFile();

function somebody(familyName: string): Promise<Patient> {
  return admit(hub().manager, {
    familyName,
    pathway: 'lightbulb',
    tasks: ['home_clearance'],
    person: {
      address: { line: '3 Test Row', town: 'Leicester', postcode: 'LE1 1AA' },
      accessContact: 'Daughter, 0116 496 0123',
      riskToStaff: 'Large dog',
    },
  });
}

const homeOf = (page: Page, { spellId }: Patient) => page.locator(`#home-${spellId}`);

async function mark(home: Locator, step: string, rooms: readonly string[] = []): Promise<void> {
  const form = home.locator('details', { hasText: step });
  await form.locator('summary').click();
  for (const room of rooms) await form.getByText(room, { exact: true }).click();
  await form.getByRole('button', { name: `Mark: ${step.toLowerCase()}` }).click();
}

test('somebody at the door marks clearance done and home ready; the ward and the broker see it at once', async ({
  people,
}) => {
  const patient = await somebody('Foxglove');
  const phone = await people.at(hub(), LIGHTBULB, PHONE);
  const ward = await people.at(hub(), 'coordinator@demo.test');
  const broker = await people.at(hub(), 'broker.leicester@demo.test');
  await ward.page.goto(`/spells/${patient.spellId}`);
  await openBoard(ward.page);
  await openBoard(broker.page);
  await ward.page.goto(`/board?patient=${patient.spellId}`);
  const plan = ward.page.getByRole('complementary', { name: `Plan of ${patient.name}` });
  await expect(plan.getByText(patient.name)).toBeVisible();
  await expect(cardOf(broker.page, patient)).toContainText(CLEARANCE);

  // The home of Lightbulb is its homes.
  await phone.page.goto('/');
  await expect(phone.page).toHaveURL(/\/lightbulb$/);
  await expect(connection(phone.page)).toHaveText('Live');
  const home = homeOf(phone.page, patient);
  await expect(home).toContainText('3 Test Row, Leicester, LE1 1AA');
  await expect(home).toContainText('Risk to staff.');
  await expect(home.getByRole('link', { name: '0116 496 0123' })).toHaveAttribute('href', 'tel:01164960123'); // prettier-ignore
  await mark(home, 'Clearance done', ['Hallway', 'Kitchen']);
  await expect(home).toContainText('Clearance done');
  await expect(home.getByRole('link', { name: 'Correct' })).toBeVisible();
  await plan.getByText('Home', { exact: true }).click();
  await expect(plan).toContainText('Hallway, kitchen');
  await expect(cardOf(broker.page, patient)).toContainText(CLEARANCE);

  await mark(home, 'Home ready');
  await expect(cardOf(broker.page, patient)).not.toContainText(CLEARANCE);
  await expect(plan.getByRole('list', { name: 'Steps of the home' })).toContainText('Home ready');
  const { card, tasks } = await hub().manager.spell(patient.spellId);
  expect(tasks).toMatchObject([{ type: 'home_clearance', state: 'done' }]);
  expect(card.stage).not.toBe('ready_waiting');
});

test('ward, broker and Lightbulb get one person home, each seeing at once what the others did', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Samphire' });
  const phone = await people.at(hub(), LIGHTBULB, PHONE);
  const ward = await people.at(hub(), 'coordinator@demo.test');
  const broker = await people.at(hub(), 'broker.leicester@demo.test');
  await openBoard(ward.page);
  const plan = await openPlan(ward.page, patient);
  for (const [page, path] of [
    [phone.page, '/lightbulb'],
    [broker.page, '/tasks'],
  ] as const) {
    await page.goto(path);
    await expect(connection(page)).toHaveText('Live');
  }
  const home = homeOf(phone.page, patient);
  await expect(home).toHaveCount(0);

  const open = (words: RegExp) => plan.locator('summary').filter({ hasText: words }).click();
  await open(/^Criteria to reside/);
  await open(/^Record no criteria to reside/);
  await plan.getByLabel(/^The team responsible/).check();
  await plan.getByRole('button', { name: 'Record no criteria to reside' }).click();
  await open(/^Add a task/);
  for (const type of ['home_clearance', 'care_package']) {
    await plan.getByLabel('Task to add').selectOption(type);
    await plan.getByRole('button', { name: 'Add task' }).click();
  }
  const row = broker.page.locator('.hub-queue__row').filter({ hasText: patient.name });
  await row.getByRole('button', { name: /^Claim/ }).click();
  const card = cardOf(ward.page, patient);
  await expect(card).toContainText('Package of care sourcing. Nayna Thakrar');

  await mark(home, 'Clearance done', ['Bedroom']);
  await mark(home, 'Home ready');
  await expect(card).not.toContainText(CLEARANCE);

  await broker.page.getByRole('link', { name: /^Mine/ }).click();
  await expect(row).toContainText('Last blocker');
  await row.getByRole('link', { name: patient.name }).click();
  const brokersPlan = planOf(broker.page, patient);
  const packageTask = taskIn(brokersPlan, 'Package of care sourcing');
  await packageTask.getByRole('button', { name: /^Complete/ }).click();
  await expect(card).not.toContainText('Package of care sourcing');

  await open(/^Discharge/);
  await plan.getByLabel('Destination').selectOption('usual_residence');
  await plan.getByLabel('This person has left the hospital').check();
  await plan.getByRole('button', { name: 'Record discharge' }).click();
  await expect(card).toContainText('Left');
  await expect(home).toContainText('Left');
  await expect(brokersPlan).toContainText('Left the hospital on');
});

test('in a hallway without a signal a mark is kept, said to be unsaved, and sent once when there is one', async ({
  people,
}) => {
  const patient = await somebody('Gentian');
  const { page, context } = await people.at(hub(), LIGHTBULB, PHONE);
  await page.goto('/lightbulb');
  await expect(connection(page)).toHaveText('Live');
  const home = homeOf(page, patient);
  await context.setOffline(true);
  await expect(connection(page)).toContainText('No connection');
  await mark(home, 'Clearance done', ['Bedroom']);
  await expect(home).toContainText('Not saved yet');
  await expect(connection(page)).toContainText('1 change not saved yet');
  // The list and the week are one page: looking at the other loses nothing, and asks nothing.
  await page.getByRole('link', { name: 'Visits and works by week' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Visits and works');
  await page.getByRole('link', { name: 'All homes' }).click();
  await expect(home).toContainText('Not saved yet');
  expect((await hub().manager.spell(patient.spellId)).home.steps).toEqual([]);

  await context.setOffline(false);
  await expect(home).not.toContainText('Not saved yet');
  const { home: saved, history } = await hub().manager.spell(patient.spellId);
  expect(saved.steps).toMatchObject([{ step: 'clearance_done', rooms: ['bedroom'] }]);
  expect(history.filter(({ text }) => text.startsWith('Clearance done'))).toHaveLength(1);
});

test('who is home is followed up: agreed for a day, due in words, and done', async ({ people }) => {
  const patient = await somebody('Speedwell');
  const { spellId } = patient;
  const phone = await people.at(hub(), LIGHTBULB, PHONE);
  await phone.page.goto('/lightbulb');
  const home = homeOf(phone.page, patient);
  await expect(home).not.toContainText('Agree a follow-up');
  const at = new Date(Date.now() - 60_000).toISOString();
  await hub().manager.send({
    ...{ id: randomUUID(), type: 'DischargePatient', spellId, at },
    destination: 'usual_residence',
  });

  const agree = home.locator('details', { hasText: 'Agree a follow-up' });
  await agree.locator('summary').click();
  await agree.getByLabel('Follow up on').fill(hub().today);
  await agree.getByLabel('What for (optional)').fill('Is the rail firm?');
  await agree.getByRole('button', { name: 'Save follow-up' }).click();
  await expect(home).toContainText('Follow-up due today');
  await expect(home).toContainText('Is the rail firm?');
  await phone.page
    .getByText(/^After discharge/)
    .first()
    .click();
  await expect(home).toBeVisible();

  const done = home.locator('details', { hasText: 'Followed up' });
  await done.locator('summary').click();
  await done.getByLabel('How it went, in one line (optional)').fill('Firm, and managing well');
  await done.getByRole('button', { name: 'Mark: followed up' }).click();
  await expect(home).not.toContainText('Follow-up due today');
  const { history } = await hub().manager.spell(spellId);
  expect(history.some(({ text }) => text.includes('Firm, and managing well'))).toBe(true);
});

test('a visit that is booked stands in its week', async ({ people }) => {
  const { manager, today } = hub();
  const patient = await somebody('Heather');
  const day = addDays(today, 8);
  const { page } = await people.at(hub(), LIGHTBULB, PHONE);
  await page.goto(`/lightbulb/week?from=${day}`);
  await expect(connection(page)).toHaveText('Live');
  const ofDay = page.locator('section', { has: page.getByRole('heading', { name: formatDay(day) }) }); // prettier-ignore
  await expect(ofDay).not.toContainText(patient.name);
  const booking = { step: 'visit_booked', plannedFor: day } as const;
  await manager.send({
    ...{ id: randomUUID(), type: 'RecordHousingStep', spellId: patient.spellId, ...booking },
  });
  await expect(ofDay).toContainText(patient.name);
});

test('without script the homes are all there, and a mark is answered by the plan', async ({
  people,
}) => {
  const { today } = hub();
  const patient = await somebody('Ivyleaf');
  const { page } = await people.at(hub(), LIGHTBULB, { ...PHONE, javaScriptEnabled: false });
  await page.goto('/lightbulb');
  const home = homeOf(page, patient);
  const form = home.locator('details', { hasText: 'Home ready' });
  await form.locator('summary').click();
  await form.getByLabel('Done on').fill(addDays(today, 1));
  await form.getByLabel('Note (optional)').fill('Keys back with the daughter');
  await form.getByRole('button', { name: 'Mark: home ready' }).click();

  await expect(page).toHaveURL(new RegExp(`/spells/${patient.spellId}`));
  const section = page.getByRole('region', { name: 'Home', exact: true });
  const sentence = 'What is done cannot be in the future. Record it as planned.';
  await expect(section.getByRole('link', { name: sentence })).toBeVisible();
  await expect(section.getByLabel('Note (optional)')).toHaveValue('Keys back with the daughter');
  await section.getByLabel('Done on').fill(today);
  await section.getByRole('button', { name: 'Save step' }).click();
  await expect(section.getByRole('list', { name: 'Steps of the home' })).toContainText(
    'Home ready',
  );
  await expect(section.getByRole('list', { name: 'Steps of the home' })).toContainText('Keys back with the daughter'); // prettier-ignore
});

test('a home that is ready is taken back with a reason, and its work is open again', async ({
  people,
}) => {
  const { manager } = hub();
  const patient = await somebody('Juniper');
  const about = { type: 'RecordHousingStep', spellId: patient.spellId } as const;
  await manager.send({ ...about, id: randomUUID(), step: 'home_ready' });
  const { page } = await people.at(hub(), LIGHTBULB);
  await page.goto(`/spells/${patient.spellId}`);
  const section = page.getByRole('region', { name: 'Home', exact: true });
  await section.getByText('Record or correct a step').click();
  await section.getByLabel('Step', { exact: true }).selectOption('Home ready');
  await section.getByLabel('It is not so after all: take it back').check();
  await section.getByRole('button', { name: 'Save step' }).click();
  await expect(section).toContainText('Say why this is not done after all.');
  await section.getByLabel('Note (optional)').fill('The bed was broken');
  await section.getByRole('button', { name: 'Save step' }).click();
  await expect(section).toContainText('No step recorded yet.');
  const { tasks } = await manager.spell(patient.spellId);
  expect(tasks).toMatchObject([{ type: 'home_clearance', state: 'open', blocking: true }]);
});
