import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../domain/actor.ts';
import { openStayEscalation } from '../../../../../domain/escalation/stay-escalation.ts';
import { projectCard } from '../../../../../domain/spell/card.ts';
import { describeEvent } from '../../../../../domain/spell/describe-event.ts';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../../domain/tasks/default-catalogue.ts';
import {
  BELA,
  GONE,
  HANNAH,
  LONDON,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  TODAY,
  WARDS,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const LEAD = { ...BELA, id: 'ben', name: 'Ben Low', isTeamLead: true };
const about = { id: idOf(70), spellId: SPELL_ID, taskId: null };
const raise = (to: 'team_lead' | 'hub' | 'duty_director', need?: string) =>
  ({ ...about, type: 'Escalate', to, need }) as const;
const help = raise('hub', 'Nobody answers');
const takeOn = {
  ...{ ...about, type: 'AcknowledgeEscalation' },
  ...{ action: 'Ring the director', reviewOn: '2026-11-23', seen: null },
} as const satisfies SpellCommandInput;
const settle = { ...about, type: 'ResolveEscalation', outcome: 'Found a bed' } as const;

/** Since the first of November, so for three weeks. */
const READY = { nctrPeriods: [{ startedOn: '2026-11-01', endedOn: null, endedBy: null }] };
const delayed = (more: Partial<Spell> = {}) =>
  aSpell({ ...READY, admittedOn: '2026-10-20', tasks: [aTask()], ...more });
const said = ({ answer, events }: ReturnType<typeof when>) =>
  answer.ok ? `ok, ${events.length}` : answer.message;
const raised = (spell: Spell | null = delayed(), by: Actor = PRIYA) => when(spell, by, help).after;

describe('raising a stay', () => {
  it.each<[string, Actor, SpellCommandInput, string]>([
    ['a ward raises it to the hub', PRIYA, help, 'ok, 1'],
    ['a broker raises it to the hub', BELA, help, 'ok, 1'],
    ['the hub raises it to itself', MO, help, 'ok, 1'],
    ['the hub reaches the duty director', MO, raise('duty_director', 'Now'), 'ok, 1'],
    ['a ward does not', PRIYA, raise('duty_director', 'Now'), 'Only the hub escalates to the duty director.'],
    ['housing does not raise a stay at all', HANNAH, help, 'Not allowed'],
    ['nobody raises it without a word', PRIYA, raise('hub'), 'Say what is needed, and why now.'],
    ['it has no team, and no lead', MO, raise('team_lead', 'Now'), 'A stay is no team’s: escalate to the hub.'],
  ])('%s', (_what, by, order, message) => {
    expect(said(when(delayed(), by, order))).toBe(message);
  }); // prettier-ignore

  it.each<[string, Spell | null, string]>([
    ['somebody who is not ready', delayed({ nctrPeriods: [] }), 'This person meets the criteria to reside: there is no delay to escalate. Escalate the task that is late.'],
    ['somebody who has left', delayed(GONE), 'This person already left the hospital on Fri 20 Nov. Nothing was changed.'],
    ['what is with the hub already', raised(), 'This is already with the hub (Priya Shah, Sun 22 Nov, 14:00).'],
    ['what is past it', when(raised(), MO, raise('duty_director', 'Now')).after, 'This is past that, with the duty director (Mo Khan, Sun 22 Nov, 14:00).'],
  ])('not %s', (_what, spell, message) => {
    expect(said(when(spell, MO, help))).toBe(message);
  }); // prettier-ignore

  it('the hub takes it on with an action and a day, and settles it; whoever comes second is told', () => {
    for (const by of [PRIYA, BELA, LEAD, HANNAH, TIMER]) {
      expect(said(when(raised(), by, takeOn))).toBe('Not allowed');
      expect(said(when(raised(), by, settle))).toBe('Not allowed');
    }
    const taken = when(raised(), MO, takeOn).after;
    expect(taken?.escalation?.acknowledged).toMatchObject({ action: 'Ring the director', at: NOW });
    const other = when(taken, MO, { ...takeOn, action: 'Wait' });
    expect(other.answer).toMatchObject({ code: 'CONFLICT', current: { field: 'acknowledgement' } });
    const settled = when(taken, MO, settle).after;
    expect(settled?.escalation?.resolved).toMatchObject({ outcome: 'Found a bed' });
    expect(said(when(settled, MO, settle))).toBe('Nothing is escalated here any more.');
    expect(said(when(settled, MO, takeOn))).toBe('Nothing is escalated here any more.');
    expect(said(when(settled, PRIYA, help))).toBe('ok, 1');
  });

  it('is over while the person has left, and gone with the delay', () => {
    const left = when(raised(), MO, {
      ...{ type: 'DischargePatient', id: idOf(71), spellId: SPELL_ID, at: NOW },
      destination: 'usual_residence',
    }).after;
    expect(left && openStayEscalation(left)).toBeNull();
    const back = when(left, MO, { type: 'CancelDischarge', id: idOf(72), spellId: SPELL_ID }).after;
    expect(back && openStayEscalation(back)).not.toBeNull();
    const met = when(raised(), MO, {
      ...{ type: 'RecordCriteriaToReside', id: idOf(73), spellId: SPELL_ID, metOn: TODAY },
      criteria: ['02'],
    }).after;
    expect(met?.escalation).toBeNull();
    const again = when(met, MO, {
      ...{ type: 'RecordNoCriteriaToReside', id: idOf(74), spellId: SPELL_ID, readyDate: TODAY },
    }).after;
    expect(again?.escalation).toBeNull();
  });
});

describe('what a timer raises', () => {
  const byRule = { ...about, type: 'Escalate', to: 'hub' } as const;
  const P1 = { recommended: 'reablement', agreed: 'reablement', national: 'P1' } as const;
  const due = delayed({ pathway: { ...P1, setBy: null, setAt: null } });

  it('is what the rules say by then, once, and nothing else', () => {
    const first = when(due, TIMER, byRule);
    expect(first.events).toMatchObject([
      { type: 'StayEscalated', taskId: null, data: { because: 'delayed', delayDays: 21 } },
    ]);
    expect(said(when(first.after, TIMER, byRule))).toBe('ok, 0');
    expect(said(when(when(first.after, MO, settle).after, TIMER, byRule))).toBe('ok, 0');
    expect(said(when(due, TIMER, { ...byRule, to: 'duty_director' }))).toBe('ok, 0');
    expect(said(when(delayed(), TIMER, { ...byRule, to: 'duty_director' }))).toBe('ok, 1');
    const early = delayed({ nctrPeriods: [{ ...READY.nctrPeriods[0], startedOn: TODAY, endedOn: null, endedBy: null }] }); // prettier-ignore
    expect(said(when(early, TIMER, byRule))).toBe('ok, 0');
  });

  it('also that nobody works on it: since the last task that blocked was finished', () => {
    const done = when(due, MO, {
      ...{ type: 'CompleteTask', id: idOf(75), spellId: SPELL_ID, taskId: aTask().id },
    }).after;
    expect(done?.nothingBlocksSince).toBe(NOW);
    const fresh = done && { ...done, nctrPeriods: [{ startedOn: '2026-11-20', endedOn: null, endedBy: null }] }; // prettier-ignore
    const at = (now: string) => when(fresh, TIMER, byRule, { now }).events;
    expect(at('2026-11-23T13:59:00.000Z')).toEqual([]);
    expect(at('2026-11-23T14:00:00.000Z')).toMatchObject([{ data: { because: 'nothing_blocks' } }]);
    const blocked = when(fresh, MO, {
      ...{ type: 'AddTask', id: idOf(76), spellId: SPELL_ID, taskType: 'transport' as const },
      blocking: true,
    }).after;
    expect(blocked?.nothingBlocksSince).toBeNull();
  });
});

describe('what is told of a stay that is raised', () => {
  const context = { wards: WARDS, catalogue: DEFAULT_CATALOGUE, timeZone: LONDON };
  const cardFor = (reader: Actor) => {
    const spell = raised(delayed({ tasks: [aTask({ type: 'key_safe', owner: 'lightbulb' })] }));
    return spell && projectCard(spell, 1, reader, { ...context, asOfDay: TODAY });
  };

  it('a card says with whom it is, except to housing', () => {
    const escalation = { level: 'hub', at: NOW, isTakenOn: false };
    for (const reader of [PRIYA, BELA, MO]) expect(cardFor(reader)).toMatchObject({ escalation });
    expect(JSON.stringify(cardFor(HANNAH))).not.toContain('scalat');
  });

  it.each([
    [help, PRIYA, 'Escalated the stay to the hub: Nobody answers'],
    [takeOn, MO, 'Took on the escalation of the stay: Ring the director, by Mon 23 Nov'],
    [settle, MO, 'Resolved the escalation of the stay: Found a bed'],
  ] as const)('history has words: %#', (order, by, words) => {
    const spell = order.type === 'Escalate' ? delayed() : raised();
    const [event] = when(spell, by, order).events;
    expect(event && spell && describeEvent(event, spell, context)).toBe(words);
  });

  it.each([
    ['delayed', 1, 'Escalated the stay to the hub: delayed 1 day'],
    ['nothing_blocks', 2, 'Escalated the stay to the hub: ready, and no open task blocked the discharge'],
  ] as const)('and of a rule: %s', (because, delayDays, words) => {
    const body = { type: 'StayEscalated', data: { level: 'hub', from: null, because, delayDays } } as const;
    const event = { ...body, details: null, spellId: SPELL_ID, taskId: null, occurredAt: NOW, by: TIMER };
    expect(describeEvent(event, delayed(), context)).toBe(words);
  }); // prettier-ignore
});
