import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkTables } from '../../../db/check-tables.ts';
import type { PersonDetails } from '../../../domain/persons/person.ts';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { anotherRecordOf, aStayOn, factsOf, mustDo } from '../../factories/hub-stays.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';
import type { RunningHub } from '../../factories/running-hub.ts';
import { startHub } from '../../factories/running-hub.ts';

const NUMBER = nhsNumberOf(50_000);
const hub = hubManager();

async function merge(of: RunningHub, spellId: string, more: object) {
  const mergeId = randomUUID();
  const answer = await mustDo(of, hub, { id: mergeId, type: 'MergePersons', spellId, ...more });
  return { mergeId, ...answer };
}

/** Somebody with a number on Ward 23, and the same person without one on Ward 24 of Glenfield. */
async function twoRecords(person: Partial<PersonDetails> = {}) {
  const of = await startHub();
  const { spellId } = await aStayOn(of, { person: { nhsNumber: NUMBER } });
  const other = await anotherRecordOf(of, spellId, { wardId: 'gh-24', person });
  return { of, spellId, otherId: other.mergedSpellId, more: other };
}

const cardsOf = (of: RunningHub, ids: string[]) =>
  ids.map((id) => of.hub.services.board(hub).cards.find((card) => card.id === id));

describe('two records of one person', () => {
  it('become one: both stays show who remains, and admission finds one person', async () => {
    const { of, spellId, otherId, more } = await twoRecords({
      communicationNeeds: ['Large print'],
      riskToStaff: 'Large dog',
      familyName: 'Testcase-Old',
    });
    const { seq, card } = await merge(of, spellId, more);
    expect(card).toMatchObject({ id: spellId, seq });
    expect(cardsOf(of, [spellId, otherId])).toMatchObject([
      {
        seq,
        person: { nhsNumber: NUMBER },
        communicationNeeds: ['Large print'],
        riskToStaff: true,
      },
      { person: { name: 'TESTCASE, Asha', nhsNumber: NUMBER }, riskToStaff: true },
    ]);
    expect(await of.store.findPersonByNhsNumber(NUMBER)).toMatchObject({
      person: { riskToStaff: 'Large dog' },
    });
    const found = await of.store.findPeople({ familyName: 'TESTCASE', dateOfBirth: '1941-03-04' });
    expect(found).toMatchObject([{ stays: [{}, {}] }]);
    expect(checkTables(of.db)).toEqual([]);
  });

  it('say on both plans that there is another open stay, and tell it in both histories', async () => {
    const { of, spellId, otherId, more } = await twoRecords();
    await merge(of, spellId, more);
    const views = await Promise.all(
      [spellId, otherId].map((id) => of.hub.services.spellView(hub, id)),
    );
    expect(views.map((view) => view?.stay?.otherOpenStays)).toMatchObject([
      [{ spellId: otherId, wardName: 'Ward 24' }],
      [{ spellId, wardName: 'Ward 23' }],
    ]);
    for (const view of views) {
      expect(view?.history.at(-1)?.text).toMatch(/^Merged .*: Admitted without a number$/);
    }
  });

  it('become two again, as they were, and keep what was corrected meanwhile', async () => {
    const { of, spellId, otherId, more } = await twoRecords({ communicationNeeds: ['Braille'] });
    const before = await factsOf(of, spellId);
    const otherBefore = await factsOf(of, otherId);
    const { mergeId } = await merge(of, spellId, more);
    await mustDo(of, hub, {
      ...{ type: 'UpdatePerson', spellId: otherId },
      ...{ person: { language: 'Urdu' }, seen: { language: null } },
    });
    expect(cardsOf(of, [spellId])).toMatchObject([{ id: spellId }]);
    expect(await factsOf(of, spellId)).toMatchObject({ language: 'Urdu' });
    await mustDo(of, hub, { type: 'UndoMerge', spellId: otherId, mergeId, reason: 'Twins' });
    expect(await factsOf(of, otherId)).toEqual(otherBefore);
    expect(await factsOf(of, spellId)).toEqual({ ...before, language: 'Urdu' });
    expect(checkTables(of.db)).toEqual([]);
    expect(cardsOf(of, [spellId, otherId])).toMatchObject([
      { person: { nhsNumber: NUMBER }, communicationNeeds: [] },
      { person: { nhsNumber: null }, communicationNeeds: ['Braille'] },
    ]);
  });

  it('give the number to the record that remains, and back', async () => {
    const { of, spellId, otherId } = await twoRecords();
    const seen = { remaining: await factsOf(of, otherId), merged: await factsOf(of, spellId) };
    const more = { mergedSpellId: spellId, seen, reason: 'Same person' };
    const { mergeId } = await merge(of, otherId, more);
    expect(await factsOf(of, otherId)).toMatchObject({ nhsNumber: NUMBER });
    await mustDo(of, hub, { type: 'UndoMerge', spellId: otherId, mergeId, reason: 'Wrong one' });
    expect(await factsOf(of, otherId)).toMatchObject({ nhsNumber: null });
    expect(await factsOf(of, spellId)).toMatchObject({ nhsNumber: NUMBER });
    expect(checkTables(of.db)).toEqual([]);
  });

  it('with two different numbers are two people', async () => {
    const { of, spellId, more } = await twoRecords({ nhsNumber: nhsNumberOf(50_001) });
    const command = { id: randomUUID(), type: 'MergePersons', spellId, ...more };
    expect(await of.hub.services.execute(hub, command)).toMatchObject({
      code: 'RULE_BROKEN',
      message: expect.stringContaining('two different NHS numbers') as string,
    });
  });

  it('are merged once by two managers at the same time', async () => {
    const { of, spellId, otherId, more } = await twoRecords();
    const other = { mergedSpellId: spellId, reason: 'Same' };
    const seen = { remaining: more.seen.merged, merged: more.seen.remaining };
    const answers = await Promise.all([
      of.hub.services.execute(hub, { id: randomUUID(), type: 'MergePersons', spellId, ...more }),
      of.hub.services.execute(hub, {
        ...{ id: randomUUID(), type: 'MergePersons', spellId: otherId, seen, ...other },
      }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code))).toEqual([
      'ok',
      'RULE_BROKEN',
    ]);
  });

  it('are not merged by what somebody corrected after they were looked at', async () => {
    const { of, spellId, more } = await twoRecords();
    await mustDo(of, hub, {
      ...{ type: 'UpdatePerson', spellId, person: { sex: 'male' }, seen: { sex: 'female' } },
    });
    const command = { id: randomUUID(), type: 'MergePersons', spellId, ...more };
    expect(await of.hub.services.execute(hub, command)).toMatchObject({ code: 'CONFLICT' });
  });

  it('are changed once, however often the command is sent, also while others work on both', async () => {
    const { of, spellId, otherId, more } = await twoRecords();
    const command = { id: randomUUID(), type: 'MergePersons', spellId, ...more };
    const note = (id: string) =>
      of.hub.services.execute(hub, { id: randomUUID(), type: 'AddNote', spellId: id, text: 'x' });
    const [first, , , again] = await Promise.all([
      of.hub.services.execute(hub, command),
      note(spellId),
      note(otherId),
      of.hub.services.execute(hub, command),
    ]);
    expect(first.ok).toBe(true);
    expect(again).toMatchObject({ ok: true, seq: first.ok ? first.seq : 0 });
    expect(checkTables(of.db)).toEqual([]);
  });

  it('move between councils: the one that no longer has the person is told so', async () => {
    const { of, spellId, otherId } = await twoRecords({
      ...{ place: 'rutland', address: { line: '1 High Street', town: 'Oakham', postcode: null } },
    });
    const task = { type: 'AddTask', spellId: otherId, taskType: 'care_package', blocking: true };
    await mustDo(of, hub, task);
    const rutland = broker({ id: 'user-rutland', place: 'rutland' });
    const leicester = broker();
    const { epoch, seq, cards } = of.hub.services.board(rutland);
    expect(cards.map(({ id }) => id)).toEqual([otherId]);
    const seen = { remaining: await factsOf(of, spellId), merged: await factsOf(of, otherId) };
    const { mergeId } = await merge(of, spellId, { mergedSpellId: otherId, seen, reason: 'Same' });
    expect(of.hub.services.board(rutland, { seq, epoch })).toMatchObject({
      ...{ reset: false, cards: [], removed: [{ id: otherId }] },
    });
    expect(of.hub.services.board(leicester).cards.map(({ id }) => id)).toContain(otherId);
    await mustDo(of, hub, { type: 'UndoMerge', spellId, mergeId, reason: 'Two people' });
    expect(of.hub.services.board(rutland).cards.map(({ id }) => id)).toEqual([otherId]);
    expect(of.hub.services.board(leicester).cards.map(({ id }) => id)).not.toContain(otherId);
  });

  it('are undone from the last to the first', async () => {
    const { of, spellId, otherId, more } = await twoRecords();
    const first = await merge(of, spellId, more);
    const third = await anotherRecordOf(of, spellId);
    const second = await merge(of, spellId, third);
    const undo = (mergeId: string) => ({
      id: randomUUID(),
      type: 'UndoMerge',
      mergeId,
      reason: 'x',
    });
    expect(
      await of.hub.services.execute(hub, { ...undo(first.mergeId), spellId: otherId }),
    ).toMatchObject({ code: 'RULE_BROKEN' });
    await mustDo(of, hub, { ...undo(second.mergeId), spellId });
    await mustDo(of, hub, { ...undo(first.mergeId), spellId: otherId });
    expect(checkTables(of.db)).toEqual([]);
  });
});

