import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../../domain/actions/action.ts';
import type { Actor } from '../../../../../domain/actor.ts';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import {
  ADA,
  BELA,
  FEED,
  GONE,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  TODAY,
  TOM,
  aSpell,
  aTask,
  anAction,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

type Of<Type> = Extract<SpellCommandInput, { type: Type }>;
const common = { id: idOf(80), spellId: SPELL_ID } as const;
const add = (more: Partial<Of<'AddAction'>> = {}): Of<'AddAction'> => ({
  ...{ ...common, type: 'AddAction', what: 'Ring the daughter', owner: 'ward' },
  ...{ dueOn: '2026-11-24', ...more },
});
const about = { ...common, actionId: idOf(70) } as const;
const change = (more: Partial<Of<'ChangeAction'>> = {}): Of<'ChangeAction'> => ({
  ...{ ...about, type: 'ChangeAction', dueOn: '2026-11-26', seen: anAction().setAt, ...more },
});
const finish = (more: Partial<Of<'FinishAction'>> = {}): Of<'FinishAction'> => ({
  ...{ ...about, type: 'FinishAction', outcome: 'done', words: 'She agrees', ...more },
});
const chase = (words?: string): Of<'ChaseAction'> => ({ ...about, type: 'ChaseAction', words });

const carePackage = aTask({ owner: 'social_care', type: 'care_package' });
const clearance = aTask({ id: idOf(51), owner: 'lightbulb', type: 'home_clearance' });
const raised = aTask({
  escalation: {
    ...{ level: 'hub', owner: 'ward', because: 'person', need: 'A decision' },
    ...{ raisedBy: PRIYA, raisedAt: NOW, acknowledged: null, resolved: null },
  },
});
const STAY_RAISED: Spell['escalation'] = {
  ...{ level: 'hub', reached: 'hub', owner: null, because: 'person', need: 'A decision' },
  ...{ raisedBy: PRIYA, raisedAt: NOW, acknowledged: null, resolved: null },
};
const here = aSpell();
const withAction = (more: Partial<Action> = {}, stay: Partial<Spell> = {}) =>
  aSpell({ ...stay, actions: [anAction(more)] });
const ref = ({ id, name }: Actor) => ({ id, name });

describe('what is agreed about somebody', () => {
  it('has words, a team, a day, where it was agreed, and who asked for it', () => {
    const { after } = when(here, MO, add({ source: 'review' }));
    expect(after?.actions).toEqual([
      {
        ...{ id: idOf(80), what: 'Ring the daughter', owner: 'ward', person: null },
        ...{ dueOn: '2026-11-24', source: 'review', taskId: null },
        ...{ askedBy: ref(MO), askedAt: NOW, setBy: ref(MO), setAt: NOW },
        ...{ chases: [], ended: null },
      },
    ]);
  });

  it('may be one person’s of the team, also whoever’s who asks', () => {
    const order = add({ assigneeId: PRIYA.id });
    const { after } = when(here, PRIYA, order, { assignee: PRIYA });
    expect(after?.actions[0]?.person).toEqual(ref(PRIYA));
  });

  it('may be due today, and may come from an escalation', () => {
    const order = add({ dueOn: TODAY, source: 'escalation', fromTaskId: raised.id });
    const { after } = when(aSpell({ tasks: [raised] }), BELA, order);
    expect(after?.actions[0]).toMatchObject({ source: 'escalation', taskId: raised.id });
  });

  it('may come from the escalation of the stay itself', () => {
    const { after } = when(
      aSpell({ escalation: STAY_RAISED }),
      BELA,
      add({ source: 'escalation' }),
    );
    expect(after?.actions[0]).toMatchObject({ source: 'escalation', taskId: null });
  });

  it('is no task: nothing of what blocks or is counted changes', () => {
    const { after } = when(here, MO, add());
    expect({ ...after, actions: [] }).toEqual(here);
  });

  it.each<[string, Spell, Actor, Of<'AddAction'>, Actor | null, string]>([
    ['after the discharge', { ...here, ...GONE }, MO, add(), null, 'This person already left the hospital on Fri 20 Nov. Nothing was changed.'],
    ['by a day that has passed', here, MO, add({ dueOn: '2026-11-21' }), null, 'The day by which it is to be done cannot be in the past.'],
    ['of social care that does not see the patient', here, MO, add({ owner: 'social_care' }), null, 'Social care does not see this patient, and would not hear of it. Add a task for them first.'],
    ['of Lightbulb that does not see the patient', here, MO, add({ owner: 'lightbulb' }), null, 'Lightbulb does not see this patient, and would not hear of it. Add a task for them first.'],
    ['of somebody of another team', here, MO, add({ assigneeId: MO.id }), MO, 'This person cannot have this action: they are not in that team, or do not see this patient.'],
    ['of somebody of another ward', here, MO, add({ assigneeId: TOM.id }), { ...TOM, wardIds: ['g20'] }, 'This person cannot have this action: they are not in that team, or do not see this patient.'],
    ['of somebody who is not there', here, MO, add({ assigneeId: 'gone' }), null, 'This person cannot have this action: they are not in that team, or do not see this patient.'],
    ['from a task that is not escalated', aSpell({ tasks: [carePackage] }), MO, add({ source: 'escalation', fromTaskId: carePackage.id }), null, 'This task is not escalated.'],
    ['from an escalation of the stay that there is not', here, MO, add({ source: 'escalation' }), null, 'This stay is not escalated.'],
    ['from an escalation of the stay that housing knows nothing of', aSpell({ tasks: [clearance], escalation: STAY_RAISED }), HANNAH, add({ owner: 'lightbulb', source: 'escalation' }), null, 'This stay is not escalated.'],
    ['from a task, but no escalation', aSpell({ tasks: [raised] }), MO, add({ fromTaskId: raised.id }), null, 'Only what comes from an escalation names a task.'],
    ['from a task that housing does not see', aSpell({ tasks: [raised, clearance] }), HANNAH, add({ owner: 'lightbulb', source: 'escalation', fromTaskId: raised.id }), null, 'This task is not there, or is not yours to see.'],
  ])('is not asked for %s', (_what, spell, actor, order, assignee, message) => {
    expect(when(spell, actor, order, { assignee }).answer).toMatchObject({ ok: false, message });
  }); // prettier-ignore

  it('can be asked of any team that sees the patient', () => {
    const seen = aSpell({ tasks: [carePackage, clearance] });
    for (const owner of ['ward', 'social_care', 'lightbulb', 'hub', 'community'] as const) {
      expect(when(seen, PRIYA, add({ owner })).answer.ok).toBe(true);
    }
    // A council that is not known has no broker who would see it.
    const nowhere = { ...seen, person: { ...seen.person, place: 'unknown' as const } };
    expect(when(nowhere, PRIYA, add({ owner: 'social_care' })).answer.ok).toBe(false);
  });
});

describe('the day of an action, and who of the team has it', () => {
  it('move together, knowing what stood', () => {
    const order = change({ assigneeId: TOM.id, note: 'She is away until Thursday' });
    const outcome = when(withAction(), PRIYA, order, { assignee: TOM });
    expect(outcome.events).toMatchObject([
      {
        data: { dueOn: '2026-11-26', previous: '2026-11-23', person: ref(TOM), from: null },
        details: { note: 'She is away until Thursday' },
      },
    ]);
    expect(outcome.after?.actions[0]).toMatchObject({ setBy: ref(PRIYA), setAt: NOW });
  });

  it('what stands already is no change', () => {
    expect(when(withAction(), MO, change({ dueOn: '2026-11-23', seen: NOW })).events).toEqual([]);
  });

  it('what is overdue may be handed on as it is, but moved to no day that has passed', () => {
    const late = withAction({ dueOn: '2026-11-20' });
    const on = change({ dueOn: '2026-11-20', assigneeId: TOM.id });
    expect(when(late, MO, on, { assignee: TOM }).answer.ok).toBe(true);
    const back = when(late, MO, change({ dueOn: '2026-11-21' })).answer;
    expect(back).toMatchObject({ ok: false, fields: { dueOn: expect.any(String) } });
  });

  it('whoever has left the team keeps it until another is chosen', () => {
    const held = withAction({ person: { id: 'gone', name: 'Gone Now' } });
    const moved = when(held, MO, change({ assigneeId: 'gone' })).after;
    expect(moved?.actions[0]).toMatchObject({ dueOn: '2026-11-26', person: { id: 'gone' } });
  });

  it('whoever did not see the last change is asked whose counts', () => {
    const moved = when(withAction(), PRIYA, change()).after;
    const answer = when(moved, MO, change({ dueOn: '2026-11-25' })).answer;
    expect(answer).toMatchObject({
      code: 'CONFLICT',
      message:
        'Priya Shah set this to Ward, by Thu 26 Nov (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?',
      current: { field: 'action', value: NOW },
    });
    expect(when(moved, MO, change({ dueOn: '2026-11-25', seen: NOW })).answer.ok).toBe(true);
  });
});

describe('what came of it', () => {
  it('is told in words, and whether the team itself says so', () => {
    const done = when(withAction(), TOM, finish()).after?.actions[0]?.ended;
    expect(done).toEqual({
      ...{ outcome: 'done', words: 'She agrees', by: ref(TOM), at: NOW, byTeam: true },
    });
    const notNeeded = finish({ outcome: 'not_needed', words: 'She came by herself' });
    const byHub = when(withAction(), MO, notNeeded).after?.actions[0]?.ended;
    expect(byHub).toMatchObject({ outcome: 'not_needed', byTeam: false });
  });

  it('of two who finish it, the second is told who was first; the same words are no second time', () => {
    const done = when(withAction(), TOM, finish()).after;
    expect(when(done, PRIYA, finish({ words: 'Rang her' })).answer).toMatchObject({
      ...{ code: 'CONFLICT', message: 'Tom Ellis did this already (Sun 22 Nov, 14:00).' },
    });
    expect(when(done, PRIYA, finish()).events).toEqual([]);
    const gone = when(withAction(), MO, finish({ outcome: 'not_needed' })).after;
    expect(when(gone, TOM, change()).answer).toMatchObject({
      message: 'Mo Khan said that this is no longer needed already (Sun 22 Nov, 14:00).',
    });
  });

  it.each([
    ['done', finish()],
    ['moved', change()],
    ['chased', chase('Any news?')],
  ])('what nobody finished ends with the stay: then it is not %s', (_what, order) => {
    expect(when(withAction({}, GONE), MO, order).answer).toMatchObject({
      message: 'This ended with the stay, as the patient has left the hospital.',
    });
  });

  it('what Lightbulb does in a home goes on after the discharge', () => {
    const stay = withAction({ owner: 'lightbulb' }, { ...GONE, tasks: [clearance] });
    expect(when(stay, HANNAH, finish()).answer.ok).toBe(true);
  });
});

describe('a chase', () => {
  const chases = (spell: Spell | null) =>
    spell?.actions[0]?.chases.map(({ by, words }) => [by.name, words]);

  it('is with words, at any time, by anybody who sees it', () => {
    const once = when(withAction(), BELA, chase('The panel meets today')).after;
    const twice = when(once, MO, chase('Any news?')).after;
    expect(chases(twice)).toEqual([
      ['Bela Fox', 'The panel meets today'],
      ['Mo Khan', 'Any news?'],
    ]);
  });

  it('is once an hour for one person, also with another’s between them', () => {
    const once = when(withAction(), BELA, chase('One')).after;
    const twice = when(once, MO, chase('Two'), { now: '2026-11-22T14:30:00.000Z' }).after;
    const soon = { now: '2026-11-22T14:59:59.000Z' };
    expect(when(twice, BELA, chase('Three'), soon).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'You chased this already (Sun 22 Nov, 14:00). You can again from Sun 22 Nov, 15:00.',
    });
    const hour = { now: '2026-11-22T15:00:00.000Z' };
    expect(when(twice, BELA, chase('Three'), hour).answer.ok).toBe(true);
  });

  it('is not without a word, and not of what is done', () => {
    expect(when(withAction(), MO, chase(' ')).answer).toMatchObject({
      message: 'Say what you are waiting for.',
    });
    const done = when(withAction(), TOM, finish()).after;
    expect(when(done, MO, chase('Any news?')).answer).toMatchObject({ code: 'CONFLICT' });
  });

  it('by the timer has no words, and is nothing where none is due', () => {
    const next = { now: '2026-11-24T09:00:00.000Z' };
    expect(when(withAction(), TIMER, chase(), next).events).toMatchObject([
      { data: { because: 'day_passed', dueOn: '2026-11-23' }, details: null },
    ]);
    expect(when(withAction(), TIMER, chase()).answer).toEqual({ ok: true, events: [] });
  });
});

