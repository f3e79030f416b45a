import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { addDays } from '../../domain/time.ts';
import { colours, everything, faultsOf } from './axe.ts';
import { expectLive, find, openBoard, openPlan, searchField, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import type { Patient } from './patients.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const COORDINATOR = 'coordinator@demo.test';
const BROKER = 'broker.leicester@demo.test';
const MANAGER = 'manager@demo.test';

const PEOPLE_HERE = '/reports/people?report=now&figure=here&group=all';

const hub = hubOfThisFile();

type Screen = {
  name: string;
  /** Null before signing in. */
  email: string | null;
  show: (page: Page, patient: Patient) => Promise<void>;
};

const SCREENS: readonly Screen[] = [
  { name: 'the sign-in page', email: null, show: goTo('/login') },
  { name: 'a failed sign-in', email: null, show: failToSignIn },
  { name: 'a ward’s board', email: COORDINATOR, show: openBoard },
  { name: 'a broker’s board', email: BROKER, show: openBoard },
  { name: 'Lightbulb’s board', email: 'lightbulb@demo.test', show: openBoard },
  { name: 'the hub’s board, by stage', email: MANAGER, show: showBoardByStage },
  { name: 'a board that nobody matches', email: COORDINATOR, show: searchForNobody },
  { name: 'a narrowed board by ward, filters open', email: MANAGER, show: showFilters },
  { name: 'the board as it was', email: MANAGER, show: goTo('/as-it-was') },
  {
    name: 'a moment that never was',
    email: MANAGER,
    show: goTo('/as-it-was?day=2026-03-29&time=01:30'),
  },
  {
    name: 'a report of the past',
    email: MANAGER,
    show: goTo('/reports/situation?recorded=2026-11-01T08:00:00.000Z'),
  },
  { name: 'a plan beside the board', email: COORDINATOR, show: showPlan },
  { name: 'a plan with a refused EDD', email: COORDINATOR, show: showRefusedPlan },
  { name: 'the question where to move somebody', email: COORDINATOR, show: askWhereTo },
  { name: 'a national pathway to confirm', email: MANAGER, show: askWhetherNational },
  { name: 'the list of keys', email: COORDINATOR, show: showKeys },
  { name: 'the wards', email: COORDINATOR, show: goTo('/wards') },
  { name: 'the search by NHS number', email: COORDINATOR, show: goTo('/find') },
  { name: 'a ward', email: COORDINATOR, show: goTo('/wards/lri-23') },
  { name: 'a board round', email: COORDINATOR, show: showRound },
  { name: 'actions', email: MANAGER, show: goTo('/actions') },
  { name: 'long stays', email: MANAGER, show: goTo('/review') },
  { name: 'what is raised by itself', email: MANAGER, show: goTo('/escalations/settings') },
  { name: 'the review of a long stay', email: COORDINATOR, show: showReview },
  { name: 'what changed on a ward', email: COORDINATOR, show: goTo('/wards/lri-23/changes') },
  { name: 'the admission of a patient', email: COORDINATOR, show: goTo('/wards/lri-23/admit') },
  { name: 'people found before an admission', email: COORDINATOR, show: showFound },
  { name: 'a patient’s details', email: COORDINATOR, show: showDetails },
  { name: 'the search for another record', email: MANAGER, show: showSamePerson },
  { name: 'two records side by side', email: MANAGER, show: compareRecords },
  { name: 'a patient’s page', email: COORDINATOR, show: showPage },
  { name: 'a patient’s page for Lightbulb', email: 'lightbulb@demo.test', show: showPage },
  { name: 'a patient’s page with an error', email: COORDINATOR, show: showPageWithError },
  { name: 'a conflict on a patient’s page', email: COORDINATOR, show: showConflict },
  { name: 'the report of now', email: MANAGER, show: goTo('/reports') },
  { name: 'discharge ready dates', email: MANAGER, show: showThisMonth },
  { name: 'the situation report', email: MANAGER, show: goTo('/reports/situation') },
  { name: 'why people wait', email: MANAGER, show: goTo('/reports/why') },
  { name: 'equity', email: MANAGER, show: goTo('/reports/equity') },
  { name: 'a trend', email: MANAGER, show: goTo('/reports/trends?target=10') },
  { name: 'a month to compare', email: MANAGER, show: goTo('/reports/discharges/national') },
  { name: 'marks on a trend', email: MANAGER, show: goTo('/reports/trends/marks') },
  { name: 'a return to sign', email: MANAGER, show: goTo('/reports/situation/return') },
  { name: 'signed returns', email: MANAGER, show: goTo('/reports/situation/returns') },
  { name: 'the people behind a figure', email: MANAGER, show: goTo(PEOPLE_HERE) },
  { name: 'the task catalogue', email: MANAGER, show: goTo('/catalogue') },
  { name: 'a type of task with an error', email: MANAGER, show: showTypeWithError },
  { name: 'a set of tasks', email: MANAGER, show: goTo('/catalogue/sets/new') },
  { name: 'the homes', email: 'lightbulb@demo.test', show: goTo('/lightbulb') },
  { name: 'a home being marked', email: 'lightbulb@demo.test', show: showMark },
  { name: 'the week of visits', email: 'lightbulb@demo.test', show: goTo('/lightbulb/week') },
  { name: 'the administrator’s page', email: 'admin@demo.test', show: goTo('/admin') },
  { name: 'a page that is not there', email: COORDINATOR, show: goTo('/nowhere') },
];

for (const { name, email, show } of SCREENS) {
  test(`${name} has no accessibility faults, light or dark`, async ({ people }) => {
    const patient = await somebody();
    const { page } = await people.at(hub(), email, { reducedMotion: 'reduce' });
    await show(page, patient);
    expect(await faultsOf(page, everything)).toEqual([]);
    const lightBackground = await backgroundOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => backgroundOf(page)).not.toBe(lightBackground);
    // The dark page is the same but for its colours.
    expect(await faultsOf(page, colours)).toEqual([]);
  });
}

