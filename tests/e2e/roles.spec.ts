import { expect } from '@playwright/test';
import { formatNhsNumber } from '../../domain/persons/nhs-number.ts';
import type { Card } from '../../domain/spell/card.ts';
import { PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { connection, expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import type { Person } from './people.ts';
import { signIn, test } from './people.ts';

const hub = hubOfThisFile();

const CARE_FIELDS = ['pathway', 'pathwayAgreed', 'stage', 'dischargeReadyDate', 'delayDays'];

for (const [email, name, wardIds] of [
  ['coordinator@demo.test', 'Hannah Wardle', ['lri-23', 'lri-31']],
  ['coordinator.glenfield@demo.test', 'Declan Feeney', ['gh-16', 'gh-27', 'gh-32']],
] as const) {
  test(`${email} starts at a board of their own wards’ patients`, async ({ people }) => {
    const person = await people.at(hub(), null);
    await startAtBoard(person, email, name);
    const { cards } = await person.client.board();
    const everybody = await boardOfTheHub();
    expectSame(
      cards,
      everybody.filter(({ ward }) => wardIds.some((id) => id === ward.id)),
    );
    await expectNobodyElse(person, cards);
    await expect(person.page.getByText('Move to…').first()).toBeVisible();
    await expect(person.page.getByRole('link', { name: 'Wards' })).toBeVisible();
  });
}

for (const [place, name] of [
  ['leicester', 'Nayna Thakrar'],
  ['leicestershire', 'Martin Orton'],
  ['rutland', 'Alison Quincey'],
] as const) {
  const email = `broker.${place}@demo.test`;
  test(`${email} starts at the tasks of their council’s people who need social care`, async ({
    people,
  }) => {
    const person = await people.at(hub(), null);
    await signIn(person.page, email);
    await expect(person.page).toHaveURL(/\/tasks$/);
    await person.page.getByRole('link', { name: 'Board' }).click();
    await expectBoardOf(person, name);
    const { cards } = await person.client.board();
    const everybody = await boardOfTheHub();
    const theirs = everybody.filter((card) => card.place === place && isOnBoard(card));
    expectSame(cards.filter(isOnBoard), await whoNeedSocialCare(theirs));
    expect(cards.length).toBeLessThan(theirs.length);
    await expectNobodyElse(person, cards);
    // Brokers decide no pathway, and have no ward.
    await expect(person.page.getByText('Move to…')).toHaveCount(0);
    await expect(person.page.getByRole('link', { name: 'Wards' })).toHaveCount(0);
  });
}

test('lightbulb@demo.test starts at its homes, with addresses and nothing clinical', async ({
  people,
}) => {
  const person = await people.at(hub(), null);
  const { page, client } = person;
  await signIn(page, 'lightbulb@demo.test');
  await expect(page).toHaveURL(/\/lightbulb$/);
  await expect(page.getByRole('banner').getByText('Marcia Pinnock')).toBeVisible();
  await expect(connection(page)).toHaveText('Live');
  const html = await (await client.get('/lightbulb')).text();
  expect(html).toContain('Homes to make ready');
  for (const field of CARE_FIELDS) expect(html).not.toContain(`"${field}"`);
  await expectNothingClinical(person);
  await page.goto('/board');
  await expectLive(page);
  const { cards } = await client.board();
  expect(cards.length).toBeGreaterThan(0);
  const hubsCards = new Map((await boardOfTheHub()).map((card) => [card.id, card]));
  for (const card of cards) {
    expect(card.person.address).toBeDefined();
    expect(card.tasks.every(({ owner }) => owner === 'lightbulb')).toBe(true);
    for (const field of CARE_FIELDS) {
      expect(card).not.toHaveProperty(field);
      expect(hubsCards.get(card.id)).toHaveProperty(field);
    }
  }
  await expectNobodyElse(person, cards);
  await expectNothingClinical(person);

  const seen = hubsCards.get(cards[0]?.id ?? '');
  if (seen === undefined) throw new Error('The hub does not see who housing sees');
  const spell = JSON.stringify(await (await client.get(`/api/spells/${seen.id}`)).json());
  expect(spell).toContain(seen.person.name);
  expect(spell).not.toContain(seen.person.nhsNumber);
  await page.goto(`/spells/${seen.id}`);
  await expect(page.getByRole('heading', { name: seen.person.name })).toBeVisible();
  await expectNothingClinical(person);
  const hubsSpell = await hub().manager.get(`/spells/${seen.id}`);
  expect(await hubsSpell.text()).toContain(seen.person.nhsNumber);
});

test('manager@demo.test starts at a board of everybody', async ({ people }) => {
  const person = await people.at(hub(), null);
  await startAtBoard(person, 'manager@demo.test', 'Samina Qayyumi');
  const { cards } = await person.client.board();
  expect(cards.length).toBeGreaterThan(150);
  expect(new Set(cards.map(({ place }) => place)).size).toBeGreaterThan(3);
  const { length } = cards.filter(isOnBoard);
  await expect(person.page.getByText(`${length} patients`)).toBeVisible();
  await expect(person.page.getByText('Move to…').first()).toBeVisible();
});

test('admin@demo.test starts at the accounts and sees no patient anywhere', async ({ people }) => {
  const person = await people.at(hub(), null);
  const { page, client } = person;
  await signIn(page, 'admin@demo.test');
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.getByText('Neil Tansley')).toBeVisible();
  await expect(page.getByText('This account sees no patients.')).toBeVisible();
  await expectNobodyElse(person, []);
  expect((await client.board()).cards).toEqual([]);

  const [somebody] = await boardOfTheHub();
  for (const path of [
    `/spells/${somebody?.id}`,
    `/wards/${somebody?.ward.id}`,
    '/wards',
    '/board',
  ]) {
    await page.goto(path);
    await expectNobodyElse(person, []);
  }
  await expect(page).toHaveURL(/\/admin$/);
  expect((await client.get(`/api/spells/${somebody?.id}`)).status()).toBe(404);
});

/** Pages of those who run the hub: asked for, and sent to, by everybody else. */
const RUN_BY_THE_HUB = [
  '/catalogue',
  '/catalogue/editions',
  '/catalogue/types/care_package',
  '/catalogue/sets/new',
  '/escalations/settings',
];

for (const [email, paths] of [
  ['coordinator@demo.test', RUN_BY_THE_HUB],
  ['broker.leicester@demo.test', [...RUN_BY_THE_HUB, '/wards/lri-23/round']],
  ['lightbulb@demo.test', [...RUN_BY_THE_HUB, '/review', '/wards/lri-23/round']],
  ['admin@demo.test', ['/escalations', '/escalations/settings', '/review', '/wards/lri-23/round']],
] as const) {
  test(`${email} is refused what the hub runs, asking and sending`, async ({ people }) => {
    const { client, context } = await people.at(hub(), email);
    const headers = { Origin: hub().origin };
    for (const path of paths) {
      expect((await client.get(path)).status(), path).toBe(403);
      const sent = await context.request.post(path, { headers, form: { name: 'Mine' } });
      expect([403, 405], `${path}, sent to`).toContain(sent.status());
    }
  });
}

test('admin@demo.test has no notices of patients, and none to mark', async ({ people }) => {
  const { page, context } = await people.at(hub(), 'admin@demo.test');
  for (const path of ['/notices', '/notices/today']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/admin$/);
  }
  const headers = { Origin: hub().origin };
  const sent = await context.request.post('/notices', { headers, form: { do: 'read-all' } });
  expect(sent.status()).toBe(404);
});

