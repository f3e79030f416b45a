import { beforeAll, describe, expect, it } from 'vitest';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { Instant } from '../../../domain/time.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../../factories/actor.ts';
import { NOW, movingClock } from '../../factories/clock.ts';
import { aStayOn, anotherRecordOf, factsOf, mustDo } from '../../factories/hub-stays.ts';
import type { RunningHub } from '../../factories/running-hub.ts';
import { startHub } from '../../factories/running-hub.ts';

const HUB = hubManager();

/** Each test has people of its own on a hub of this file. */
let hub: RunningHub;
let clock: ReturnType<typeof movingClock>;

beforeAll(async () => {
  clock = movingClock();
  hub = await startHub({ clock, endedBy: () => {} });
  return () => hub.hub.close();
});

/** When it is, and then an hour passes. */
function moment(): Instant {
  const at = clock.now();
  clock.pass(60);
  return at;
}

async function boardAt(at: Instant, reader: Actor = HUB) {
  const reading = await hub.hub.services.past.board(reader, at);
  if (reading.state !== 'ready') throw new Error(JSON.stringify(reading));
  return reading.answer;
}

async function cardAt(spellId: string, at: Instant, reader: Actor = HUB) {
  return (await boardAt(at, reader)).cards.find(({ id }) => id === spellId) ?? null;
}

const planAt = (spellId: string, at: Instant, reader: Actor = HUB) =>
  hub.hub.services.past.plan(reader, spellId, at);

describe('a stay as it was', () => {
  it('is not there before its admission was recorded, though it was earlier', async () => {
    const before = moment();
    // Admitted on 19 November, which nobody entered before now.
    const { spellId } = await aStayOn(hub);
    const after = moment();
    expect(await cardAt(spellId, before)).toBeNull();
    expect(await cardAt(spellId, after)).toMatchObject({ admittedOn: '2026-11-19' });
  });

  it('is still there until a discharge was recorded, whenever it had happened', async () => {
    const { spellId } = await aStayOn(hub);
    const leftAt = clock.now();
    const here = moment();
    await mustDo(hub, HUB, { type: 'DischargePatient', spellId, at: leftAt, destination: 'usual_residence' }); // prettier-ignore
    const gone = moment();
    await mustDo(hub, HUB, { type: 'CancelDischarge', spellId });
    const back = moment();
    expect(await cardAt(spellId, here)).toMatchObject({ dischargedOn: null });
    expect(await cardAt(spellId, gone)).toMatchObject({ dischargedOn: '2026-11-22' });
    expect(await cardAt(spellId, back)).toMatchObject({ dischargedOn: null });
  });

  it('has the name that was known then, also across a merge and its undoing', async () => {
    const { spellId } = await aStayOn(hub, { person: { familyName: 'Before' } });
    const wrong = moment();
    await mustDo(hub, HUB, { type: 'UpdatePerson', spellId, person: { familyName: 'Corrected' }, seen: { familyName: 'Before' } }); // prettier-ignore
    const corrected = moment();
    const other = await anotherRecordOf(hub, spellId, { person: { familyName: 'Other' } });
    const two = moment();
    await mustDo(hub, HUB, { ...{ type: 'MergePersons', id: MERGE }, spellId, ...other }); // prettier-ignore
    const one = moment();
    await mustDo(hub, HUB, { type: 'UndoMerge', spellId, mergeId: MERGE, reason: 'Two after all' });
    const parted = moment();
    const names = async (at: Instant) => {
      const cards = (await boardAt(at)).cards;
      return [spellId, other.mergedSpellId].map(
        (id) => cards.find((card) => card.id === id)?.person.name.split(',')[0] ?? null,
      );
    };
    expect(await names(wrong)).toEqual(['BEFORE', null]);
    expect(await names(corrected)).toEqual(['CORRECTED', null]);
    expect(await names(two)).toEqual(['CORRECTED', 'OTHER']);
    expect(new Set(await names(one)).size).toBe(1);
    expect(await names(parted)).toEqual(['CORRECTED', 'OTHER']);
    expect((await factsOf(hub, spellId)).familyName).toBe('Corrected');
  });

  it('has its whole plan as it was, with nothing that came later', async () => {
    const { spellId, taskId } = await aStayOn(hub);
    const admitted = moment();
    await mustDo(hub, HUB, { type: 'AddNote', spellId, text: 'The first', visibleTo: 'care_roles' });
    clock.pass(1);
    const then = moment();
    await mustDo(hub, HUB, { type: 'AddNote', spellId, text: 'The second', visibleTo: 'care_roles' });
    await mustDo(hub, HUB, { type: 'CompleteTask', spellId, taskId });
    const reading = await planAt(spellId, then);
    const plan = reading.state === 'ready' ? reading.answer : null;
    expect(plan?.view.notes.map(({ text }) => text)).toEqual(['The first']);
    expect(plan?.view.tasks.map(({ state }) => state)).toEqual(['open']);
    expect(plan?.view.history).toHaveLength(3);
    expect(plan?.next).toBe(clock.now());
    // The first note, an hour after the admission.
    expect((plan?.previous ?? '') > admitted).toBe(true);
  }); // prettier-ignore

  it('says of erased details only that they were erased', async () => {
    const { spellId } = await aStayOn(hub, { person: { familyName: 'Forgotten' } });
    const then = moment();
    await mustDo(hub, HUB, { type: 'SetEdd', spellId, edd: '2026-12-24', seen: null });
    hub.db.prepare('UPDATE event_details SET salt = NULL, body = NULL WHERE seq IN (SELECT seq FROM events WHERE spell_id = ?)').run(spellId); // prettier-ignore
    expect(JSON.stringify(await cardAt(spellId, then))).not.toMatch(/forgotten/i);
  });
});

