import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import { connection, expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('the list of long stays keeps itself up to date, keeps the focus, and says when it cannot', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Quickthorn', nightsAgo: 23 });
  const { spellId } = patient;
  const { page, context } = await people.at(hub(), 'coordinator@demo.test');
  await page.goto('/review');
  await expectLive(page);
  const row = page.getByRole('row', { name: patient.name });
  await expect(row).toContainText('Not reviewed yet');
  const review = row.getByRole('link', { name: `Review ${patient.name}` });
  await review.focus();

  const edd = addDays(today, 5);
  await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd, seen: null });
  await expect(row).toContainText(formatDay(edd));
  const whyNotHome = 'Waits for a ramp';
  const said = { type: 'ReviewLongStay', whyNotHome, seen: null } as const;
  await manager.send({ id: randomUUID(), ...said, spellId });
  await expect(row).toContainText(whyNotHome);
  // Longer delays go above it, and those who have left go: the focus stays.
  const readyDate = addDays(today, -20);
  await manager.send({ id: randomUUID(), type: 'RecordNoCriteriaToReside', spellId, readyDate });
  await expect(row).toContainText('20 days');
  await expect(review).toBeFocused();

  await context.setOffline(true);
  await expect(connection(page)).toContainText('No connection');
  await page.getByRole('link', { name: /^7 nights and more/ }).click();
  await expect(page.getByRole('table', { name: /here for 7 nights/ })).toBeVisible();
  await expect(row).toContainText(whyNotHome);
  const edd2 = addDays(today, 6);
  await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd: edd2, seen: edd });
  await context.setOffline(false);
  await expectLive(page);
  await expect(row).toContainText(formatDay(edd2));
});
