import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../domain/actor.ts';
import type { Clock } from '../../../server/services.ts';
import { createNoticeFollower } from '../../../server/notices/notice-follower.ts';
import { TIMER_ACTOR } from '../../../domain/actor.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { movingClock } from '../../factories/clock.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import type { RunningHub } from '../../factories/running-hub.ts';
import { startHub } from '../../factories/running-hub.ts';

const ben = broker();
const rosa = broker({ id: 'user-rosa', name: 'Rosa Broker' });
const priya = wardCoordinator();
const holly = housingOfficer();
const hana = hubManager();

async function hubWithPeople(clock?: Clock): Promise<RunningHub> {
  const hub = await startHub(clock && { clock });
  for (const person of [ben, rosa, priya, holly, hana]) await hub.addAccount(person);
  return hub;
}

/** What somebody reads, once everything so far has been told. */
async function pageOf(hub: RunningHub, actor: Actor) {
  await told(hub);
  return hub.hub.services.notices.page(actor);
}

async function textsOf(hub: RunningHub, actor: Actor) {
  const { groups } = await pageOf(hub, actor);
  return groups.flatMap(({ lines }) => lines.map(({ says }) => says?.text ?? null));
}

/** What the hub tells by itself a moment later is told when this is done. */
async function told({ store, accounts, clock }: RunningHub) {
  const onFault = (fault: unknown) => {
    throw fault;
  };
  await createNoticeFollower({ store, accounts, clock, onFault }).follow();
}

async function assignTo(hub: RunningHub, person: Actor) {
  const stay = await aStayOn(hub);
  await mustDo(hub, hana, { type: 'AssignTask', ...stay, owner: 'social_care', assigneeId: person.id }); // prettier-ignore
  return stay;
}

describe('the notices of a person', () => {
  it('name the patient, who did it and what, and are theirs alone', async () => {
    const hub = await hubWithPeople();
    const { spellId } = await assignTo(hub, ben);
    const { groups, unread } = await pageOf(hub, ben);
    expect(unread).toBe(1);
    expect(groups).toMatchObject([
      {
        day: '2026-11-22',
        patient: { id: spellId, person: { dateOfBirth: '1941-03-04' } },
        lines: [{ isRead: false, says: { by: { name: 'Hana Hub' }, text: 'Assigned to you: Package of care sourcing' } }],
      },
    ]); // prettier-ignore
    for (const other of [rosa, priya, holly, hana]) {
      expect(await pageOf(hub, other)).toEqual({
        groups: [],
        unread: 0,
        upToId: 0,
        hasMore: false,
      });
    }
  });

  it('are marked by nobody else', async () => {
    const hub = await hubWithPeople();
    await assignTo(hub, ben);
    const { groups, upToId } = await pageOf(hub, ben);
    const ids = groups.flatMap(({ lines }) => lines.map(({ id }) => id));
    const { notices } = hub.hub.services;
    for (const other of [rosa, priya, holly, hana]) {
      expect(await notices.markRead(other, { ids })).toBe(false);
      expect(await notices.markRead(other, { upToId: 999_999 })).toBe(false);
    }
    expect(await notices.unread(ben)).toBe(1);
    expect(await notices.markRead(ben, { upToId: upToId - 1 })).toBe(false);
    expect(await notices.markRead(ben, { ids })).toBe(true);
    expect(await notices.unread(ben)).toBe(0);
  });

  it('tell of nobody who is out of sight now, by name or by what happened', async () => {
    const hub = await hubWithPeople();
    const stay = await assignTo(hub, ben);
    const { spellId } = stay;
    await mustDo(hub, hana, { type: 'UpdatePerson', spellId, person: { place: 'rutland' }, seen: { place: 'leicester' } }); // prettier-ignore
    const { groups, unread } = await pageOf(hub, ben);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.patient).toBeNull();
    expect(groups[0]?.lines).toMatchObject([{ isRead: false, says: null }]);
    expect(JSON.stringify(groups)).not.toContain(spellId);
    expect(unread).toBe(1);
  });

  it('are gone with the patient, a day after they left', async () => {
    const clock = movingClock();
    const hub = await hubWithPeople(clock);
    const { spellId } = await assignTo(hub, ben);
    await mustDo(hub, hana, { type: 'DischargePatient', spellId, at: clock.now(), destination: 'usual_residence' }); // prettier-ignore
    expect((await pageOf(hub, ben)).groups[0]?.patient).not.toBeNull();
    clock.pass(25 * 60);
    await mustDo(hub, TIMER_ACTOR, { type: 'LeaveBoard', spellId });
    expect(await pageOf(hub, ben)).toMatchObject({ groups: [], unread: 0 });
  });

  it('are only of the kinds that they left on, from then on', async () => {
    const hub = await hubWithPeople();
    await assignTo(hub, ben);
    await told(hub);
    const { notices } = hub.hub.services;
    await notices.setSettings(ben, ['patient_ready']);
    expect((await notices.settings(ben)).filter(({ isOn }) => isOn)).toEqual([
      { kind: 'patient_ready', isOn: true },
    ]);
    const { spellId } = await assignTo(hub, ben);
    await mustDo(hub, priya, {
      type: 'RecordNoCriteriaToReside',
      spellId,
      readyDate: '2026-11-21',
    });
    expect(await textsOf(hub, ben)).toEqual([
      'No criteria to reside: ready since Sat 21 Nov',
      'Assigned to you: Package of care sourcing',
    ]);
  });

  it('offer housing no kind that tells of being ready', async () => {
    const hub = await hubWithPeople();
    const { notices } = hub.hub.services;
    const kinds = (await notices.settings(holly)).map(({ kind }) => kind);
    expect(kinds).toContain('edd_closer');
    expect(kinds).not.toContain('patient_ready');
    // A form that was made up switches nothing on that is not theirs.
    await notices.setSettings(holly, ['patient_ready']);
    expect((await notices.settings(holly)).map(({ kind }) => kind)).toEqual(kinds);
  });
});
