import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { expectLive } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('what is raised is taken on by the team’s lead, without script, and the hub sees it', async ({
  people,
}) => {
  const tasks = ['care_package'] as const;
  const patient = await admit(hub().manager, { familyName: 'Escallonia', tasks });
  const { spellId } = patient;
  const [task] = (await hub().manager.spell(spellId)).tasks;
  await hub().manager.send({
    ...{ type: 'Escalate', id: randomUUID(), spellId, taskId: task?.id ?? '' },
    ...{ to: 'team_lead', need: 'No provider has answered' },
  });

  const lead = await people.at(hub(), 'broker.leicester@demo.test', { javaScriptEnabled: false });
  await lead.page.goto('/escalations');
  const row = lead.page.getByRole('row', { name: patient.name });
  await expect(row).toContainText('No provider has answered');
  await expect(row).toContainText('Nobody has taken it on');
  await row.getByRole('link').click();
  await lead.page.getByText('Take it on', { exact: false }).first().click();
  await lead.page.getByLabel('What happens next').fill('Ring three more providers');
  await lead.page.getByRole('button', { name: /^Take on/ }).click();
  await expect(lead.page.getByText('Ring three more providers').first()).toBeVisible();

  const manager = await people.at(hub(), 'manager@demo.test');
  await manager.page.goto('/escalations');
  await expect(manager.page.getByRole('row', { name: patient.name })).toContainText(
    'Ring three more providers',
  );
  expect((await new AxeBuilder({ page: manager.page }).analyze()).violations).toEqual([]);
});

test('a stay that a ward raises, without script, is on the hub’s list as it stands, goes to the duty director and is settled', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Laddersmith', tasks: ['care_package'] });
  const { spellId } = patient;
  const ready = { type: 'RecordNoCriteriaToReside', readyDate: today } as const;
  await manager.send({ id: randomUUID(), ...ready, spellId });
  const atHub = await people.at(hub(), 'manager@demo.test');
  await atHub.page.goto('/escalations?with=hub');
  await expectLive(atHub.page);
  const row = atHub.page.getByRole('row', { name: patient.name });
  await expect(row).toHaveCount(0);

  const ward = await people.at(hub(), 'coordinator@demo.test', { javaScriptEnabled: false });
  await ward.page.goto(`/spells/${spellId}`);
  await ward.page.getByText('Escalate this stay').click();
  const form = ward.page.locator('form').filter({ hasText: 'What is needed, and why now' }).first();
  await form.getByRole('button', { name: 'Escalate the stay' }).click();
  await expect(ward.page.getByText('Say what is needed, and why now.').first()).toBeVisible();
  await form.getByLabel('What is needed, and why now').fill('Nobody answers the family');
  await form.getByRole('button', { name: 'Escalate the stay' }).click();
  await expect(ward.page).toHaveURL(/#plan-criteria$/);
  await expect(ward.page.locator('#plan-criteria')).toContainText('Escalated to the hub');

  await expect(row).toContainText('Nobody answers the family');
  await expect(row).toContainText('The stay');
  const raise = { type: 'Escalate', to: 'duty_director', need: 'Beds are full' } as const;
  await manager.send({ id: randomUUID(), ...raise, spellId, taskId: null });
  await expect(row).toHaveCount(0);
  await atHub.page.getByRole('link', { name: /^With the duty director/ }).click();
  await expect(row).toContainText('Beds are full');
  const settle = { type: 'ResolveEscalation', outcome: 'A bed was found' } as const;
  await manager.send({ id: randomUUID(), ...settle, spellId, taskId: null });
  await expect(row).toHaveCount(0);
});
