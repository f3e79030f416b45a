import { expect } from '@playwright/test';
import { cardOf, connection, find, openBoard } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { clientOf, signIn, test } from './people.ts';

const MANAGER = 'manager@demo.test';
const hub = hubOfThisFile();

test('a board that was open shows nobody of before once the demonstration was made anew, and everybody of the new one', async ({
  people,
}) => {
  const former = await admit(hub().manager, { familyName: 'Juniper' });
  const { page, context } = await people.at(hub(), null);
  await signIn(page, MANAGER);
  await openBoard(page);
  await find(page, former);

  await hub().stop();
  await hub().makeAnew('another demonstration');
  await hub().start();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('You are signed out.');
  await expect(cardOf(page, former)).toBeHidden();
  const present = await admit(await clientOf(hub(), MANAGER), { familyName: 'Hawthorn' });
  const another = await context.newPage();
  await signIn(another, MANAGER);
  await notice.getByRole('button', { name: 'I have signed in again' }).click();
  await expect(connection(page)).toHaveText('Live');
  await expect(cardOf(page, former)).toHaveCount(0);
  await find(page, present);
});
