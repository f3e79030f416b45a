import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, StoredAnswer } from '../../../db/store.ts';
import { sightFacts } from '../../../domain/audience.ts';
import type { SpellCommand } from '../../../domain/spell/commands.ts';
import { wardCoordinator } from '../../factories/actor.ts';
import { anEdition, firstEdition, withType } from '../../factories/catalogue.ts';
import { carryOut, changeBy } from '../../factories/change.ts';
import { NOW, minutesAfter } from '../../factories/clock.ts';
import { aContext, anAdmission } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';
import { TEST_WARDS } from '../../factories/ward.ts';

const SPELL = idOf(100);
const setEdd = (id: number, edd: string, seen: string | null): SpellCommand => ({
  id: idOf(id),
  type: 'SetEdd',
  spellId: SPELL,
  edd,
  seen,
});
const addTask: SpellCommand = {
  id: idOf(200),
  type: 'AddTask',
  spellId: SPELL,
  taskType: 'care_package',
  blocking: true,
};
const refusal: StoredAnswer = {
  commandId: idOf(1),
  actorId: 'user-ward',
  bodyHash: 'abc',
  spellId: null,
  answeredAt: NOW,
  outcome: { ok: false, code: 'RULE_BROKEN', message: 'No.', fields: { edd: 'No.' } },
};

