import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import { cardOf, column, find, openBoard, openPlan, planOf, setEdd, taskIn } from './board-screen.ts'; // prettier-ignore
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit, agree } from './patients.ts';
import { test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const BROKER = 'broker.leicester@demo.test';
const SECOND_BROKER = 'second.broker@demo.test';
const OTHER_COUNCIL = 'broker.rutland@demo.test';
const TASK = 'Reablement start';

const hub = hubOfThisFile({
  accounts: [
    {
      id: randomUUID(),
      email: SECOND_BROKER,
      name: 'Rosa Whitmore',
      organisation: 'Leicester City Council',
      role: 'broker',
      isTeamLead: false,
      wardIds: [],
      place: 'leicester',
    },
  ],
});

test('an EDD that the coordinator sets is on the broker’s board and in their plan, without a reload', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Larkspur', pathway: 'reablement' });
  const coordinator = await people.at(hub(), COORDINATOR);
  const broker = await people.at(hub(), BROKER);
  await openBoard(coordinator.page);
  await openBoard(broker.page);
  const brokersPlan = await openPlan(broker.page, patient);
  const brokersCard = cardOf(broker.page, patient);
  await expect(brokersCard).toContainText('EDD not set');
  let reloads = 0;
  broker.page.on('load', () => (reloads += 1));

  const coordinatorsPlan = await openPlan(coordinator.page, patient);
  await expect(brokersCard).toContainText('Hannah Wardle is looking');
  const section = brokersPlan.getByRole('region', { name: /^Estimated discharge date/ });
  await coordinatorsPlan.getByLabel('Reason for the EDD (optional)').focus();
  await expect(section).toContainText('Hannah Wardle is writing here');
  const edd = addDays(hub().today, 5);
  await setEdd(coordinatorsPlan, edd);
  await expect(section).not.toContainText('is writing here');

  await expect(brokersCard).toContainText(`EDD ${formatDay(edd)}`);
  await expect(brokersCard).not.toContainText('EDD not set');
  await expect(section).toContainText(formatDay(edd));
  await expect(section).toContainText('Hannah Wardle');
  // A broker reads the EDD; the ward sets it.
  await expect(section).toContainText('The ward sets the EDD.');
  await expect(brokersPlan.getByRole('button', { name: 'Set EDD' })).toHaveCount(0);
  expect(reloads).toBe(0);
});

test('of two brokers who claim a task at the same time one has it, and the other is told who', async ({
  people,
}) => {
  const { manager } = hub();
  const patient = await admit(manager, { familyName: 'Foxglove', tasks: ['reablement_start'] });
  const brokers = [
    { ...(await people.at(hub(), BROKER)), name: 'Nayna Thakrar' },
    { ...(await people.at(hub(), SECOND_BROKER)), name: 'Rosa Whitmore' },
  ];
  const letGo = await holdCommands(brokers.map(({ page }) => page));
  for (const { page } of brokers) {
    await openBoard(page);
    const plan = await openPlan(page, patient);
    await plan.getByRole('button', { name: `Claim ${TASK}` }).click();
  }
  await letGo();

  const claimant = async () => (await manager.spell(patient.spellId)).tasks[0]?.claimedBy;
  await expect.poll(claimant).not.toBeNull();
  const holder = (await claimant())?.name;
  const winner = brokers.find(({ name }) => name === holder);
  const loser = brokers.find(({ name }) => name !== holder);
  if (winner === undefined || loser === undefined) throw new Error(`Nobody won: ${holder}`);
  const notice = new RegExp(
    `^${winner.name} has this task already, since \\w{3} \\d+ \\w{3}, [\\d:]+\\.$`,
  );
  const winnersTask = taskIn(planOf(winner.page, patient), TASK);
  const losersTask = taskIn(planOf(loser.page, patient), TASK);

  await expect(losersTask.getByRole('alert')).toHaveText(notice);
  await expect(losersTask).toContainText(`Claimed by ${winner.name}`);
  await expect(losersTask).not.toContainText('Claimed by you');
  await expect(winnersTask).toContainText('Claimed by you');
  await expect(winner.page.getByText(notice)).toHaveCount(0);

  for (const { page } of brokers) await page.reload();
  await expect(winnersTask).toContainText('Claimed by you');
  await expect(losersTask).toContainText(`Claimed by ${winner.name}`);
  const { history } = await manager.spell(patient.spellId);
  expect(history.filter(({ text }) => text === `Claimed ${TASK}`)).toHaveLength(1);
});

