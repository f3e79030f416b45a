import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import { expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('a review gives the ward something to do; the ward does it without script, and the hub sees it at once', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Blackthorn', nightsAgo: 23 });
  const { page } = await people.at(hub(), 'manager@demo.test');
  const what = 'Family meeting about the ramp';
  const dueOn = addDays(today, 2);

  await page.goto(`/review/${patient.spellId}`);
  const actions = page.getByRole('region', { name: 'Actions', exact: true });
  await actions.getByLabel('What is to be done').fill(what);
  await actions.getByLabel('To be done by').fill(dueOn);
  await actions.getByRole('button', { name: 'Add action' }).click();
  // What was typed is kept when something is missing.
  await expect(actions.getByText('Choose a team').first()).toBeVisible();
  await expect(actions.getByLabel('What is to be done')).toHaveValue(what);
  await actions.getByLabel('Team that does it').selectOption('Ward');
  await actions.getByRole('button', { name: 'Add action' }).click();
  await expect(actions.getByRole('listitem').filter({ hasText: what })).toContainText(
    `Ward by ${formatDay(dueOn)}`,
  );
  await page.goto('/review');
  await expectLive(page);
  const row = page.getByRole('row', { name: patient.name });
  await expect(row).toContainText(what);

  const ward = await people.at(hub(), 'coordinator@demo.test', { javaScriptEnabled: false });
  await ward.page.goto('/actions?whose=team');
  const listed = ward.page.getByRole('row', { name: patient.name });
  await expect(listed).toContainText('Long-stay review');
  await listed.getByRole('link', { name: patient.name }).click();
  const plan = ward.page.getByRole('region', { name: 'Actions', exact: true });
  const item = plan.getByRole('listitem').filter({ hasText: what });
  await item.getByText('Say what came of it').click();
  await item.getByLabel('What came of it, or why it is no longer needed').fill('They build it');
  await item.getByRole('button', { name: 'Finish' }).click();
  await plan.getByText('Ended (1)').click();
  await expect(item).toContainText('Done: They build it');

  await expect(row).not.toContainText(what);
});
