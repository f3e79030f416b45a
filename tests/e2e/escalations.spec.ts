import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
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