describe('who may', () => {
  it.each<[string, Actor, Record<'add' | 'change' | 'finish' | 'chase', boolean>]>([
    ['the ward, of its own', PRIYA, { add: true, change: true, finish: true, chase: true }],
    ['social care, of the ward’s', BELA, { add: true, change: false, finish: false, chase: true }],
    ['housing, of the ward’s', HANNAH, { add: false, change: false, finish: false, chase: true }],
    ['the hub, of anybody’s', MO, { add: true, change: true, finish: true, chase: true }],
    ['an administrator', ADA, { add: false, change: false, finish: false, chase: false }],
    ['a feed', FEED, { add: false, change: false, finish: false, chase: false }],
  ])('%s', (_who, actor, may) => {
    const orders = { add: add(), change: change(), finish: finish(), chase: chase('News?') };
    for (const [name, order] of Object.entries(orders)) {
      const { answer } = when(withAction(), actor, order);
      const isAllowed = answer.ok || answer.code !== 'NOT_ALLOWED';
      expect([name, isAllowed]).toEqual([name, may[name as keyof typeof may]]); // its own keys
    }
  });

  it('whoever asked for it moves and finishes it, though it is another team’s', () => {
    const asked = withAction({ askedBy: ref(BELA) });
    expect(when(asked, BELA, change()).answer.ok).toBe(true);
    expect(when(asked, BELA, finish()).answer.ok).toBe(true);
  });
});