const MERGE = '00000000-0000-4000-8000-00000000a511';

describe('who may look back', () => {
  it('a ward at those who were on it then and are now', async () => {
    const { spellId } = await aStayOn(hub, { wardId: 'lri-23' });
    const { spellId: stayed } = await aStayOn(hub, { wardId: 'lri-23' });
    const then = moment();
    await mustDo(hub, HUB, { type: 'TransferPatient', spellId, wardId: 'gh-24', bed: 'C1' });
    const after = moment();
    const giver = wardCoordinator({ wardIds: ['lri-23'] });
    const taker = wardCoordinator({ wardIds: ['gh-24'] });
    expect(await cardAt(stayed, then, giver)).not.toBeNull();
    expect(await cardAt(spellId, then, giver)).toBeNull();
    expect((await boardAt(then, giver)).isPartial).toBe(true);
    // What the patient was like on another ward is no business of the new one's past.
    expect(await cardAt(spellId, then, taker)).toBeNull();
    expect(await cardAt(spellId, after, taker)).not.toBeNull();
    for (const reader of [giver, taker]) {
      expect(await planAt(spellId, then, reader)).toMatchObject({ state: 'refused' });
    }
    expect(await cardAt(spellId, then)).toMatchObject({ ward: { id: 'lri-23' } });
  });

  it('a broker at the people of their council, then and now', async () => {
    const { spellId } = await aStayOn(hub, { person: { place: 'leicester' } });
    const then = moment();
    await mustDo(hub, HUB, { type: 'UpdatePerson', spellId, person: { place: 'rutland' }, seen: { place: 'leicester' } }); // prettier-ignore
    expect(await cardAt(spellId, then, broker({ place: 'leicester' }))).toBeNull();
    expect(await cardAt(spellId, then, broker({ place: 'rutland' }))).toBeNull();
  });

  it.each([
    ['Lightbulb', housingOfficer()],
    ['an administrator', administrator()],
  ])('%s not at all', async (_who, actor) => {
    const { spellId } = await aStayOn(hub, { taskType: 'key_safe' });
    const then = moment();
    const reads = readsOf();
    const refused = { state: 'refused', refusal: { code: 'NOT_ALLOWED' } };
    expect(await hub.hub.services.past.board(actor, then)).toMatchObject(refused);
    expect(await planAt(spellId, then, actor)).toMatchObject(refused);
    expect(readsOf()).toEqual(reads);
  });

  it('nobody at what is to come, nor at a stay that is not there', async () => {
    const later = new Date(Date.parse(clock.now()) + 1).toISOString();
    expect(await hub.hub.services.past.board(HUB, later)).toMatchObject({ state: 'refused', refusal: { code: 'INVALID' } }); // prettier-ignore
    expect(await planAt('nobody', NOW)).toMatchObject({ state: 'refused', refusal: { code: 'NOT_FOUND' } }); // prettier-ignore
  });

  it('is on record, for the board and for each plan', async () => {
    const { spellId } = await aStayOn(hub);
    const then = moment();
    await boardAt(then);
    await planAt(spellId, then);
    expect(readsOf().slice(-2)).toEqual([
      { kind: 'spell_viewed', spell_id: null, about: `board as it was at ${then}` },
      { kind: 'spell_viewed', spell_id: spellId, about: `as it was at ${then}` },
    ]);
  });
});