const NARROW: readonly [path: string, email: string | null][] = [
  ['/login', null],
  ['/wards', COORDINATOR],
  ['/wards/lri-23', COORDINATOR],
  ['/wards/lri-23/changes', COORDINATOR],
  ['/spells/one', COORDINATOR],
  ['/as-it-was', MANAGER],
  ['/reports', MANAGER],
  ['/reports/discharges', MANAGER],
  ['/reports/trends', MANAGER],
  ['/lightbulb', 'lightbulb@demo.test'],
  ['/lightbulb/week', 'lightbulb@demo.test'],
  ['/admin', 'admin@demo.test'],
];

for (const [path, email] of NARROW) {
  test(`${path} fits a screen 320 pixels wide without scrolling sideways`, async ({ people }) => {
    const { spellId } = await somebody();
    const viewport = { width: 320, height: 640 };
    const { page } = await people.at(hub(), email, { viewport });
    await page.goto(path.replace('one', spellId));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const isWider = () => {
      return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    };
    expect(await isWider()).toBe(false);
    // The measure tells: in half the room the same page does not fit.
    await page.setViewportSize({ width: 100, height: 640 });
    expect(await isWider()).toBe(true);
  });
}

async function showSamePerson(page: Page, { spellId }: Patient) {
  await page.goto(`/spells/${spellId}/same-person`);
}

async function compareRecords(page: Page, patient: Patient) {
  const double = await admit(hub().manager, {
    ...{ familyName: 'Cowslip', place: 'rutland', person: { nhsNumber: null } },
  });
  await showSamePerson(page, patient);
  await page.getByLabel('Family name').fill(double.familyName);
  await page.getByLabel('Date of birth').fill('1941-03-04');
  await page.getByRole('button', { name: 'Find the other record' }).click();
  await page
    .getByRole('radio', { name: /^COWSLIP/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Where the records differ' }).waitFor();
}

async function showFound(page: Page): Promise<void> {
  await goTo('/wards/lri-23/admit')(page);
  await page.getByLabel('Family name').fill('Marjoram');
  await page.getByLabel('Date of birth').fill('1941-03-04');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('radio', { name: /^MARJORAM/ })).toBeVisible();
}

let admitted: Promise<Patient> | null = null;

/** With everything that a plan can show. */
function somebody(): Promise<Patient> {
  admitted ??= admit(hub().manager, {
    familyName: 'Marjoram',
    pathway: 'reablement',
    tasks: ['reablement_start', 'key_safe', 'medicines'],
    person: {
      needsInterpreter: true,
      language: 'Gujarati',
      communicationNeeds: ['Large print letters'],
      riskToStaff: 'Dog in the house',
      socialCareId: 'L1234567',
    },
  });
  return admitted;
}

function backgroundOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function goTo(path: string) {
  return async (page: Page) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  };
}