describe('admitting somebody whom the hub knows', () => {
  const ward = wardCoordinator();
  const search = { familyName: 'testcase', dateOfBirth: '1941-03-04' };

  it('goes by who was found, also without a number', async () => {
    const of = await startHub();
    const { spellId } = await aStayOn(of, {
      person: { nhsNumber: null, communicationNeeds: ['Large print'] },
    });
    const left = { type: 'DischargePatient', at: '2026-11-20T09:00:00.000Z' };
    await mustDo(of, hub, { ...left, spellId, destination: 'usual_residence' });
    const found = await of.hub.services.findPeople(ward, search);
    expect(found).toMatchObject({ people: [{ spellId, nhsNumber: null }] });
    const { card } = await mustDo(of, ward, {
      ...{ type: 'AdmitPatient', wardId: 'lri-23', admittedAt: '2026-11-22T08:00:00.000Z' },
      ...{ knownSpellId: spellId, continuesSpellId: spellId },
      person: aPersonDetails({ nhsNumber: null }),
    });
    expect(card).toMatchObject({ communicationNeeds: ['Large print'] });
    expect(await of.store.findPeople(search)).toMatchObject([{ stays: [{}, {}] }]);
  });

  it('does not take a stay that its writer neither sees nor found', async () => {
    const of = await startHub();
    const { spellId } = await aStayOn(of, { wardId: 'gh-24', person: { nhsNumber: null } });
    const admit = {
      ...{ id: randomUUID(), type: 'AdmitPatient', wardId: 'lri-23', knownSpellId: spellId },
      ...{ person: aPersonDetails({ nhsNumber: null }), admittedAt: '2026-11-22T08:00:00.000Z' },
    };
    expect(await of.hub.services.execute(ward, admit)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('finds by name only people of the own hospital, by number anybody, and records both', async () => {
    const of = await startHub();
    await aStayOn(of, { wardId: 'gh-24', person: { nhsNumber: NUMBER } });
    expect(await of.hub.services.findPeople(ward, search)).toEqual({ ok: true, people: [] });
    const byNumber = await of.hub.services.findPeople(ward, { nhsNumber: NUMBER });
    expect(byNumber).toMatchObject({ people: [{ lastStay: { wardName: 'Ward 24' } }] });
    expect(await of.hub.services.findPeople(hub, search)).toMatchObject({ people: [{}] });
    expect(await of.hub.services.findPeople(broker(), search)).toMatchObject({ ok: false });
    const kinds = of.db.prepare('SELECT kind FROM read_audit').pluck().all();
    expect(kinds).toEqual(['person_found', 'person_found', 'person_found']);
  });
});
