import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { openDatabase } from '../../db/open-database.ts';
import { sqliteAccountStore } from '../../db/sqlite-account-store.ts';
import { addDays } from '../../domain/time.ts';
import { cardOf, connection, find, openBoard, openPlan, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { signIn, test } from './people.ts';

const LEAVER = 'leaver@demo.test';
const MOVER = 'mover@demo.test';

const hub = hubOfThisFile({
  accounts: [
    {
      ...{ id: randomUUID(), email: LEAVER, name: 'Lena Moorcroft' },
      ...{ organisation: 'University Hospitals of Leicester', role: 'ward' },
      ...{ isTeamLead: false, wardIds: ['lri-23'], place: null },
    },
    {
      ...{ id: randomUUID(), email: MOVER, name: 'Milo Overton' },
      ...{ organisation: 'University Hospitals of Leicester', role: 'ward' },
      ...{ isTeamLead: false, wardIds: ['lri-23'], place: null },
    },
  ],
});

test('an account that is closed from the command line shows no patient any more, and keeps what is unsaved for its person', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Larch' });
  const { page, context } = await people.at(hub(), LEAVER);
  await openBoard(page);
  const plan = await openPlan(page, patient);
  await plan.getByLabel('Reason for the EDD (optional)').fill('Waiting for the family');
  // Nothing of what is sent gets through, as where the account is closed in that very moment.
  await page.route('**/api/commands', (route) => route.abort());
  await setEdd(plan, addDays(today, 5));
  await expect(connection(page)).toContainText('1 change not saved yet');
  await plan.getByLabel('Reason for the EDD (optional)').fill('Half a sen');

  await hub().command('user', 'disable', LEAVER);
  const notice = page.getByRole('alert');
  // By the socket, or by what the page asks for first.
  await expect(notice).toContainText(/Your session has ended|You are signed out/);
  await expect(notice).toContainText('1 change is kept here and not saved yet.');
  await expect(page.getByText('LARCH', { exact: false }).first()).toBeHidden();
  await notice.getByRole('button', { name: 'I have signed in again' }).click();
  await expect(notice).toContainText('You are signed out. Sign in again.');

  await hub().command('user', 'enable', LEAVER);
  await page.unroute('**/api/commands');
  const another = await context.newPage();
  await signIn(another, LEAVER);
  await notice.getByRole('button', { name: 'I have signed in again' }).click();
  await expect(connection(page)).toHaveText('Live');
  await expect(cardOf(page, patient)).not.toContainText('Not saved yet');
  await expect(plan.getByLabel('Reason for the EDD (optional)')).toHaveValue('Half a sen');
  const { card, history } = await manager.spell(patient.spellId);
  expect(card.edd).toBe(addDays(today, 5));
  expect(history.find(({ text }) => text.startsWith('Set EDD'))?.by.name).toBe('Lena Moorcroft');
});

test('a page that was left open shows and sends nothing as whoever signs in there next', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Laburnum' });
  const { page, context } = await people.at(hub(), null);
  await signIn(page, LEAVER);
  await openBoard(page);
  const plan = await openPlan(page, patient);
  await page.route('**/api/commands', (route) => route.abort());
  await setEdd(plan, addDays(today, 2));
  await expect(connection(page)).toContainText('1 change not saved yet');
  const another = await context.newPage();
  await another.goto('/board');
  await another.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('alert')).toContainText('You have signed out.');
  await signIn(another, 'manager@demo.test');
  await page.unroute('**/api/commands');
  await page.getByRole('button', { name: 'I have signed in again' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Somebody else has signed in here meanwhile.',
  );
  await expect(page.getByText('LABURNUM', { exact: false }).first()).toBeHidden();
  expect((await manager.spell(patient.spellId)).card.edd).toBeNull();
});

test('somebody whose wards are changed is shown the others no more, without doing anything', async ({
  people,
}) => {
  const { manager, databasePath } = hub();
  const patient = await admit(manager, { familyName: 'Lovage' });
  const { page } = await people.at(hub(), null);
  await signIn(page, MOVER);
  await openBoard(page);
  await find(page, patient);

  const db = openDatabase(databasePath);
  const accounts = sqliteAccountStore(db);
  const account = await accounts.findByEmail(MOVER);
  if (account === null) throw new Error('The account is missing');
  const at = new Date().toISOString();
  await accounts.save({ ...account, wardIds: ['lri-31'] }, 'browser tests', at);
  db.close();

  await expect(cardOf(page, patient)).toHaveCount(0);
  await expect(connection(page)).toContainText('What you may see has changed');
});