/** What any storage of the hub must do. `make` gives an empty one with the test wards. */
export function testsOfStore(name: string, make: () => Promise<Store>): void {
  describe(`the store (${name})`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await make();
    });
    afterEach(() => store.close());

    it('knows its epoch, its wards and its catalogue of tasks', async () => {
      expect(await store.readMark()).toEqual({
        epoch: 'epoch-of-tests',
        isDemo: false,
        demoDay: null,
      });
      const wards = await store.wards();
      expect(new Set(wards)).toEqual(new Set(TEST_WARDS));
      expect(await store.catalogue()).toEqual(firstEdition());
      await expect(store.checkHealth()).resolves.toBeUndefined();
    });

    it('keeps every edition of the catalogue, and the last one holds', async () => {
      const content = withType((await store.catalogue()).content, 'key_safe', { name: 'Keys' });
      const follow = { types: ['key_safe' as const], targets: true, owners: false };
      const second = anEdition(2, { content, follow, note: 'As people say it' });
      expect(await store.saveEdition(second)).toEqual({ ok: true });
      expect(await store.catalogue()).toEqual(second);
      expect(await store.catalogueEditions()).toEqual([firstEdition(), second]);
      expect(await store.unfollowedEditions()).toEqual([second]);
      await store.finishFollowing({ edition: 2, finishedAt: NOW, changed: 3 });
      await store.finishFollowing({ edition: 2, finishedAt: NOW, changed: 9 });
      expect(await store.unfollowedEditions()).toEqual([]);
      expect((await store.catalogue()).followed).toEqual({ at: NOW, changed: 3 });
    });

    it('lets one of two editions that follow on from the same one be saved, and each command once', async () => {
      const answers = await Promise.all([
        store.saveEdition(anEdition(2)),
        store.saveEdition(anEdition(2, { commandId: idOf(1) })),
        store.saveEdition(anEdition(2)),
      ]);
      expect(answers).toEqual([
        { ok: true },
        { ok: false, reason: 'moved' },
        { ok: false, reason: 'answered' },
      ]);
      expect(await store.catalogueEditions()).toHaveLength(2);
    });

    it('has nobody on the board at first', async () => {
      expect(await store.liveSpells()).toEqual([]);
      expect(await store.lastSeq()).toBe(0);
      expect(await store.loadSpell(SPELL)).toBeNull();
      expect(await store.eventsAfter(0, 10)).toEqual([]);
    });

    it('keeps an admission as its event, its stay and its answer', async () => {
      const actor = wardCoordinator();
      const change = changeBy(null, anAdmission(), aContext({ actor }));
      expect(await store.commit(change, 0)).toEqual({ ok: true, seq: 1 });

      expect(await store.loadSpell(SPELL)).toEqual({ spell: change.after, seq: 1 });
      expect(await store.liveSpells()).toEqual([{ spell: change.after, seq: 1 }]);
      expect(await store.eventsOf(SPELL)).toEqual([
        {
          ...change.events[0],
          seq: 1,
          recordedAt: NOW,
          role: 'ward',
          organisation: actor.organisation,
          commandId: SPELL,
        },
      ]);
      expect(await store.findAnswer(SPELL)).toEqual({
        commandId: SPELL,
        actorId: actor.id,
        bodyHash: 'hash of AdmitPatient',
        spellId: SPELL,
        answeredAt: NOW,
        outcome: { ok: true, seq: 1 },
      });
    });

    it('takes in one change after another and numbers their events without gaps', async () => {
      await carryOut(store, anAdmission());
      await carryOut(store, setEdd(2, '2026-11-27', null));
      await carryOut(store, addTask);
      const { seq } = await carryOut(store, setEdd(3, '2026-11-28', '2026-11-27'));
      expect(seq).toBe(4);
      expect(await store.lastSeq()).toBe(4);
      expect((await store.eventsAfter(1, 2)).map((event) => [event.seq, event.type])).toEqual([
        [2, 'EddSet'],
        [3, 'TaskAdded'],
      ]);
    });

    it('refuses a change to a stay that moved since it was loaded, and writes nothing', async () => {
      const { spell, seq } = await carryOut(store, anAdmission());
      await carryOut(store, setEdd(2, '2026-11-27', null));
      const late = changeBy(spell, addTask);
      expect(await store.commit(late, seq)).toEqual({ ok: false, reason: 'moved' });
      expect(await store.lastSeq()).toBe(2);
      expect((await store.loadSpell(SPELL))?.spell.tasks).toEqual([]);
      expect(await store.findAnswer(addTask.id)).toBeNull();
    });

    it('carries a command out once, also when it comes twice at a time', async () => {
      const { spell, seq } = await carryOut(store, anAdmission());
      const change = changeBy(spell, addTask);
      const results = await Promise.all([store.commit(change, seq), store.commit(change, seq)]);
      expect(results).toEqual([
        { ok: true, seq: 2 },
        { ok: false, reason: 'answered' },
      ]);
      expect((await store.loadSpell(SPELL))?.spell.tasks).toHaveLength(1);
    });

    it('does not carry a command out again when its answer is long forgotten', async () => {
      const { spell, seq } = await carryOut(store, anAdmission());
      const change = changeBy(spell, addTask);
      await store.commit(change, seq);
      expect(await store.forgetAnswers(minutesAfter(NOW, 1))).toBe(2);
      expect(await store.commit(change, 2)).toEqual({ ok: false, reason: 'answered' });
      expect(await store.findAnswer(addTask.id)).toMatchObject({
        bodyHash: '',
        outcome: { ok: true, seq: 2 },
      });
    });

    it('keeps the answer to a command that changed nothing', async () => {
      const { spell, seq } = await carryOut(store, anAdmission());
      const change = {
        ...changeBy(spell, setEdd(2, '2026-11-27', null)),
        events: [],
        after: spell,
      };
      expect(await store.commit(change, seq)).toEqual({ ok: true, seq });
      expect((await store.findAnswer(idOf(2)))?.outcome).toEqual({ ok: true, seq });
    });

    it('keeps the first answer to a refused command, and forgets it when it is old', async () => {
      await store.keepAnswer(refusal);
      await store.keepAnswer({ ...refusal, bodyHash: 'other' });
      expect(await store.findAnswer(refusal.commandId)).toEqual(refusal);
      expect(await store.forgetAnswers(NOW)).toBe(0);
      expect(await store.forgetAnswers(minutesAfter(NOW, 1))).toBe(1);
      expect(await store.findAnswer(refusal.commandId)).toBeNull();
    });

    it('refuses a second open stay of one person', async () => {
      await carryOut(store, anAdmission());
      const known = { person: { ...aPersonDetails(), id: SPELL }, openSpellId: null };
      const second = changeBy(null, anAdmission({ id: idOf(101) }), aContext({ known }));
      expect(await store.commit(second, 0)).toEqual({ ok: false, reason: 'taken' });
      expect(await store.lastSeq()).toBe(1);
      expect(await store.loadSpell(idOf(101))).toBeNull();
    });

    it('refuses an NHS number that somebody else holds', async () => {
      await carryOut(store, anAdmission());
      const other = changeBy(null, anAdmission({ id: idOf(101) }));
      expect(await store.commit(other, 0)).toEqual({ ok: false, reason: 'taken' });
      expect(await store.findAnswer(idOf(101))).toBeNull();
    });

    it('finds a person by NHS number, with the stay that is open', async () => {
      expect(await store.findPersonByNhsNumber(nhsNumberOf(1))).toBeNull();
      const { spell } = await carryOut(store, anAdmission());
      const found = { person: spell.person, openSpellId: SPELL };
      expect(await store.findPersonByNhsNumber(nhsNumberOf(1))).toEqual(found);
      await discharge(store);
      expect(await store.findPersonByNhsNumber(nhsNumberOf(1))).toEqual({
        ...found,
        openSpellId: null,
      });
    });

    it('lets somebody who left come back, with what is known of them now', async () => {
      await carryOut(store, anAdmission());
      await discharge(store);
      const known = await store.findPersonByNhsNumber(nhsNumberOf(1));
      const person = aPersonDetails({
        givenName: 'Aisha',
        hospitalNumber: 'S1000002',
        place: 'rutland',
      });
      const again = anAdmission({ id: idOf(101), person, admittedAt: NOW });
      const { spell } = await carryOut(store, again, aContext({ known }));
      expect(spell.person).toEqual({ ...person, id: SPELL });
      expect((await store.findPersonByNhsNumber(nhsNumberOf(1)))?.openSpellId).toBe(idOf(101));
    });

    it('knows every stay of a person, and those that one follows on from', async () => {
      await carryOut(store, anAdmission());
      expect(await store.journeyOf(SPELL)).toEqual([]);
      await discharge(store);
      const first = { spellId: SPELL, admittedAt: '2026-11-19T14:00:00.000Z', dischargedAt: NOW };
      expect(await store.staysOf(SPELL)).toEqual([first]);
      expect(await store.staysOf(idOf(999))).toEqual([]);

      const known = await store.findPersonByNhsNumber(nhsNumberOf(1));
      const admittedAt = minutesAfter(NOW, 30);
      const next = anAdmission({
        id: idOf(101),
        wardId: 'gh-24',
        admittedAt,
        continuesSpellId: SPELL,
      });
      const context = aContext({ known, now: minutesAfter(NOW, 40), stays: [first] });
      const { spell } = await carryOut(store, next, context);
      expect(spell.continuesSpellId).toBe(SPELL);
      const second = { spellId: idOf(101), admittedAt, dischargedAt: null };
      expect(await store.staysOf(SPELL)).toEqual([first, second]);
      const { name: wardName, site } = TEST_WARDS.find(({ id }) => id === 'lri-23') ?? {};
      const days = { admittedOn: '2026-11-19', dischargedOn: '2026-11-22' };
      expect(await store.journeyOf(idOf(101))).toEqual([
        { spellId: SPELL, wardName, site, ...days },
      ]);
    });

    it('leaves somebody who left on the board until they are taken off', async () => {
      await carryOut(store, anAdmission());
      await discharge(store);
      expect(await store.liveSpells()).toHaveLength(1);
      await leaveBoard(store);
      expect(await store.liveSpells()).toEqual([]);
      expect((await store.loadSpell(SPELL))?.spell.leftBoardAt).not.toBeNull();
    });

    it('keeps a home that is followed up after the stay until its work is done', async () => {
      await carryOut(store, anAdmission());
      await carryOut(store, addTask);
      const keySafe = { taskType: 'key_safe', blocking: true } as const;
      await carryOut(store, { id: idOf(910), type: 'AddTask', spellId: SPELL, ...keySafe });
      const step = { type: 'RecordHousingStep', spellId: SPELL, step: 'followed_up' } as const;
      const shared = { rooms: [], authority: null, plannedFor: null };
      await discharge(store);
      const plan = { ...shared, id: idOf(911), plannedFor: '2026-12-01', doneOn: null, seen: null };
      await carryOut(store, { ...step, ...plan });
      await leaveBoard(store);
      const [held] = await store.liveSpells();
      expect(held?.spell.tasks).toHaveLength(2);
      const complete = { type: 'CompleteTask', spellId: SPELL, taskId: idOf(910) } as const;
      await carryOut(store, { ...complete, id: idOf(912) });
      expect(await store.liveSpells()).toHaveLength(1);
      await carryOut(store, { ...step, ...shared, id: idOf(913), seen: '2026-12-01/' });
      expect(await store.liveSpells()).toEqual([]);
    });

    it('remembers what a stay looked like before a change moved it in or out of a sight', async () => {
      const { spell } = await carryOut(store, anAdmission());
      await carryOut(store, setEdd(2, '2026-11-27', null));
      expect(await store.sightChanges()).toEqual([]);
      await carryOut(store, addTask);
      const change = { seq: 3, spellId: SPELL, before: sightFacts(spell), at: NOW };
      expect(await store.sightChanges()).toEqual([change]);
      expect(await store.forgetSightChanges(NOW)).toBe(0);
      expect(await store.forgetSightChanges(minutesAfter(NOW, 1))).toBe(1);
      expect(await store.sightChanges()).toEqual([]);
    });

    it('tells which event was the last before an instant', async () => {
      await carryOut(store, anAdmission());
      await carryOut(
        store,
        setEdd(2, '2026-11-27', null),
        aContext({ now: minutesAfter(NOW, 10) }),
      );
      expect(await store.seqBefore(NOW)).toBe(0);
      expect(await store.seqBefore(minutesAfter(NOW, 10))).toBe(1);
      expect(await store.seqBefore(minutesAfter(NOW, 11))).toBe(2);
    });

    it('keeps each notice once, moves its cursor with them, and each person has their own', async () => {
      await carryOut(store, anAdmission());
      await carryOut(store, setEdd(2, '2026-11-27', null));
      const { notices } = store;
      expect(await notices.cursor()).toBe(0);
      const told = { userId: 'user-ward', seq: 2, kind: 'edd_closer', at: NOW } as const;
      const other = { ...told, userId: 'user-hub' };
      const passed = { upToSeq: 2, told: [told, other, told], goneSpellIds: [] };
      expect(await notices.keep(passed)).toEqual(['user-ward', 'user-hub']);
      expect(await notices.keep({ ...passed, upToSeq: 1 })).toEqual([]);
      expect(await notices.cursor()).toBe(2);
      expect(await notices.unread('user-ward')).toBe(1);
      const [mine] = await notices.ofPerson('user-ward', 9);
      expect(mine).toMatchObject({ kind: 'edd_closer', at: NOW, readAt: null });
      expect(mine?.event).toMatchObject({ seq: 2, type: 'EddSet', spellId: SPELL });

      const ids = [mine?.id ?? 0];
      expect(await notices.markRead('user-hub', { ids }, NOW)).toBe(0);
      expect(await notices.unread('user-ward')).toBe(1);
      expect(await notices.markRead('user-ward', { ids }, NOW)).toBe(1);
      expect(await notices.markRead('user-ward', { upToId: 999 }, minutesAfter(NOW, 5))).toBe(1);
      expect(await notices.ofPerson('user-ward', 9)).toMatchObject([{ readAt: NOW }]);
      expect(await notices.unread('user-ward')).toBe(0);
      expect(await notices.unread('user-hub')).toBe(1);

      const gone = { upToSeq: 2, told: [], goneSpellIds: [idOf(999)] };
      expect(await notices.keep(gone)).toEqual([]);
      expect(await notices.keep({ ...gone, goneSpellIds: [SPELL] })).toEqual([
        'user-ward',
        'user-hub',
      ]);
      expect(await notices.unread('user-hub')).toBe(0);

      await notices.keep({ ...passed, upToSeq: 2 });
      expect(await notices.forget(NOW)).toBe(0);
      expect(await notices.forget(minutesAfter(NOW, 1))).toBe(2);
      expect(await notices.ofPerson('user-hub', 9)).toEqual([]);
    });

    it('remembers what each person does not want to be told of', async () => {
      const { notices } = store;
      await notices.mute('user-ward', ['edd_closer', 'task_taken', 'edd_closer']);
      await notices.mute('user-hub', ['edd_closer']);
      expect([...(await notices.muted('user-ward'))].sort()).toEqual(['edd_closer', 'task_taken']);
      await notices.mute('user-ward', []);
      expect(await notices.muted('user-ward')).toEqual([]);
      expect(await notices.allMuted()).toEqual([{ userId: 'user-hub', kind: 'edd_closer' }]);
    });

    it('remembers how far somebody looked at a ward, and never less far than before', async () => {
      const look = { userId: 'user-ward', wardId: 'lri-23', seq: 7, at: NOW };
      expect(await store.lastLook('user-ward', 'lri-23')).toBeNull();
      await store.keepLook(look);
      await store.keepLook({ ...look, seq: 5, at: minutesAfter(NOW, 1) });
      expect(await store.lastLook('user-ward', 'lri-23')).toEqual({ seq: 7, at: NOW });
      await store.keepLook({ ...look, seq: 9, at: minutesAfter(NOW, 2) });
      expect(await store.lastLook('user-ward', 'lri-23')).toMatchObject({ seq: 9 });
      expect(await store.lastLook('user-ward', 'lri-31')).toBeNull();
      expect(await store.lastLook('user-hub', 'lri-23')).toBeNull();
    });

    it('records that somebody looked at a stay', async () => {
      const { id: actorId, name: actorName, role } = wardCoordinator();
      const read = { at: NOW, actorId, actorName, role, spellId: SPELL } as const;
      await expect(store.recordRead({ ...read, kind: 'spell_viewed' })).resolves.toBeUndefined();
    });
  });
}

async function discharge(store: Store): Promise<void> {
  await carryOut(store, {
    id: idOf(900),
    type: 'DischargePatient',
    spellId: SPELL,
    at: NOW,
    destination: 'usual_residence',
  });
}

async function leaveBoard(store: Store): Promise<void> {
  const now = minutesAfter(NOW, 24 * 60);
  const actor = wardCoordinator({ id: 'timer', name: 'Discharge Hub', role: 'timer' });
  const command: SpellCommand = { id: idOf(901), type: 'LeaveBoard', spellId: SPELL };
  await carryOut(store, command, aContext({ now, actor }));
}
