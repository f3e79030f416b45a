import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { addDays, formatDay } from '../../domain/time.ts';
import { cardOf, connection, expectLive, openBoard, openPlan, setEdd } from './board-screen.ts';
import { hubOfThisFile } from './hub-of-this-file.ts';
import { admit } from './patients.ts';
import { test } from './people.ts';

const hub = hubOfThisFile();

test('what was saved on the board is there after a power cut, and the board is live again by itself', async ({
  people,
}) => {
  const { manager, today } = hub();
  const patient = await admit(manager, { familyName: 'Campion' });
  const { page } = await people.at(hub(), 'coordinator@demo.test');
  await openBoard(page);
  const plan = await openPlan(page, patient);
  let reloads = 0;
  page.on('load', () => (reloads += 1));
  const [edd, later] = [addDays(today, 3), addDays(today, 6)];
  const answered = page.waitForResponse('**/api/commands');
  await setEdd(plan, edd);
  expect((await answered).status()).toBe(200);

  await hub().kill();
  await expect(connection(page)).toContainText('Reconnecting');
  await expect(connection(page)).toContainText('Showing the board as of');
  await hub().start();
  await expectLive(page);

  const card = cardOf(page, patient);
  await expect(card).toContainText(`EDD ${formatDay(edd)}`);
  expect((await manager.spell(patient.spellId)).card.edd).toBe(edd);
  // Live means that it hears: of a change made after the restart, too.
  const { spellId } = patient;
  await manager.send({ id: randomUUID(), type: 'SetEdd', spellId, edd: later, seen: edd });
  await expect(card).toContainText(`EDD ${formatDay(later)}`);
  await expect(plan.getByText('Samina Qayyumi', { exact: false }).first()).toBeVisible();
  expect(reloads).toBe(0);
});

test('a command is answered the same after a power cut, also when it was refused', async () => {
  const { manager, today } = hub();
  const { spellId } = await admit(manager, { familyName: 'Burdock' });
  const set = (edd: string, seen: string | null) =>
    ({ id: randomUUID(), type: 'SetEdd', spellId, edd, seen }) as const;
  const edd = addDays(today, 3);
  const commands = [
    set(edd, null),
    set(addDays(today, -1), edd),
    set(addDays(today, 9), null),
    { id: randomUUID(), type: 'AddNote', spellId: randomUUID(), text: 'Nobody' },
  ] as const;
  const before = [];
  for (const command of commands) before.push(await manager.post(command));
  expect(before.map(({ status }) => status)).toEqual([200, 422, 409, 404]);
  const card = (await manager.spell(spellId)).card;

  await hub().kill();
  await hub().start();

  const after = [];
  for (const command of commands) after.push(await manager.post(command));
  expect(after).toEqual(before);
  const { card: kept, history } = await manager.spell(spellId);
  expect(kept).toEqual(card);
  expect(history.filter(({ text }) => text.startsWith('Set EDD'))).toHaveLength(1);
  // The id belongs to what was asked for then; something else under it is refused.
  const changed = await manager.post({ ...set(addDays(today, 5), edd), id: commands[0].id });
  expect(changed.status).toBe(422);
});

test('when the power goes while many are writing, what was acknowledged is kept and a retry adds nothing', async () => {
  const { manager } = hub();
  const { spellId } = await admit(manager, { familyName: 'Comfrey' });
  const notes = Array.from({ length: 60 }, (_, index) => {
    return { id: randomUUID(), type: 'AddNote', spellId, text: `Note ${index}` } as const;
  });
  const acknowledged: string[] = [];
  let cut = Promise.resolve();
  const writers = notes.map(async (note) => {
    try {
      await manager.send(note);
    } catch {
      // Its answer was lost with the server: written or not, nobody knows yet.
      return;
    }
    acknowledged.push(note.id);
    if (acknowledged.length === 10) cut = hub().kill();
  });
  await Promise.all(writers);
  await cut;
  expect(acknowledged.length).toBeGreaterThanOrEqual(10);
  expect(acknowledged.length).toBeLessThan(notes.length);
  await hub().start();

  const kept = (await manager.spell(spellId)).notes.map(({ id }) => id);
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  for (const note of notes) await manager.send(note);
  const ids = (await manager.spell(spellId)).notes.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(notes.map(({ id }) => id).toSorted());
});
