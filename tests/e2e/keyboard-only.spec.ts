import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatDay } from '../../domain/time.ts';
import { cardOf, column, expectLive, openBoard, planOf, searchField, taskIn } from './board-screen.ts'; // prettier-ignore
import { hubOfThisFile } from './hub-of-this-file.ts';
import { tabTo } from './keyboard.ts';
import type { Patient } from './patients.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const MEDICINES = 'Medicines to take home and discharge letter';
const hub = hubOfThisFile();

test('somebody without a mouse signs in and plans a discharge: EDD, task, pathway', async ({
  people,
}) => {
  const patient = await admit(hub().manager, { familyName: 'Meadowsweet' });
  const { page } = await people.at(hub(), null);
  const { keyboard } = page;

  await test.step('sign in', async () => {
    await page.goto('/login');
    await tabTo(page, page.getByRole('link', { name: 'Skip to main content' }));
    await tabTo(page, page.getByLabel('Email address'));
    await keyboard.type(COORDINATOR);
    await tabTo(page, page.getByLabel('Password'));
    await keyboard.type(DEMO_PASSWORD);
    await keyboard.press('Enter');
    await expect(page).toHaveURL(/\/board/);
    await expectLive(page);
  });

  await test.step('find the patient and open their plan', async () => {
    await findByKeyboard(page, patient);
    await keyboard.press('Enter');
    await expect(planOf(page, patient)).toBeFocused();
    await expect(planOf(page, patient).getByText(patient.nhsNumberShown)).toBeVisible();
  });
  const plan = planOf(page, patient);

  await test.step('set an EDD', async () => {
    const edd = dayTypedTheSameEitherWay(hub().today);
    await tabTo(page, plan.getByLabel('Set EDD', { exact: true }).and(page.locator('input')));
    await keyboard.type(edd.slice(8) + edd.slice(5, 7) + edd.slice(0, 4));
    await tabTo(page, plan.getByRole('button', { name: 'Set EDD' }));
    await keyboard.press('Enter');
    await expect(cardOf(page, patient)).toContainText(`EDD ${formatDay(edd)}`);
    await expect(plan.getByRole('button', { name: 'Set EDD' })).toBeFocused();
  });

  await test.step('add a task and complete it', async () => {
    await tabTo(page, plan.locator('summary').filter({ hasText: 'Add a task' }));
    await keyboard.press('Enter');
    await tabTo(page, plan.getByLabel('Task to add'));
    await keyboard.type('Medicines to');
    await tabTo(page, plan.getByRole('button', { name: 'Add task' }));
    await keyboard.press('Enter');
    const task = taskIn(plan, MEDICINES);
    await expect(task).toContainText('Blocking discharge');
    await expect(task).not.toContainText('Not saved yet');
    await expect(plan.getByRole('button', { name: 'Add task' })).toBeFocused();

    await tabTo(page, task.getByRole('button', { name: `Complete ${MEDICINES}` }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(plan.getByText('No open tasks.')).toBeVisible();
    await expect(plan.getByText('Done (1)')).toBeVisible();
    // The button is gone: the heading of the tasks has the focus now, not nothing.
    await expect(plan.locator('summary').filter({ hasText: /^Tasks/ })).toBeFocused();
    const { tasks } = await hub().manager.spell(patient.spellId);
    expect(tasks.map(({ type, state }) => [type, state])).toEqual([['medicines', 'done']]);
  });

  await test.step('close the plan: back on the card', async () => {
    await tabTo(page, plan.getByRole('button', { name: 'Close' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(plan).toHaveCount(0);
    await expect(nameOnCard(page, patient)).toBeFocused();
  });

  await test.step('move to another pathway', async () => {
    await keyboard.press('m');
    const dialog = page.getByRole('dialog', { name: `Move ${patient.name}` });
    await expect(dialog).toContainText('Now: Not yet decided.');
    await tabTo(page, dialog.getByRole('radio', { checked: true }));
    await arrowTo(page, 'Reablement at home');
    await expect(dialog.getByLabel('Reablement at home')).toBeFocused();
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(cardOf(column(page, 'Reablement'), patient)).toBeVisible();
    await expect(nameOnCard(page, patient)).toBeFocused();
  });

  const { card } = await hub().manager.spell(patient.spellId);
  expect(card).toMatchObject({ pathway: 'reablement', pathwayAgreed: 'none_set' });
});

test('Escape closes what is open and goes back to where one was', async ({ people }) => {
  const patient = await admit(hub().manager, { familyName: 'Pimpernel' });
  const { page } = await people.at(hub(), COORDINATOR);
  const { keyboard } = page;
  await openBoard(page);
  await findByKeyboard(page, patient);
  const name = nameOnCard(page, patient);

  await keyboard.press('m');
  const question = page.getByRole('dialog', { name: `Move ${patient.name}` });
  await expect(question).toBeVisible();
  await keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(name).toBeFocused();

  await keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys on the board' });
  await expect(keys).toBeVisible();
  await keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(name).toBeFocused();

  await keyboard.press('Enter');
  await expect(planOf(page, patient)).toBeFocused();
  await keyboard.press('Escape');
  await expect(planOf(page, patient)).toHaveCount(0);
  await expect(name).toBeFocused();
  expect((await hub().manager.spell(patient.spellId)).card.pathway).toBe('none_set');
});

test('arrows go from patient to patient, and letters do nothing while one is typing', async ({
  people,
}) => {
  const { manager } = hub();
  const first = await admit(manager, { familyName: 'Willowherb' });
  const second = await admit(manager, { familyName: 'Willowherbert', pathway: 'reablement' });
  const { page } = await people.at(hub(), COORDINATOR);
  const { keyboard } = page;
  await openBoard(page);
  await tabTo(page, searchField(page));
  await keyboard.type('willowherb m?');
  await expect(searchField(page)).toHaveValue('willowherb m?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (let count = 0; count < 3; count += 1) await keyboard.press('Backspace');

  await tabTo(page, nameOnCard(page, first));
  await keyboard.press('ArrowRight');
  await expect(nameOnCard(page, second)).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(nameOnCard(page, first)).toBeFocused();
  await keyboard.press('/');
  await expect(searchField(page)).toBeFocused();
});

test('End goes to the last patient of a column and brings them on screen, Home to the first', async ({
  people,
}) => {
  const { page } = await people.at(hub(), COORDINATOR);
  await openBoard(page);
  const cards = column(page, 'No onward care').getByRole('listitem', { includeHidden: false });
  const size = Number(await cards.first().getAttribute('aria-setsize'));
  const nth = (place: number) => {
    return column(page, 'No onward care').locator(`[aria-posinset="${place}"] a`);
  };
  await expect(nth(size)).toHaveCount(0);
  await tabTo(page, column(page, 'Not yet decided').locator('[aria-posinset="1"] a'));
  await page.keyboard.press('ArrowRight');
  await expect(nth(1)).toBeFocused();

  await page.keyboard.press('End');
  await expect(nth(size)).toBeFocused();
  await expect(nth(size)).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(nth(1)).toBeFocused();
  await expect(nth(1)).toBeInViewport();
});

function nameOnCard(page: Page, { name }: Patient) {
  return page.getByRole('article').getByRole('link', { name, exact: true });
}

async function findByKeyboard(page: Page, patient: Patient): Promise<void> {
  await tabTo(page, searchField(page));
  await page.keyboard.type(patient.familyName);
  await expect(page.getByRole('article')).toHaveCount(1);
  await tabTo(page, nameOnCard(page, patient));
}

async function arrowTo(page: Page, label: string): Promise<void> {
  for (let count = 0; count < 10; count += 1) {
    if (await page.getByLabel(label).isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
}

/** Day and month alike, as a browser may ask for either first: the next such day. */
function dayTypedTheSameEitherWay(today: CalendarDay): CalendarDay {
  const year = Number(today.slice(0, 4));
  const days = [year, year + 1].flatMap((of) =>
    Array.from({ length: 12 }, (_, month) => {
      const number = String(month + 1).padStart(2, '0');
      return `${of}-${number}-${number}`;
    }),
  );
  return days.find((day) => day > today) ?? today;
}