test('another council’s broker hears nothing of it, and cannot open the patient', async ({
  people,
}) => {
  const { manager } = hub();
  const theirs = await admit(manager, { familyName: 'Bramble', pathway: 'reablement' });
  const own = await admit(manager, { familyName: 'Teasel', pathway: 'reablement', place: 'rutland' }); // prettier-ignore
  const broker = await people.at(hub(), BROKER);
  const other = await people.at(hub(), OTHER_COUNCIL);
  await openBoard(broker.page);
  await openBoard(other.page);
  const ownCard = await find(other.page, own);

  const edd = addDays(hub().today, 4);
  for (const { spellId } of [theirs, own]) {
    await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd, seen: null });
  }
  // What is sent later has come: what was sent before would have, too.
  await expect(ownCard).toContainText(`EDD ${formatDay(edd)}`);
  await expect.poll(() => broker.frames.join()).toContain(theirs.spellId);

  await expect.poll(() => other.frames.join()).toContain(own.spellId);
  const heard = other.frames.join();
  expect(heard).toContain(own.nhsNumber);
  for (const secret of [theirs.spellId, theirs.nhsNumber, theirs.name]) {
    expect(heard).not.toContain(secret);
  }
  await other.page.reload();
  await other.page.getByRole('searchbox').fill(theirs.familyName);
  await expect(other.page.getByText('Nobody on the board matches')).toBeVisible();
  await expect(cardOf(other.page, theirs)).toHaveCount(0);
  expect(await other.page.content()).not.toContain(theirs.spellId);

  await other.page.goto(`/board?patient=${theirs.spellId}`);
  await expect(
    other.page.getByText('This patient is not there, or is not yours to see.'),
  ).toBeVisible();
  const answer = await other.page.goto(`/spells/${theirs.spellId}`);
  expect(answer?.status()).toBe(404);
  await expect(other.page.getByRole('heading', { name: 'This is not here' })).toBeVisible();
  expect((await other.client.get(`/api/spells/${theirs.spellId}`)).status()).toBe(404);
});

test('a patient whom the hub agrees to need no onward care leaves the broker’s board at once', async ({
  people,
}) => {
  const { manager } = hub();
  const patient = await admit(manager, { familyName: 'Sorrel', pathway: 'reablement' });
  const stays = await admit(manager, { familyName: 'Sorrelwood', pathway: 'reablement' });
  const broker = await people.at(hub(), BROKER);
  await openBoard(broker.page);
  await openPlan(broker.page, patient);
  await expect(cardOf(broker.page, stays)).toBeVisible();

  await agree(manager, patient.spellId, 'no_onward_care', 'reablement');

  await expect(cardOf(broker.page, patient)).toHaveCount(0);
  await expect(cardOf(broker.page, stays)).toBeVisible();
  await expect(
    broker.page.getByText('This patient is not there, or is not yours to see.'),
  ).toBeVisible();
  await expect(broker.page.getByText(patient.nhsNumberShown)).toHaveCount(0);
});

test('the hub manager sees the coordinator move a patient to another pathway', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Yarrow' });
  const coordinator = await people.at(hub(), COORDINATOR);
  const manager = await people.at(hub(), 'manager@demo.test');
  await openBoard(coordinator.page);
  await openBoard(manager.page);
  await find(manager.page, patient);
  const card = cardOf(manager.page, patient);
  await expect(cardOf(column(manager.page, 'Not yet decided'), patient)).toBeVisible();

  await (await find(coordinator.page, patient)).getByRole('button', { name: /^Move to/ }).click();
  const dialog = coordinator.page.getByRole('dialog', { name: `Move ${patient.name}` });
  await dialog.getByLabel('Reablement at home').check();
  await expect(dialog).toContainText('The ward recommends a pathway; the hub then agrees one.');
  await dialog.getByRole('button', { name: 'Recommend Reablement at home' }).click();

  await expect(cardOf(column(manager.page, 'Reablement'), patient)).toBeVisible();
  await expect(cardOf(column(manager.page, 'Not yet decided'), patient)).toHaveCount(0);
  await expect(card).toContainText('Recommended, not agreed yet');
});

/** Keeps these pages' commands on the way until all of them are there, and lets them go at once. */
async function holdCommands(pages: readonly Page[]): Promise<() => Promise<void>> {
  const letGo: (() => void)[] = [];
  const arrivals: Promise<void>[] = [];
  for (const page of pages) {
    let arrive = () => {};
    arrivals.push(new Promise((resolve) => (arrive = resolve)));
    await page.route('**/api/commands', async (route) => {
      const held = new Promise<void>((resolve) => letGo.push(resolve));
      arrive();
      await held;
      await route.continue();
    });
  }
  return async () => {
    await Promise.all(arrivals);
    for (const go of letGo) go();
  };
}

test('two people who change different things of one patient never meet', async ({ people }) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Saxifrage', tasks: ['reablement_start'] });
  const [coordinator, hubManager] = [
    await people.at(hub(), COORDINATOR),
    await people.at(hub(), 'manager@demo.test'),
  ];
  const letGo = await holdCommands([coordinator.page, hubManager.page]);
  await openBoard(coordinator.page);
  await openBoard(hubManager.page);
  const edd = addDays(today, 5);
  await setEdd(await openPlan(coordinator.page, patient), edd);
  const plan = await openPlan(hubManager.page, patient);
  await plan.getByRole('button', { name: `Claim ${TASK}` }).click();
  await letGo();
  for (const { page } of [coordinator, hubManager]) {
    const card = cardOf(page, patient);
    await expect(card).toContainText(`EDD ${formatDay(edd)}`);
    await expect(card).not.toContainText('Not saved yet');
    await expect(page.getByRole('group', { name: 'Not saved yet' })).toHaveCount(0);
  }
  const { card } = await manager.spell(patient.spellId);
  expect(card.edd).toBe(edd);
  expect(card.tasks[0]?.claimedBy).not.toBeNull();
});
