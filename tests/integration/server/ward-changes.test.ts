import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../domain/actor.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import type { RunningHub } from '../../factories/running-hub.ts';
import { startHub } from '../../factories/running-hub.ts';

const priya = wardCoordinator();
const WARD = 'lri-23';

async function changesFor(hub: RunningHub, actor: Actor, wardId = WARD) {
  const changes = await hub.hub.services.wardChanges(actor, wardId);
  if (changes === null) throw new Error('The ward is not theirs');
  return changes;
}

async function linesFor(hub: RunningHub, actor: Actor) {
  const { patients } = await changesFor(hub, actor);
  return patients.flatMap(({ lines }) => lines.map(({ text }) => text));
}

describe('what changed on a ward since somebody last looked', () => {
  it('is told by patient, the newest first, without what they did themselves', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub, { taskType: null });
    await mustDo(hub, hubManager(), { type: 'SetEdd', spellId, edd: '2026-11-25', seen: null });
    await mustDo(hub, priya, { type: 'AddNote', spellId, text: 'Keys with the neighbour' });
    const { patients, lookedAt, seq } = await changesFor(hub, priya);
    expect(lookedAt).toBeNull();
    expect(seq).toBe(3);
    expect(patients).toMatchObject([{ card: { id: spellId } }]);
    expect(await linesFor(hub, priya)).toEqual(['Set EDD to Wed 25 Nov', 'Admitted to Ward 23']);
  });

  it('is nothing once it is marked, and later only what came after what was shown', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub, { taskType: null });
    const { seq } = await changesFor(hub, priya);
    // Comes in while it is read: it was not shown, so it is not marked with it.
    await mustDo(hub, hubManager(), { type: 'SetEdd', spellId, edd: '2026-11-25', seen: null });
    expect(await hub.hub.services.markLooked(priya, WARD, seq)).toBe(true);
    expect(await linesFor(hub, priya)).toEqual(['Set EDD to Wed 25 Nov']);
    expect((await changesFor(hub, priya)).lookedAt).toBe(hub.clock.now());
    await hub.hub.services.markLooked(priya, WARD, 999_999);
    expect((await changesFor(hub, priya)).patients).toEqual([]);
    // What had not happened yet was not marked.
    await mustDo(hub, hubManager(), {
      type: 'SetPathway',
      spellId,
      pathway: 'reablement',
      seen: null,
    });
    expect(await linesFor(hub, priya)).toHaveLength(1);
    // Each person looks for themselves, at each ward.
    expect(await linesFor(hub, wardCoordinator({ id: 'user-tom' }))).toHaveLength(3);
  });

  it('is for nobody who does not see patients there, to read or to mark', async () => {
    const hub = await startHub();
    await aStayOn(hub);
    for (const actor of [wardCoordinator({ wardIds: ['gh-24'] }), broker({ place: 'rutland' })]) {
      expect(await hub.hub.services.wardChanges(actor, WARD)).toBeNull();
      expect(await hub.hub.services.markLooked(actor, WARD, 1)).toBe(false);
    }
    expect(await hub.hub.services.wardChanges(priya, 'no-such-ward')).toBeNull();
  });

  it('tells housing of its own tasks, and nothing clinical', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub, { taskType: 'key_safe' });
    const text = 'Oxygen at home';
    await mustDo(hub, priya, { type: 'SetClinicalCriteria', spellId, text, seen: null });
    await mustDo(hub, priya, { type: 'SetEdd', spellId, edd: '2026-11-25', seen: null });
    expect(await linesFor(hub, housingOfficer())).toEqual(['Added task: Key safe, keys, access']);
  });

  it('is on record as a look at each patient it tells of', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub);
    await aStayOn(hub, { wardId: 'lri-31' });
    await changesFor(hub, priya);
    expect(hub.db.prepare('SELECT actor_id, kind, spell_id FROM read_audit').all()).toEqual([
      { actor_id: 'user-ward', kind: 'spell_viewed', spell_id: spellId },
    ]);
  });
});
