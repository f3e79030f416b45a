import { describe, expect, it } from 'vitest';
import { canSee, sightFacts } from '../../../../../domain/audience.ts';
import type { Place } from '../../../../../domain/persons/place.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import type { Task } from '../../../../../domain/tasks/task.ts';
import type { TaskOwner } from '../../../../../domain/tasks/task-types.ts';
import {
  BELA,
  MO,
  NOW,
  SPELL_ID,
  aPerson,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const RUTLAND = { ...BELA, id: 'rut', name: 'Rut Low', place: 'rutland' } as const;
const held = { state: 'claimed', claimedBy: { id: BELA.id, name: BELA.name } } as const;
const declined = (reason: 'not_our_resident' | 'not_eligible') => ({
  declined: { by: held.claimedBy, reason, at: NOW, from: 'social_care' as const },
});

function move(task: Partial<Task>, before: Place, after: Place) {
  const spell = aSpell({ person: aPerson({ place: before }), tasks: [aTask(task)] });
  return when(spell, MO, {
    ...{ id: idOf(60), spellId: SPELL_ID, type: 'UpdatePerson' },
    ...{ person: { place: after }, seen: { place: before } },
  });
}

describe('when somebody’s council turns out to be another', () => {
  it.each<[string, Partial<Task>, Place, Place, TaskOwner]>([
    ['an adaptation goes from the council to Lightbulb', { type: 'major_adaptation', owner: 'social_care' }, 'leicester', 'leicestershire', 'lightbulb'],
    ['an adaptation goes from Lightbulb to the council', { type: 'major_adaptation', owner: 'lightbulb' }, 'leicestershire', 'rutland', 'social_care'],
    ['care stays social care’s, of another council', { type: 'care_package', owner: 'social_care' }, 'leicester', 'rutland', 'social_care'],
    ['care is the hub’s while no council is known', { type: 'care_package', owner: 'social_care' }, 'leicester', 'unknown', 'hub'],
    ['care is the hub’s outside the three councils', { type: 'care_package', owner: 'social_care' }, 'leicester', 'out_of_area', 'hub'],
    ['care goes to the council that was found', { type: 'care_package', owner: 'hub' }, 'unknown', 'leicester', 'social_care'],
    ['what was declined as not theirs goes to the right council', { type: 'care_package', owner: 'hub', ...declined('not_our_resident') }, 'leicester', 'rutland', 'social_care'],
    ['what was declined for another reason stays with the hub', { type: 'care_package', owner: 'hub', ...declined('not_eligible') }, 'leicester', 'rutland', 'hub'],
    ['what the hub gave to somebody by hand stays there', { type: 'care_package', owner: 'ward' }, 'leicester', 'rutland', 'ward'],
    ['what is done stays where it was done', { type: 'major_adaptation', owner: 'social_care', state: 'done', claimedBy: held.claimedBy }, 'leicester', 'leicestershire', 'social_care'],
    ['a ward’s task is the ward’s', { type: 'medicines', owner: 'ward' }, 'leicester', 'rutland', 'ward'],
  ])('%s', (_what, task, before, after, owner) => {
    expect(move(task, before, after).after?.tasks[0]?.owner).toBe(owner);
  }); // prettier-ignore

  it('lets go of what a broker of the old council holds, and says why', () => {
    const { after, events } = move(
      { type: 'care_package', owner: 'social_care', ...held },
      'leicester',
      'rutland',
    );
    expect(after?.tasks[0]).toMatchObject({ state: 'open', claimedBy: null, claimedAt: null });
    expect(events.map(({ type }) => type)).toEqual(['PersonUpdated', 'TaskAssigned']);
    expect(events[1]).toMatchObject({ data: { because: 'council_changed', assignee: null } });
  });

  it('leaves alone what nobody holds and is social care’s there, too', () => {
    const { events } = move({ type: 'care_package', owner: 'social_care' }, 'leicester', 'rutland');
    expect(events.map(({ type }) => type)).toEqual(['PersonUpdated']);
  });

  it('the old council’s broker no longer sees the person, the new one’s does', () => {
    const task = { type: 'care_package', owner: 'social_care', ...held } as const;
    const { after } = move(task, 'leicester', 'rutland');
    const sees = (actor: typeof BELA) => after !== null && canSee(actor, sightFacts(after));
    expect([sees(BELA), sees(RUTLAND)]).toEqual([false, true]);
  });
});

describe('finding the council', () => {
  const searchOf = (spell: Spell | null) =>
    spell?.tasks.find(({ type }) => type === 'find_council');

  it('is the hub’s task from the admission on, and blocks nothing', () => {
    const { id: _id, ...person } = aPerson({ place: 'unknown' });
    const admission = {
      ...({ id: idOf(1), type: 'AdmitPatient', person, wardId: 'w15' } as const),
      admittedAt: '2026-11-20T09:00:00.000Z',
    } as const;
    const { after } = when(null, MO, admission);
    expect(searchOf(after)).toMatchObject({
      ...{ id: idOf(1), owner: 'hub', state: 'open', blocking: false },
      dueAt: '2026-11-23T00:00:00.000Z',
    });
    const known = { ...admission, person: { ...person, place: 'rutland' as const } };
    expect(searchOf(when(null, MO, known).after)).toBeUndefined();
  });

  it('begins when the council turns out not to be known, once', () => {
    const { after } = move({}, 'leicester', 'unknown');
    expect(searchOf(after)).toMatchObject({ id: idOf(60), state: 'open' });
    const search = { type: 'find_council', owner: 'hub' } as const;
    expect(move(search, 'leicester', 'unknown').events).toHaveLength(1);
  });

  it('is done once the council is known', () => {
    const { after } = move({ type: 'find_council', owner: 'hub' }, 'unknown', 'leicestershire');
    expect(searchOf(after)).toMatchObject({ state: 'done', completedBy: { id: MO.id } });
  });
});