/** A month with discharges, as the demo of tests has those of some days only. */
async function showThisMonth(page: Page): Promise<void> {
  const month = addDays(hub().today, -1).slice(0, 7);
  await goTo(`/reports/discharges?population=everybody&month=${month}`)(page);
  await expect(page.getByRole('table').first()).toBeVisible();
}

async function showMark(page: Page, { spellId }: Patient): Promise<void> {
  await page.goto('/lightbulb');
  const home = page.locator(`#home-${spellId}`);
  await home.getByText('Home ready').first().click();
  await expect(home.getByRole('checkbox', { name: 'Hallway' })).toBeVisible();
}

async function failToSignIn(page: Page): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('Email address').fill(COORDINATOR);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
}

async function showBoardByStage(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('link', { name: 'Stage' }).click();
  await expect(page.getByRole('region', { name: 'Ready and waiting' })).toBeVisible();
}

async function showFilters(page: Page): Promise<void> {
  await page.goto('/board?group=ward&edd=week');
  await expectLive(page);
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByLabel('Delayed')).toBeVisible();
}

async function askWhetherNational(page: Page, patient: Patient): Promise<void> {
  await askWhereTo(page, patient);
  await page.getByRole('radio', { name: 'Long-term care placement' }).check();
  await expect(page.getByRole('checkbox', { name: /changes from P1 to P3/ })).toBeVisible();
}

async function searchForNobody(page: Page): Promise<void> {
  await openBoard(page);
  await searchField(page).fill('nobody at all');
  await expect(page.getByText('Nobody on the board matches')).toBeVisible();
}

async function showReview(page: Page, { spellId }: Patient) {
  await page.goto(`/review/${spellId}`);
}

async function showRound(page: Page, { spellId, name }: Patient): Promise<void> {
  await page.goto(`/wards/lri-23/round/${spellId}`);
  await expectLive(page);
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

async function showPlan(page: Page, patient: Patient): Promise<void> {
  await openBoard(page);
  const plan = await openPlan(page, patient);
  // Everything that can be folded out.
  await plan.locator('details').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });
}

async function showRefusedPlan(page: Page, patient: Patient): Promise<void> {
  await openBoard(page);
  const plan = await openPlan(page, patient);
  await setEdd(plan, addDays(hub().today, -1));
  await expect(plan.getByRole('heading', { name: 'Not saved' })).toBeVisible();
}

async function askWhereTo(page: Page, patient: Patient): Promise<void> {
  await openBoard(page);
  await (await find(page, patient)).getByRole('button', { name: /^Move to/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function showKeys(page: Page): Promise<void> {
  await openBoard(page);
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys on the board' })).toBeVisible();
}

async function showPage(page: Page, { spellId, name }: Patient): Promise<void> {
  await page.goto(`/spells/${spellId}`);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function showDetails(page: Page, patient: Patient): Promise<void> {
  await showPage(page, patient);
  await page
    .getByRole('link', { name: /details/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/details/i);
}

async function showPageWithError(page: Page, patient: Patient): Promise<void> {
  await showPage(page, patient);
  await setEdd(page.locator('body'), addDays(hub().today, -1));
  await expect(page.getByText('The estimated discharge date cannot be in the past.').first()).toBeVisible(); // prettier-ignore
}

async function showConflict(page: Page, patient: Patient): Promise<void> {
  const { manager, today } = hub();
  await showPage(page, patient);
  const { spellId } = patient;
  const command = { id: crypto.randomUUID(), type: 'SetEdd', spellId, seen: null } as const;
  await manager.send({ ...command, edd: addDays(today, 2) });
  await setEdd(page.locator('body'), addDays(today, 7));
  await expect(page.getByRole('group', { name: 'Not saved yet' })).toBeVisible();
}

async function showTypeWithError(page: Page) {
  await page.goto('/catalogue/types/key_safe');
  await page.getByLabel('How many hours or days').fill('soon');
  await page.getByRole('button', { name: 'See what follows' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number');
}