async function startAtBoard(person: Person, email: string, name: string): Promise<void> {
  await signIn(person.page, email);
  await expectBoardOf(person, name);
}

async function expectBoardOf({ page }: Person, name: string): Promise<void> {
  await expect(page).toHaveURL(/\/board$/);
  await expect(page.getByRole('banner').getByText(name)).toBeVisible();
  await expectLive(page);
  await expect(page.getByRole('article').first()).toBeVisible();
}

/** Homes are followed up after somebody has left; no board shows them. */
const isOnBoard = ({ hasLeftBoard }: Card) => hasLeftBoard !== true;

async function boardOfTheHub(): Promise<Card[]> {
  return (await hub().manager.board()).cards;
}

/** By their plans, as a card does not have what was done before today. */
async function whoNeedSocialCare(cards: readonly Card[]): Promise<Card[]> {
  const found: Card[] = [];
  for (const card of cards) {
    const { pathwayAgreed, nationalPathway } = card;
    const { tasks } = await hub().manager.spell(card.id);
    const hasTask = tasks.some(
      ({ owner, state }) => owner === 'social_care' && state !== 'cancelled',
    );
    const isAgreed = pathwayAgreed !== 'none_set' && nationalPathway !== 'P0';
    if (hasTask || isAgreed) found.push(card);
  }
  return found;
}

function expectSame(cards: readonly Card[], expected: readonly Card[]): void {
  const idsOf = (list: readonly Card[]) => list.map(({ id }) => id).sort();
  expect(idsOf(cards)).toEqual(idsOf(expected));
  expect(cards.length).toBeGreaterThan(0);
}

/** Neither on the screen nor in the page's source is there anybody who is not on these cards. */
async function expectNobodyElse({ page }: Person, cards: readonly Card[]): Promise<void> {
  const source = await page.content();
  const own = new Set(cards.map(({ id }) => id));
  const others = (await boardOfTheHub()).filter(({ id }) => !own.has(id));
  expect(others.length).toBeGreaterThan(0);
  for (const { id, person } of others) {
    // Asked about outside of expect: a failure must not print the whole page for each.
    const numbers = [person.nhsNumber ?? '', formatNhsNumber(person.nhsNumber ?? '')];
    const found = [id, ...numbers].filter((text) => text.trim() !== '' && source.includes(text));
    expect(found, person.name).toEqual([]);
  }
}

async function expectNothingClinical({ page }: Person): Promise<void> {
  const source = await page.content();
  expect(source.match(/999 ?\d{3} ?\d{4}/g)).toBeNull();
  for (const field of CARE_FIELDS) expect(source).not.toContain(`"${field}"`);
  const text = await page.getByRole('main').innerText();
  for (const words of ['NHS number', 'Delayed', 'Criteria to reside', 'Length of stay']) {
    expect(text).not.toContain(words);
  }
  for (const pathway of Object.values(PATHWAY_NAMES)) expect(text).not.toContain(pathway);
}