function readsOf(): unknown[] {
  return hub.db.prepare('SELECT kind, spell_id, about FROM read_audit ORDER BY id').all();
}

describe('a report of the past', () => {
  const asked = async (params: string) => {
    const question = readQuestion('situation', new URLSearchParams(params), '2026-11-24');
    const reading = await hub.hub.services.reports.read(HUB, question);
    if (reading.state !== 'ready') throw new Error(JSON.stringify(reading));
    return reading.answer;
  };

  it('has the figure of then, and beside it the one that is recorded now', async () => {
    const { spellId } = await aStayOn(hub);
    await mustDo(hub, HUB, { type: 'RecordNoCriteriaToReside', spellId, readyDate: '2026-11-22' });
    clock.pass(2 * 1_440);
    const then = moment();
    const query = `day=2026-11-23&population=everybody&recorded=${then}`;
    const before = await asked(query);
    // Gone since Sunday night, as the ward enters only now.
    await mustDo(hub, HUB, { type: 'DischargePatient', spellId, at: '2026-11-23T20:00:00.000Z', destination: 'usual_residence' }); // prettier-ignore
    clock.pass(1);
    const after = await asked(query.replace(then, new Date(Date.parse(then) + 1).toISOString()));
    expect(before.changedFigures).toBe(0);
    const remaining = after.tables[0]?.columns.findIndex(({ key }) => key === 'remaining') ?? -1;
    const [all] = after.tables[0]?.rows ?? [];
    const was = Number(all?.cells[remaining]);
    expect(was).toBe(Number(before.tables[0]?.rows[0]?.cells[remaining]));
    expect(all?.now?.remaining).toBe(was - 1);
    expect(after.changedFigures).toBeGreaterThan(0);
  }); // prettier-ignore

  it('is refused of what is to come', async () => {
    const question = readQuestion('now', new URLSearchParams('recorded=2030-01-01T00:00:00.000Z'), '2026-11-24'); // prettier-ignore
    const refused = { state: 'refused', refusal: { code: 'INVALID' } };
    expect(await hub.hub.services.reports.read(HUB, question)).toMatchObject(refused);
  });

  it('says in its file, and in the name of it, of when it is', async () => {
    const at = '2026-11-22T09:30:00.000Z';
    const question = readQuestion('situation', new URLSearchParams({ recorded: at }), '2026-11-22');
    const reading = await hub.hub.services.reports.file(HUB, question, { format: 'csv', tableId: null });
    if (reading.state !== 'ready') throw new Error(reading.state);
    const file = reading.answer;
    expect(file.name).toContain('as-recorded-2026-11-22-09-30');
    expect(Buffer.from(file.body).toString()).toContain('As recorded at Sunday 22 November 2026 at 09:30');
  }); // prettier-ignore
});

it('leaves the hub itself as it is', async () => {
  const { spellId } = await aStayOn(hub);
  const then = moment();
  await mustDo(hub, HUB, { type: 'SetEdd', spellId, edd: '2026-12-24', seen: null });
  await boardAt(then);
  expect(hub.hub.services.board(HUB).cards.find(({ id }) => id === spellId)?.edd).toBe(
    '2026-12-24',
  );
});
