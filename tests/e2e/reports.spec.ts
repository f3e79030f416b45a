import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const MANAGER = 'manager@demo.test';
const hub = hubOfThisFile();

const PATHS = [
  '/reports',
  '/reports/discharges',
  '/reports/situation',
  '/reports/trends',
  '/reports/why',
  '/reports/equity',
  '/reports/why/stay?spell=anybody',
  '/reports/trends/marks',
  '/reports/discharges/national',
  '/reports/situation/returns',
  '/reports/situation/return',
  '/reports/situation/return/file?part=daily&version=1',
  '/reports/people?report=now&figure=here&group=all',
  '/reports/file?report=now&format=csv',
  '/reports/file/preparing?report=now&format=csv',
];

for (const email of [
  'coordinator@demo.test',
  'broker.leicester@demo.test',
  'lightbulb@demo.test',
  'admin@demo.test',
]) {
  test(`${email} is refused every report, and not shown the way there`, async ({ people }) => {
    const { page, client } = await people.at(hub(), email);
    for (const path of PATHS) {
      expect((await client.get(path)).status(), path).toBe(403);
    }
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Reports' })).toHaveCount(0);
  });
}

test('a stranger is asked to sign in, and then sees the report', async ({ people }) => {
  const { page } = await people.at(hub(), null);
  await page.goto('/reports/discharges?by=ward');
  await expect(page).toHaveURL(/\/login\?next=/);
});

test('a figure opens into the people behind it, and they into their plan', async ({ people }) => {
  const patient = await admit(hub().manager, { familyName: 'Figgins' });
  const { page } = await people.at(hub(), MANAGER);
  await page.goto('/reports?by=ward');
  await page.getByRole('link', { name: /In hospital, All: show who/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In hospital');
  await page.getByRole('link', { name: patient.name }).click();
  await expect(page.getByRole('heading', { name: patient.name })).toBeVisible();
});

test('a report works without JavaScript, and keeps its choices in the address', async ({
  people,
}) => {
  const { page } = await people.at(hub(), MANAGER, { javaScriptEnabled: false });
  await page.goto('/reports/discharges');
  await page.getByLabel('Broken down by').selectOption('Ward');
  await page.getByLabel('People').selectOption('Everybody');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/by=ward/);
  await expect(page.getByLabel('Broken down by')).toHaveValue('ward');
});

test('rubbish in the address is the usual report, and no such page where there is none', async ({
  people,
}) => {
  const { client } = await people.at(hub(), MANAGER);
  const statusOf = async (path: string) => (await client.get(path)).status();
  expect(await statusOf('/reports/discharges?month=%00&by=%27--&population[]=1')).toBe(200);
  expect(await statusOf('/reports/trends?target=1e309&every=never')).toBe(200);
  expect(await statusOf('/reports/secrets')).toBe(404);
  expect(await statusOf('/reports/people?report=now&figure=secrets&group=all')).toBe(404);
  expect(await statusOf('/reports/file?report=now&format=exe')).toBe(404);
});

test('a table is taken away as CSV with the figures of the page', async ({ people }) => {
  const { page } = await people.at(hub(), MANAGER);
  await page.goto('/reports');
  const inHospital = page.getByRole('link', { name: /In hospital, All: show who/ });
  const shown = (await inHospital.innerText()).replace(/\D.*$/s, '');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV of Now by trust' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array)); // as streams of files are
  const rows = parse(Buffer.concat(chunks), { bom: true });
  expect(rows[1]?.slice(0, 2)).toEqual(['All', shown]);
});

test('a national file is sent from its page, and its figures stand beside ours', async ({ people }) => {
  const { page } = await people.at(hub(), MANAGER);
  await page.goto('/reports/discharges/national');
  const lines = ['Org Code,Org Name,Total patients discharged', 'RWE,Hospitals of Leicester,"1,002"'];
  await page.getByLabel('The file', { exact: true }).setInputFiles({
    ...{ name: 'drd.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(lines.join('\n')),
  });
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('drd.csv')).toBeVisible();
  const measures = page.getByRole('region', { name: 'Measures: Hospitals of Leicester' });
  await expect(measures.getByRole('cell', { name: '1,002', exact: true })).toBeVisible();
}); // prettier-ignore

test('a chart is printed, without what only a screen needs', async ({ people }) => {
  const { page } = await people.at(hub(), MANAGER);
  await page.goto('/reports/trends?measure=discharged');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: /Discharges, chart/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show' })).toBeHidden();
});
