import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../domain/actor.ts';
import type { EscalationLevel } from '../../../../../domain/escalation/escalation.ts';
import { escalatedTo } from '../../../../../domain/escalation/escalation.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import type { Task } from '../../../../../domain/tasks/task.ts';
import {
  BELA,
  GONE,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const LEAD = { ...BELA, id: 'ben', name: 'Ben Low', isTeamLead: true };
const about = { id: idOf(70), spellId: SPELL_ID, taskId: idOf(50) };
const ref = ({ id, name }: { id: string; name: string }) => ({ id, name });
const raise = (to: EscalationLevel, need = 'No provider yet') =>
  ({ ...about, type: 'Escalate', to, need }) as const;
const takeOn = {
  ...about,
  type: 'AcknowledgeEscalation',
  action: 'Ring them',
  seen: null,
} as const;
const settle = { ...about, type: 'ResolveEscalation', outcome: 'Starts tomorrow' } as const;

function given(more: Partial<Task> = {}, ofStay: Partial<Spell> = {}): Spell {
  return aSpell({
    ...ofStay,
    tasks: [aTask({ type: 'care_package', owner: 'social_care', ...more })],
  });
}

const raised = (to: EscalationLevel, spell: Spell | null = given(), by: Actor = MO) =>
  when(spell, by, raise(to)).after;
const taskOf = (spell: Spell | null) => spell?.tasks[0] ?? aTask();
const said = (outcome: ReturnType<typeof when>) =>
  outcome.answer.ok ? `ok, ${outcome.events.length}` : outcome.answer.message;

describe('raising a task', () => {
  it('puts it with the team’s lead, with the words of who raised it', () => {
    const task = taskOf(raised('team_lead', given(), PRIYA));
    expect(escalatedTo(task)).toBe('team_lead');
    expect(task.escalation).toEqual({
      ...{ level: 'team_lead', owner: 'social_care', because: 'person' },
      ...{ need: 'No provider yet', raisedBy: ref(PRIYA), raisedAt: NOW },
      ...{ acknowledged: null, resolved: null },
    });
  });

  it('goes up the ladder, and needs to be taken on anew on each rung', () => {
    const withLead = when(raised('team_lead'), LEAD, takeOn).after;
    const withHub = raised('hub', withLead, BELA);
    expect(taskOf(withHub).escalation).toMatchObject({ level: 'hub', acknowledged: null });
    expect(escalatedTo(taskOf(raised('duty_director', withHub)))).toBe('duty_director');
  });

  it.each<[string, Spell | null, Actor, EscalationLevel, string]>([
    ['to where it is', raised('hub'), BELA, 'hub', 'This is already with the hub (Mo Khan, Sun 22 Nov, 14:00).'],
    ['to below where it is', raised('hub'), BELA, 'team_lead', 'This is past that, with the hub (Mo Khan, Sun 22 Nov, 14:00).'],
    ['to a lead that the ward has not', given({ owner: 'ward' }), PRIYA, 'team_lead', 'This team has no lead here: escalate to the hub.'],
    ['to the duty director by anybody but the hub', given(), BELA, 'duty_director', 'Only the hub escalates to the duty director.'],
    ['of what is done', given({ state: 'done' }), MO, 'hub', 'This task is done already.'],
    ['about somebody who left', given({}, GONE), MO, 'hub', 'This person already left the hospital on Fri 20 Nov. Nothing was changed.'],
  ])('not %s', (_what, spell, by, to, message) => {
    expect(said(when(spell, by, raise(to)))).toBe(message);
  }); // prettier-ignore

  it('not without a reason, which only a timer may leave out', () => {
    expect(said(when(given(), MO, raise('hub', ' ')))).toBe('Say what is needed, and why now.');
    expect(said(when(given(), TIMER, { ...about, type: 'Escalate', to: 'hub' }))).toBe('ok, 0');
  });

  it('is with the hub once another team has the task', () => {
    const moved = { ...about, type: 'AssignTask', owner: 'lightbulb' } as const;
    const after = when(raised('team_lead'), MO, moved).after;
    expect(escalatedTo(taskOf(after))).toBe('hub');
    expect(said(when(after, { ...HANNAH, isTeamLead: true }, takeOn))).toBe(
      'This is with the hub now, which takes it on.',
    );
  });

  it('is over while the task is done, and there again when it is opened', () => {
    const done = when(raised('hub'), MO, { ...about, type: 'CompleteTask' }).after;
    expect(escalatedTo(taskOf(done))).toBeNull();
    const again = when(done, MO, { ...about, type: 'ReopenTask', note: 'Not so' }).after;
    expect(escalatedTo(taskOf(again))).toBe('hub');
  });
});

describe('taking on and settling', () => {
  it('the lead says what happens next, and by when', () => {
    const order = { ...takeOn, reviewOn: '2026-11-24' };
    expect(taskOf(when(raised('team_lead'), LEAD, order).after).escalation?.acknowledged).toEqual({
      ...{ by: ref(LEAD), at: NOW, action: 'Ring them', reviewOn: '2026-11-24' },
    });
  });

  it.each<[string, Spell | null, Actor, object, string]>([
    ['what was not raised', given(), MO, takeOn, 'Nothing is escalated here any more.'],
    ['what is with the hub, as a lead', raised('hub'), LEAD, takeOn, 'This is with the hub now, which takes it on.'],
    ['by a day that has passed', raised('hub'), MO, { ...takeOn, reviewOn: '2026-11-21' }, 'The day to look at it again cannot be in the past.'],
    ['as a member of the team who does not lead it', raised('team_lead'), BELA, takeOn, 'Not allowed'],
    ['as the lead of another team', raised('team_lead'), { ...HANNAH, isTeamLead: true }, takeOn, 'Not allowed'],
    ['and settling, as a lead', raised('team_lead'), LEAD, settle, 'Not allowed'],
    ['and settling what was not raised', given(), MO, settle, 'Nothing is escalated here any more.'],
  ])('not %s', (_what, spell, by, order, message) => {
    expect(said(when(spell, by, order as typeof takeOn))).toBe(message);
  }); // prettier-ignore

  it('whoever takes it on second is told who was first, and may insist', () => {
    const taken = when(raised('team_lead'), LEAD, takeOn).after;
    const later = { ...takeOn, action: 'Find another' } as const;
    expect(when(taken, MO, later).answer).toMatchObject({
      ...{ code: 'CONFLICT', current: { field: 'acknowledgement', value: NOW, by: ref(LEAD) } },
    });
    expect(said(when(taken, MO, { ...later, seen: NOW }))).toBe('ok, 1');
  });

  it('the hub settles it with what came of it; it can be raised again', () => {
    const after = when(raised('team_lead'), MO, settle).after;
    expect(escalatedTo(taskOf(after))).toBeNull();
    expect(taskOf(after).escalation?.resolved).toEqual({
      ...{ by: ref(MO), at: NOW, outcome: 'Starts tomorrow' },
    });
    expect(escalatedTo(taskOf(raised('team_lead', after, PRIYA)))).toBe('team_lead');
  });
});
