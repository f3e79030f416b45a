import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import { startHub } from '../../factories/running-hub.ts';

const brokers = Array.from({ length: 20 }, (_, index) =>
  broker({ id: `broker-${index}`, name: `Broker ${index}` }),
);

function countEvents(hub: Awaited<ReturnType<typeof startHub>>): number {
  return hub.db.prepare<[], number>('SELECT count(*) FROM events').pluck().get() ?? 0;
}

describe('the one door for change', () => {
  it('writes the event, the tables and the answer together', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const id = randomUUID();
    const answer = await mustDo(hub, wardCoordinator(), {
      ...{ id, type: 'SetEdd', spellId, edd: '2026-11-27', seen: null },
    });
    expect(answer.card).toMatchObject({ id: spellId, edd: '2026-11-27', seq: answer.seq });
    const event = hub.db
      .prepare('SELECT type, actor_name, role, command_id FROM events WHERE seq = ?')
      .get(answer.seq);
    expect(event).toEqual({
      type: 'EddSet',
      actor_name: wardCoordinator().name,
      role: 'ward',
      command_id: id,
    });
    const row = hub.db.prepare('SELECT edd, seq FROM spells WHERE id = ?').get(spellId);
    expect(row).toEqual({ edd: '2026-11-27', seq: answer.seq });
  });

  it('gives the same answer to the same change sent again, and does it once', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const command = { id: randomUUID(), type: 'AddNote', spellId, text: 'Son has the keys.' };
    const first = await hub.hub.services.execute(hubManager(), command);
    const count = countEvents(hub);
    const again = await hub.hub.services.execute(hubManager(), command);
    expect(again).toEqual(first);
    expect(countEvents(hub)).toBe(count);
  });

  it('gives the same refusal again, even when the reason has gone since', async () => {
    const hub = await startHub();
    const { spellId, taskId } = await aStayOn(hub);
    const [first, second] = brokers;
    const claim = { id: randomUUID(), type: 'ClaimTask', spellId, taskId };
    await mustDo(hub, first ?? broker(), { ...claim, id: randomUUID() });
    const refused = await hub.hub.services.execute(second ?? broker(), claim);
    expect(refused).toMatchObject({ ok: false, code: 'CONFLICT' });
    await mustDo(hub, first ?? broker(), { type: 'ReleaseTask', spellId, taskId });
    expect(await hub.hub.services.execute(second ?? broker(), claim)).toEqual(refused);
  });

  it('refuses an id that was used for something else, or by somebody else', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const note = { id: randomUUID(), type: 'AddNote', spellId, text: 'One' };
    await mustDo(hub, hubManager(), note);
    const other = await hub.hub.services.execute(hubManager(), { ...note, text: 'Two' });
    expect(other).toMatchObject({ ok: false, code: 'RULE_BROKEN' });
    const stranger = await hub.hub.services.execute(wardCoordinator(), note);
    expect(stranger).toMatchObject({ ok: false, code: 'RULE_BROKEN' });
  });

  it('lets one of twenty brokers claim a task, and tells the others who has it', async () => {
    const hub = await startHub();
    const { spellId, taskId } = await aStayOn(hub);
    const answers = await Promise.all(
      brokers.map((one) =>
        hub.hub.services.execute(one, { id: randomUUID(), type: 'ClaimTask', spellId, taskId }),
      ),
    );
    const winners = answers.filter((answer) => answer.ok);
    expect(winners).toHaveLength(1);
    const board = hub.hub.services.board(broker());
    const holder = board.cards.find((card) => card.id === spellId)?.tasks[0]?.claimedBy;
    expect(holder).not.toBeNull();
    for (const answer of answers) {
      if (answer.ok) continue;
      expect(answer.code).toBe('CONFLICT');
      expect(answer.message).toContain(holder?.name);
      expect(answer.current?.by).toEqual(holder);
    }
  });

  it('lets notes of many people at once all stand', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const answers = await Promise.all(
      brokers.map((one, index) =>
        hub.hub.services.execute(one, {
          ...{ id: randomUUID(), type: 'AddNote', spellId, text: `Note ${index}` },
        }),
      ),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const notes = hub.db
      .prepare<[string], number>('SELECT count(*) FROM notes WHERE spell_id = ?')
      .pluck()
      .get(spellId);
    expect(notes).toBe(brokers.length);
  });

  it('says who set the EDD meanwhile, and takes the change that has seen it', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    await mustDo(hub, hubManager(), { type: 'SetEdd', spellId, edd: '2026-11-25', seen: null });
    const late = { type: 'SetEdd', spellId, edd: '2026-11-27' };
    const refused = await hub.hub.services.execute(wardCoordinator(), {
      ...late,
      id: randomUUID(),
      seen: null,
    });
    expect(refused).toMatchObject({
      ok: false,
      code: 'CONFLICT',
      current: { field: 'edd', value: '2026-11-25', by: { name: hubManager().name } },
    });
    await mustDo(hub, wardCoordinator(), { ...late, seen: '2026-11-25' });
  });

  it('says who corrected a fact of the person meanwhile, and when', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const correct = (language: string) => ({
      ...{ id: randomUUID(), type: 'UpdatePerson', spellId },
      ...{ person: { language }, seen: { language: null } },
    });
    await mustDo(hub, hubManager(), correct('Polish'));
    const late = await hub.hub.services.execute(wardCoordinator(), correct('Gujarati'));
    const by = { id: hubManager().id, name: hubManager().name };
    expect(late).toMatchObject({
      code: 'CONFLICT',
      current: { field: 'person.language', value: 'Polish', by, at: hub.clock.now() },
    });
  });

  it('makes no event of setting what is there already', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    const edd = { type: 'SetEdd', spellId, edd: '2026-11-25' };
    const first = await mustDo(hub, hubManager(), { ...edd, seen: null });
    const count = countEvents(hub);
    const second = await mustDo(hub, wardCoordinator(), { ...edd, seen: null });
    expect(second.seq).toBe(first.seq);
    expect(countEvents(hub)).toBe(count);
  });

  it('saves nothing, and keeps no answer, while the storage fails; the same change works later', async () => {
    let isBroken = false;
    const hub = await startHub({
      breakStore: (store) => ({
        commit: (change, seq) =>
          isBroken ? Promise.reject(new Error('disk full')) : store.commit(change, seq),
      }),
    });
    const { spellId } = await aStayOn(hub);
    const command = { id: randomUUID(), type: 'AddNote', spellId, text: 'Keys with neighbour.' };
    isBroken = true;
    await expect(hub.hub.services.execute(hubManager(), command)).rejects.toThrow('disk full');
    isBroken = false;
    expect(await hub.hub.services.execute(hubManager(), command)).toMatchObject({ ok: true });
  });

  it('tries again when another process got in between, and gives up kindly', async () => {
    let moves = 2;
    const hub = await startHub({
      breakStore: (store) => ({
        commit: (change, seq) => {
          if (moves === 0) return store.commit(change, seq);
          moves -= 1;
          return Promise.resolve({ ok: false, reason: 'moved' });
        },
      }),
    });
    moves = 0;
    const { spellId } = await aStayOn(hub);
    const note = () => ({ id: randomUUID(), type: 'AddNote', spellId, text: 'Again' });
    moves = 2;
    expect(await hub.hub.services.execute(hubManager(), note())).toMatchObject({ ok: true });
    moves = 99;
    const busy = await hub.hub.services.execute(hubManager(), note());
    expect(busy).toMatchObject({ ok: false, code: 'UNAVAILABLE' });
  });
});
