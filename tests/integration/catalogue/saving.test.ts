import { describe, expect, it } from 'vitest';
import { reportReader } from '../../../db/report-reader.ts';
import { DEFAULT_CATALOGUE } from '../../../domain/tasks/default-catalogue.ts';
import { minutesAfter, NOW } from '../../factories/clock.ts';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { heard, startHub } from '../../factories/running-hub.ts';
import type { RunningHub } from '../../factories/running-hub.ts';

const SPELL = idOf(100);
const TASK = idOf(200);
const { type: _type, ...KEY_SAFE } = DEFAULT_CATALOGUE.key_safe;
const toHub = {
  id: idOf(500),
  type: 'SaveCatalogue',
  seenVersion: 1,
  change: {
    ...{ kind: 'type', taskType: 'key_safe', ...KEY_SAFE },
    ...{ owner: 'hub', target: { kind: 'hours', hours: 4 }, processReason: 'T2' },
  },
  follow: { targets: true, owners: true },
};

/** A hub with a delayed patient whose one blocker is the key safe. */
async function hubWithKeySafe(options: Parameters<typeof startHub>[0] = {}) {
  const running = await startHub(options);
  const { execute } = running.hub.services;
  const about = { spellId: SPELL };
  for (const body of [
    anAdmission(),
    { ...about, id: TASK, type: 'AddTask', taskType: 'key_safe', blocking: true },
    { ...about, id: idOf(300), type: 'RecordNoCriteriaToReside', readyDate: '2026-11-22' },
  ]) {
    expect(await execute(hubManager(), body)).toMatchObject({ ok: true });
  }
  return running;
}

const taskOf = ({ hub }: RunningHub) =>
  hub.services.wardCards(hubManager(), 'lri-23')?.[0]?.tasks[0];

describe('an edition of the catalogue', () => {
  it('is told beforehand, saved, told to open pages, and followed by open tasks', async () => {
    const running = await hubWithKeySafe();
    const { catalogue } = running.hub.services;
    const preview = await catalogue.preview(hubManager(), toHub);
    expect(preview).toMatchObject({
      ok: true,
      effects: {
        ...{ openTasks: 1, patients: 1, reasons: 1, targets: { changed: 1 } },
        owners: { moves: [{ from: 'lightbulb', to: 'hub', tasks: 1, held: 0 }] },
      },
    });
    expect(await catalogue.editions()).toHaveLength(1);

    const client = running.connect(await running.signInAs(wardCoordinator()));
    await heard(client, 'hello');
    const news = heard(client, 'lookups');
    const answer = await catalogue.save(hubManager(), toHub);
    expect(answer).toEqual({ ok: true, number: 2 });
    expect(await news).toEqual(running.hub.services.lookups());
    expect((await news).catalogue.key_safe).toMatchObject({ owner: 'hub' });

    expect(taskOf(running)).toMatchObject({ owner: 'hub', dueAt: minutesAfter(NOW, 240) });
    const card = running.hub.services.wardCards(hubManager(), 'lri-23')?.[0];
    expect(card?.primaryReason).toBe('T2');
    // Days that were over keep their reasons.
    const reports = reportReader(running.db);
    expect(reports.catalogue(minutesAfter(NOW, -1)).key_safe.processReason).toBe('W4');
    expect(reports.catalogue(NOW).key_safe.processReason).toBe('T2');
    // Sent again, as by somebody who pressed twice.
    expect(await catalogue.save(hubManager(), toHub)).toEqual(answer);
    expect((await catalogue.editions()).at(-1)).toMatchObject({
      saved: { by: { id: hubManager().id }, at: NOW },
      followed: { changed: 1 },
    });
  });

  it('changes no open task unless that is wanted', async () => {
    const running = await hubWithKeySafe();
    const before = taskOf(running);
    const { follow: _follow, ...only } = toHub;
    expect(await running.hub.services.catalogue.save(hubManager(), only)).toMatchObject({
      ok: true,
    });
    expect(taskOf(running)).toEqual(before);
    const add = { id: idOf(201), type: 'AddTask', spellId: SPELL, taskType: 'key_safe', blocking: false }; // prettier-ignore
    await running.hub.services.execute(hubManager(), add);
    expect(running.hub.services.wardCards(hubManager(), 'lri-23')?.[0]?.tasks[1]).toMatchObject({
      owner: 'hub',
    });
  });

  it('is one of two that are saved at once about the same thing', async () => {
    const { hub } = await hubWithKeySafe();
    const other = { ...toHub, id: idOf(501), change: { ...toHub.change, owner: 'ward' } };
    const answers = await Promise.all([
      hub.services.catalogue.save(hubManager(), toHub),
      hub.services.catalogue.save(hubManager(), other),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'saved' : answer.code))).toEqual([
      'saved',
      'CONFLICT',
    ]);
    expect(await hub.services.catalogue.editions()).toHaveLength(2);
  });

  it('is followed later, and once, where the records could not be reached meanwhile', async () => {
    let isBroken = false;
    const running = await hubWithKeySafe({
      config: { leaveBoardIntervalMs: 20 },
      breakStore: ({ commit }) => ({
        commit: (...change) => (isBroken ? Promise.reject(new Error('disk')) : commit(...change)),
      }),
    });
    isBroken = true;
    const answer = await running.hub.services.catalogue.save(hubManager(), toHub);
    expect(answer).toEqual({ ok: true, number: 2 });
    expect(taskOf(running)).toMatchObject({ owner: 'lightbulb' });
    isBroken = false;
    await expect
      .poll(async () => (await running.store.catalogue()).followed)
      .toMatchObject({ changed: 1 });
    expect(taskOf(running)).toMatchObject({ owner: 'hub' });
    const followed = (await running.store.eventsOf(SPELL)).filter(({ data }) => 'because' in data);
    expect(followed.map(({ type, role }) => [type, role])).toEqual([
      ['TaskAssigned', 'timer'],
      ['TaskDueSet', 'timer'],
    ]);
  });

  it.each([wardCoordinator(), broker()])('is neither seen nor saved by $role', async (actor) => {
    const { hub } = await hubWithKeySafe();
    const refused = { ok: false, code: 'NOT_ALLOWED' };
    expect(await hub.services.catalogue.save(actor, toHub)).toMatchObject(refused);
    expect(await hub.services.catalogue.preview(actor, toHub)).toMatchObject(refused);
  });

  it('is saved by an administrator, who changes no patient’s task', async () => {
    const { hub } = await hubWithKeySafe();
    const refused = await hub.services.catalogue.save(administrator(), toHub);
    expect(refused).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    const { follow: _follow, ...only } = toHub;
    expect(await hub.services.catalogue.save(administrator(), only)).toMatchObject({ ok: true });
  });

  it.each([null, {}, 'x', { type: 'SaveCatalogue' }, { ...toHub, change: { kind: 'drop' } }])(
    'of rubbish is refused in words (%j)',
    async (body) => {
      const { hub } = await startHub();
      const answer = await hub.services.catalogue.save(hubManager(), body);
      expect(answer).toMatchObject({ ok: false, code: 'INVALID' });
    },
  );
});
