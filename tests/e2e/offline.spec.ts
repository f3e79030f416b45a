import type { Dialog } from '@playwright/test';
import { expect } from '@playwright/test';
import { addDays, formatDay, formatTime } from '../../domain/time.ts';
import { cardOf, connection, expectLive, openBoard, openPlan, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { TIME_ZONE } from './hub-server.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const hub = hubOfThisFile();

test('without a connection the board says how old it is, keeps an EDD, and saves it once when it is back', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Speedwell' });
  const { page, context } = await people.at(hub(), COORDINATOR);
  await openBoard(page);
  const plan = await openPlan(page, patient);
  const card = cardOf(page, patient);
  const wasLiveFrom = minuteOf(-60_000);
  await expect(connection(page)).not.toContainText('as of');

  await context.setOffline(true);
  await expect(connection(page)).toContainText('No connection');
  // In the hospital's time, wherever the browser is.
  const age = /Showing the board as of (\d\d:\d\d)/.exec(await connection(page).innerText())?.[1];
  expect([wasLiveFrom, minuteOf(0)]).toContain(age);
  const edd = addDays(today, 4);
  await setEdd(plan, edd);
  await expect(card).toContainText(`EDD ${formatDay(edd)}`);
  await expect(card).toContainText('Not saved yet');
  await expect(connection(page)).toContainText('1 change not saved yet');
  expect((await manager.spell(patient.spellId)).card.edd).toBeNull();

  await context.setOffline(false);
  await expectLive(page);
  await expect(card).not.toContainText('Not saved yet');
  await expect(card).toContainText(`EDD ${formatDay(edd)}`);
  expect(await eddLines(patient.spellId)).toHaveLength(1);
});

test('a change whose answer is lost on the way is sent again, and made once', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Tansyleaf' });
  const { page } = await people.at(hub(), COORDINATOR);
  await openBoard(page);
  const plan = await openPlan(page, patient);
  const sent: string[] = [];
  await page.route('**/api/commands', async (route) => {
    sent.push(route.request().postData() ?? '');
    const response = await route.fetch();
    if (sent.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });

  await setEdd(plan, addDays(today, 4));

  await expect.poll(() => sent.length).toBe(2);
  await expect(cardOf(page, patient)).not.toContainText('Not saved yet');
  expect(sent[1]).toBe(sent[0]);
  expect(await eddLines(patient.spellId)).toHaveLength(1);
});

test('somebody who would leave with something unsaved is warned, and loses nothing by staying', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Valerian' });
  const { page, context } = await people.at(hub(), COORDINATOR);
  await openBoard(page);
  const plan = await openPlan(page, patient);
  await context.setOffline(true);
  await setEdd(plan, addDays(today, 4));
  await expect(connection(page)).toContainText('1 change not saved yet');

  const warned = new Promise<string>((resolve) => {
    page.once('dialog', (dialog: Dialog) => {
      resolve(dialog.type());
      void dialog.dismiss();
    });
  });
  await page.close({ runBeforeUnload: true });
  expect(await warned).toBe('beforeunload');

  await page.getByRole('link', { name: 'Wards' }).click();
  const question = page.getByRole('dialog', { name: 'Not everything is saved' });
  await expect(question).toContainText('1 change has not reached the hub yet.');
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect(question).toHaveCount(0);
  await expect(page).toHaveURL(/\/board/);

  await context.setOffline(false);
  await expect(connection(page)).toHaveText('Live');
  await expect(cardOf(page, patient)).not.toContainText('Not saved yet');
  expect(await eddLines(patient.spellId)).toHaveLength(1);
  // With everything saved, leaving asks nothing.
  await page.getByRole('link', { name: 'Wards' }).click();
  await expect(page).toHaveURL(/\/wards/);
});

async function eddLines(spellId: string) {
  const { history } = await hub().manager.spell(spellId);
  return history.filter(({ text }) => text.startsWith('Set EDD'));
}

function minuteOf(shiftMs: number): string {
  return formatTime(new Date(Date.now() + shiftMs).toISOString(), TIME_ZONE);
}
