import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../domain/actor.ts';
import { todaysWork } from '../../../../domain/notices/todays-work.ts';
import { projectCard } from '../../../../domain/spell/card.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import type { Task } from '../../../../domain/tasks/task.ts';
import {
  BELA,
  GONE,
  HANNAH,
  LONDON,
  MO,
  NOW,
  PRIYA,
  TODAY,
  WARDS,
  aSpell,
  aTask,
  idOf,
} from '../../../factories/domain-spell.ts';

const LEAD = { ...BELA, id: 'ben', name: 'Ben Low', isTeamLead: true };
const BY_BELA = { claimedBy: { id: 'bela', name: 'Bela Fox' }, state: 'claimed' as const };
const LEAVING = { edd: { day: TODAY, setBy: null, setAt: null } };

function workOf(me: Actor, spells: Spell[], now = NOW, today = TODAY) {
  const context = { wards: WARDS, catalogue: DEFAULT_CATALOGUE, asOfDay: today, timeZone: LONDON };
  const cards = spells.map((spell) => projectCard(spell, 1, me, context));
  return todaysWork(cards, me, { now, today, timeZone: LONDON });
}

const care = (more: Partial<Task> = {}) =>
  aTask({ id: idOf(60), type: 'care_package', owner: 'social_care', ...more });
const withTasks = (...tasks: Task[]) => aSpell({ tasks });

describe('what waits for somebody today', () => {
  it.each([
    ['one that passed long ago', '2026-11-01T09:00:00.000Z', 1],
    ['one of this afternoon', '2026-11-22T16:00:00.000Z', 1],
    ['one that ends with today', '2026-11-23T00:00:00.000Z', 1],
    ['one of tomorrow morning', '2026-11-23T00:01:00.000Z', 0],
    ['one without a target', null, 0],
  ])('is a task that they have: %s', (_name, dueAt, count) => {
    const work = workOf(BELA, [withTasks(care({ ...BY_BELA, dueAt }))]);
    expect(work.due).toHaveLength(count);
    expect(work.unclaimedCount).toBe(0);
  });

  it.each([
    ['spring', '2026-03-29T12:00:00.000Z', '2026-03-29', '2026-03-29T22:59:00.000Z', '2026-03-29T23:30:00.000Z'],
    ['autumn', '2026-10-25T12:00:00.000Z', '2026-10-25', '2026-10-25T23:59:00.000Z', '2026-10-26T00:30:00.000Z'],
  ])('ends with the day in London when the clocks change in %s', (_name, now, today, within, after) => {
    const due = (dueAt: string) =>
      workOf(BELA, [withTasks(care({ ...BY_BELA, dueAt }))], now, today).due.length;
    expect([due(within), due(after)]).toEqual([1, 0]);
  }); // prettier-ignore

  it('is not what a colleague has, or what is done; of what nobody of the team has, the number', () => {
    const dueAt = '2026-11-22T16:00:00.000Z';
    const other = { claimedBy: { id: 'ben', name: 'Ben Low' }, state: 'claimed' as const };
    const spells = [
      withTasks(care({ ...other, dueAt })),
      withTasks(care({ ...BY_BELA, dueAt, state: 'done' })),
      withTasks(care({ dueAt })),
      withTasks(aTask({ dueAt })),
    ];
    expect(workOf(BELA, spells)).toEqual({
      due: [],
      unclaimedCount: 1,
      asked: [],
      escalated: [],
      leaving: [],
    });
    // The hub may do everybody's tasks, and is meant by its own alone.
    expect(workOf(MO, spells).unclaimedCount).toBe(0);
    expect(workOf(PRIYA, spells).unclaimedCount).toBe(1);
  });

  it('is the oldest target first, each with whose patient it is', () => {
    const [late, later] = ['2026-11-20T09:00:00.000Z', '2026-11-22T09:00:00.000Z'];
    const work = workOf(BELA, [
      withTasks(
        care({ ...BY_BELA, dueAt: later }),
        care({ ...BY_BELA, id: idOf(61), dueAt: late }),
      ),
    ]);
    expect(work.due.map(({ dueAt }) => dueAt)).toEqual([late, later]);
    expect(work.due[0]).toMatchObject({
      taskType: 'care_package',
      patient: { ward: { id: 'w15' } },
    });
  });

  it('is a question for whoever is asked, and for nobody else', () => {
    const question = (askedOf: 'ward' | 'hub') => ({
      ...{ id: idOf(70), askedOf, owner: 'social_care' as const, text: 'Which visits?' },
      ...{ askedBy: { id: 'bela', name: 'Bela Fox' }, askedAt: NOW, answer: null },
    });
    const spells = [withTasks(care({ ...BY_BELA, questions: [question('ward')] }))];
    expect(workOf(PRIYA, spells).asked).toMatchObject([{ question: { by: { id: 'bela' } } }]);
    expect(workOf(MO, spells).asked).toEqual([]);
    expect(workOf(BELA, spells).asked).toEqual([]);
    const forHub = [withTasks(care({ ...BY_BELA, questions: [question('hub')] }))];
    expect(workOf(MO, forHub).asked).toHaveLength(1);
  });

  it.each([
    ['a team’s lead, until somebody has taken it on', 'team_lead', [LEAD.id]],
    ['the hub', 'hub', [MO.id]],
    ['the duty director, whom the hub tells', 'duty_director', [MO.id]],
  ] as const)('is what is escalated to %s', (_to, level, want) => {
    const raised = {
      ...{ level, owner: 'social_care' as const, because: 'person' as const, need: null },
      ...{ raisedBy: { id: 'priya', name: 'Priya Shah' }, raisedAt: NOW, resolved: null },
    };
    const by = { by: { id: 'ben', name: 'Ben Low' }, at: NOW, action: 'I ring', reviewOn: null };
    const told = (acknowledged: typeof by | null) => {
      const spells = [withTasks(care({ ...BY_BELA, escalation: { ...raised, acknowledged } }))];
      const people = [LEAD, BELA, PRIYA, HANNAH, MO];
      return people.filter((me) => workOf(me, spells).escalated.length > 0).map(({ id }) => id);
    };
    expect(told(null)).toEqual(want);
    expect(told(by)).toEqual([]);
  });

  it('is who leaves today: on a ward everyone, for others those they have something to do for', () => {
    const spells = [
      aSpell({ id: idOf(1), ...LEAVING, tasks: [care(BY_BELA), aTask()] }),
      aSpell({ id: idOf(2), ...LEAVING, tasks: [care({ ...BY_BELA, state: 'done' })] }),
      aSpell({ id: idOf(3), ...LEAVING, ...GONE, tasks: [care(BY_BELA)] }),
      aSpell({ id: idOf(4), tasks: [care(BY_BELA)] }),
    ];
    const leaving = (me: Actor) => workOf(me, spells).leaving.map(({ patient }) => patient.id);
    expect(leaving(PRIYA)).toEqual([idOf(1), idOf(2)]);
    expect(leaving(BELA)).toEqual([idOf(1)]);
    expect(leaving(HANNAH)).toEqual([]);
    expect(workOf(BELA, spells).leaving[0]?.blockers).toBe(2);
  });

  it('is nothing when there is nobody', () => {
    expect(workOf(BELA, [])).toEqual({
      due: [],
      unclaimedCount: 0,
      asked: [],
      escalated: [],
      leaving: [],
    });
  });
});
