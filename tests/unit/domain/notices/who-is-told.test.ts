import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../domain/actor.ts';
import { canSee, sightFacts } from '../../../../domain/audience.ts';
import { kindsFor } from '../../../../domain/notices/notice-kinds.ts';
import { isTold, isToldTo, noticesOf } from '../../../../domain/notices/who-is-told.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import type { StayEscalation } from '../../../../domain/escalation/stay-escalation.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { live, places, starts, steps } from '../../../factories/domain-histories.ts';
import {
  ADA,
  BELA,
  FEED,
  HANNAH,
  MO,
  PRIYA,
  SPELL_ID,
  TIMER,
  TOM,
  aPerson,
  aSpell,
  aTask,
  anAction,
  idOf,
  when,
} from '../../../factories/domain-spell.ts';

const BEN = { ...BELA, id: 'ben', name: 'Ben Low', isTeamLead: true };
const RUTH = { ...BELA, id: 'ruth', name: 'Ruth Hay', place: 'rutland' as const };
const MEG = { ...MO, id: 'meg', name: 'Meg Lee' };
const FAR = { ...PRIYA, id: 'far', wardIds: ['g20'] };
const EVERYBODY: Actor[] = [PRIYA, TOM, FAR, BELA, BEN, RUTH, HANNAH, MO, MEG, ADA];

const CARE = aTask({ id: idOf(60), type: 'care_package', owner: 'social_care' });
const CLEARANCE = aTask({ id: idOf(61), type: 'home_clearance', owner: 'lightbulb' });
const heldBy = (who: Actor) => ({
  state: 'claimed' as const,
  claimedBy: { id: who.id, name: who.name },
  claimedAt: '2026-11-21T10:00:00.000Z',
});
const asked = (askedOf: 'ward' | 'hub') => ({
  ...{ id: idOf(70), askedOf, owner: 'social_care' as const, text: 'Which visits?' },
  ...{ askedBy: { id: 'bela', name: 'Bela Fox' }, askedAt: '2026-11-21T10:00:00.000Z' },
  answer: null,
});
const edd = (day: string | null): Pick<Spell, 'edd'> => ({
  edd: { day, setBy: null, setAt: null },
});
const READY = { nctrPeriods: [{ startedOn: '2026-11-20', endedOn: null, endedBy: null }] };

/** Who is told of what somebody does, as `kind: names`. */
function told(by: Actor, body: SpellCommandInput, stay: Spell, assignee: Actor | null = null) {
  const { events, after } = when(stay, by, body, { assignee });
  const lines: string[] = [];
  for (const event of events) {
    if (after === null) continue;
    for (const notice of noticesOf(event, { before: stay, after })) {
      const people = EVERYBODY.filter((person) => isToldTo(person, notice, event, after));
      lines.push(...people.map(({ id }) => `${notice.kind}: ${id}`));
    }
  }
  return lines;
}

const care = (more: object = {}) => aSpell({ tasks: [{ ...CARE, ...more }] });
const common = { id: idOf(200), spellId: SPELL_ID };
const onCare = { ...common, taskId: CARE.id };
const assign = (owner: 'social_care' | 'hub' | 'lightbulb' | 'ward', assignee?: Actor) =>
  ({ type: 'AssignTask', ...onCare, owner, assigneeId: assignee?.id }) as const;
const setEdd = (day: string, seen: string | null) =>
  ({ type: 'SetEdd', ...common, edd: day, seen }) as const;
const recordReady = {
  type: 'RecordNoCriteriaToReside',
  ...common,
  readyDate: '2026-11-21',
} as const;
const ask = { type: 'AskAboutTask', ...onCare, question: 'Which visits?' } as const;
const answer = {
  type: 'AnswerTaskQuestion',
  ...{ ...onCare, questionId: idOf(70), answer: 'Two a day' },
} as const;

type Case = [name: string, got: () => string[], want: string[]];

const TASKS: Case[] = [
  ['a task is assigned to somebody', () => told(MO, assign('social_care', BELA), care(), BELA), ['task_assigned: bela']],
  ['a lead takes it on themselves', () => told(BEN, assign('social_care', BEN), care(), BEN), []],
  ['a task is handed on to a colleague', () => told(MO, assign('social_care', BEN), care(heldBy(BELA)), BEN), ['task_assigned: ben', 'task_taken: bela']],
  ['a task is taken off somebody, back into the queue', () => told(MO, assign('social_care'), care(heldBy(BELA)), null), ['task_taken: bela']],
  ['a task is sent to the ward', () => told(MO, assign('ward'), care(), null), ['task_for_team: priya', 'task_for_team: tom']],
  ['a task is sent to the hub by the hub', () => told(MO, assign('hub'), care(), null), ['task_for_team: meg']],
  ['it goes to a team that its holder does not see into', () => told(MO, assign('lightbulb'), care(heldBy(BELA)), null), ['task_for_team: hannah']],
  ['a council declines', () => told(BELA, { type: 'DeclineTask', ...onCare, reason: 'not_eligible' }, care(heldBy(BELA))), ['task_for_team: mo', 'task_for_team: meg']],
  ['a colleague takes it over', () => told(BEN, { type: 'ClaimTask', ...onCare, takeOverFrom: 'bela' }, care(heldBy(BELA))), ['task_taken: bela']],
  ['somebody claims what nobody has', () => told(BELA, { type: 'ClaimTask', ...onCare }, care()), []],
  ['the hub releases it', () => told(MO, { type: 'ReleaseTask', ...onCare }, care(heldBy(BELA))), ['task_taken: bela']],
  ['its holder releases it', () => told(BELA, { type: 'ReleaseTask', ...onCare }, care(heldBy(BELA))), []],
  ['the ward is asked', () => told(BELA, { ...ask, askedOf: 'ward' }, care(heldBy(BELA))), ['question_asked: priya', 'question_asked: tom']],
  ['the hub is asked', () => told(BELA, { ...ask, askedOf: 'hub' }, care(heldBy(BELA))), ['question_asked: mo', 'question_asked: meg']],
  ['a question is answered', () => told(PRIYA, answer, care({ ...heldBy(BELA), questions: [asked('ward')] })), ['question_answered: bela']],
  ['the council changes', () => told(MO, { type: 'UpdatePerson', ...common, person: { place: 'rutland' }, seen: { place: 'leicester' } }, care(heldBy(BELA))), ['task_for_team: ruth']],
]; // prettier-ignore

const RAISED = {
  ...{ level: 'team_lead' as const, owner: 'social_care' as const, because: 'person' as const },
  ...{ need: 'A provider', raisedBy: { id: 'priya', name: 'Priya Shah' } },
  ...{ raisedAt: '2026-11-21T10:00:00.000Z', acknowledged: null, resolved: null },
};
const takeOn = {
  type: 'AcknowledgeEscalation',
  ...onCare,
  action: 'I ring them',
  seen: null,
} as const;
const escalate = (to: 'team_lead' | 'hub') =>
  ({ type: 'Escalate', ...onCare, to, need: 'A provider' }) as const;

const ESCALATIONS: Case[] = [
  ['a task is escalated to the team’s lead', () => told(PRIYA, escalate('team_lead'), care(heldBy(BELA))), ['escalated: ben', 'escalation_moved: bela']],
  ['a lead’s own task is escalated to them', () => told(PRIYA, escalate('team_lead'), care(heldBy(BEN))), ['escalated: ben', 'escalation_moved: ben']],
  ['it goes on to the hub', () => told(BEN, escalate('hub'), care({ ...heldBy(BELA), escalation: RAISED })), ['escalated: mo', 'escalated: meg', 'escalation_moved: bela']],
  ['a timer brings it to the hub, which has a list of such', () => told(TIMER, { type: 'Escalate', ...onCare, to: 'hub' }, { ...care({ ...heldBy(BELA), dueAt: '2026-10-01T09:00:00.000Z' }), ...READY }), ['escalation_moved: bela']],
  ['a lead takes it on', () => told(BEN, takeOn, care({ ...heldBy(BELA), escalation: RAISED })), ['escalation_moved: bela', 'escalation_moved: priya']],
  ['the hub settles it', () => told(MO, { type: 'ResolveEscalation', ...onCare, outcome: 'Found' }, care({ ...heldBy(BELA), escalation: RAISED })), ['escalation_moved: bela', 'escalation_moved: priya']],
]; // prettier-ignore

const onStay = { id: idOf(92), spellId: SPELL_ID, taskId: null };
const raiseStay = (to: 'hub' | 'duty_director') =>
  ({ type: 'Escalate', ...onStay, to, need: 'Nobody answers' }) as const;
/** Delayed, with a home task, and its stay raised by whoever it is. */
const raisedStay = (raisedBy: Actor, more: Partial<StayEscalation> = {}): Spell => ({
  ...aSpell({ tasks: [CARE, CLEARANCE] }),
  ...READY,
  escalation: {
    ...{ level: 'hub', reached: 'hub', because: 'person', need: 'Help', raisedBy },
    ...{ raisedAt: '2026-11-21T10:00:00.000Z', acknowledged: null, resolved: null, ...more },
  },
});
const settleStay = { type: 'ResolveEscalation', ...onStay, outcome: 'Found' } as const;

const STAYS: Case[] = [
  ['a stay is escalated', () => told(PRIYA, raiseStay('hub'), { ...raisedStay(MO), escalation: null }), ['escalated: mo', 'escalated: meg']],
  ['it goes on to the duty director', () => told(MO, raiseStay('duty_director'), raisedStay(PRIYA)), ['escalated: meg', 'escalation_moved: priya']],
  ['a timer brings it there, which has a list of such', () => told(TIMER, { type: 'Escalate', ...onStay, to: 'duty_director' }, { ...raisedStay(BELA), nctrPeriods: [{ startedOn: '2026-10-01', endedOn: null, endedBy: null }] }), ['escalation_moved: bela']],
  ['it is settled', () => told(MO, settleStay, raisedStay(PRIYA)), ['escalation_moved: priya']],
  ['somebody who raised it acts for housing now', () => told(MO, settleStay, raisedStay(HANNAH)), []],
]; // prettier-ignore

const PATIENTS: Case[] = [
  ['a patient becomes ready', () => told(PRIYA, recordReady, care(heldBy(BELA))), ['patient_ready: bela']],
  ['nobody has a task for them', () => told(PRIYA, recordReady, care()), []],
  ['they have done their task', () => told(PRIYA, recordReady, care({ ...heldBy(BELA), state: 'done' })), []],
  ['the day of being ready is corrected', () => told(PRIYA, recordReady, { ...care(heldBy(BELA)), ...READY }), []],
  ['somebody has two tasks for them', () => told(PRIYA, recordReady, aSpell({ tasks: [{ ...CARE, ...heldBy(BELA) }, { ...CARE, id: idOf(62), ...heldBy(BELA) }] })), ['patient_ready: bela']],
  ['housing, who does not see who is ready', () => told(PRIYA, recordReady, aSpell({ tasks: [{ ...CLEARANCE, ...heldBy(HANNAH) }] })), []],
  ['the EDD moves closer', () => told(PRIYA, setEdd('2026-11-25', '2026-11-27'), { ...care(heldBy(BELA)), ...edd('2026-11-27') }), ['edd_closer: bela']],
  ['the EDD moves closer for housing', () => told(PRIYA, setEdd('2026-11-25', '2026-11-27'), aSpell({ tasks: [{ ...CLEARANCE, ...heldBy(HANNAH) }], ...edd('2026-11-27') })), ['edd_closer: hannah']],
  ['the EDD moves away', () => told(PRIYA, setEdd('2026-11-29', '2026-11-27'), { ...care(heldBy(BELA)), ...edd('2026-11-27') }), []],
  ['the first EDD is set', () => told(PRIYA, setEdd('2026-11-25', null), care(heldBy(BELA))), []],
  ['the hub holds a task itself and moves the EDD', () => told(MO, setEdd('2026-11-25', '2026-11-27'), { ...care(heldBy(MO)), ...edd('2026-11-27') }), []],
  ['the patient is of another council', () => told(PRIYA, recordReady, { ...care(heldBy(BELA)), person: aPerson({ place: 'rutland' }) }), []],
]; // prettier-ignore

const ACT = anAction({ askedBy: { id: 'mo', name: 'Mo Khan' } });
const acted = (more: Parameters<typeof anAction>[0] = {}, stay: Partial<Spell> = {}) =>
  aSpell({ tasks: [CARE, CLEARANCE], ...stay, actions: [{ ...ACT, ...more }] });
const onAct = { ...common, actionId: ACT.id };
const named = { id: 'tom', name: 'Tom Ellis' };
const once = [
  {
    by: { id: 'bela', name: 'Bela Fox' },
    at: '2026-11-21T10:00:00.000Z',
    because: 'person' as const,
    words: 'News?',
  },
];
const byTimer = (times: number) =>
  Array.from({ length: times }, (_, index) => ({
    by: { id: 'timer', name: 'Discharge Hub' },
    at: `2026-11-0${index + 1}T08:00:00.000Z`,
    because: 'day_passed' as const,
    words: null,
  }));
const chase = { type: 'ChaseAction', ...onAct, words: 'Any news?' } as const;
const finish = { type: 'FinishAction', ...onAct, outcome: 'done', words: 'She agrees' } as const;
const add = {
  type: 'AddAction',
  ...common,
  what: 'Ring her',
  owner: 'ward',
  dueOn: '2026-11-24',
} as const;
const handOn = (assignee?: Actor) =>
  ({
    type: 'ChangeAction',
    ...onAct,
    dueOn: '2026-11-25',
    assigneeId: assignee?.id,
    seen: ACT.setAt,
  }) as const;

const ACTIONS: Case[] = [
  ['an action is given to somebody', () => told(MO, { ...add, assigneeId: 'tom' }, aSpell(), TOM), ['action_given: tom']],
  ['an action is given to a team, which has it on its list', () => told(MO, add, aSpell()), []],
  ['somebody takes one on themselves', () => told(TOM, handOn(TOM), acted(), TOM), []],
  ['one is handed on', () => told(MO, handOn(TOM), acted(), TOM), ['action_given: tom']],
  ['only its day moves', () => told(MO, handOn(TOM), acted({ person: named }), TOM), []],
  ['the ward, which has no lead, is chased', () => told(MO, chase, acted()), ['action_chased: priya', 'action_chased: tom']],
  ['whoever has it is chased', () => told(MO, chase, acted({ person: named })), ['action_chased: tom']],
  ['social care is chased', () => told(PRIYA, chase, acted({ owner: 'social_care' })), ['action_chased: ben']],
  ['it is chased a second time', () => told(PRIYA, chase, acted({ person: named, chases: once })), ['action_chased: tom', 'action_chased: mo']],
  ['the timer chases a second time', () => told(TIMER, { ...chase, words: undefined }, acted({ person: named, dueOn: '2026-11-21', chases: once })), ['action_chased: tom', 'action_chased: mo']],
  ['the timer chases a third time', () => told(TIMER, { ...chase, words: undefined }, acted({ person: named, dueOn: '2026-10-31', chases: byTimer(2) })), ['action_chased: tom', 'action_chased: mo']],
  ['the timer chases a fourth time: every day is too often', () => told(TIMER, { ...chase, words: undefined }, acted({ person: named, dueOn: '2026-10-31', chases: byTimer(3) })), []],
  ['a person chases a fourth time', () => told(PRIYA, chase, acted({ person: named, dueOn: '2026-10-31', chases: byTimer(3) })), ['action_chased: tom', 'action_chased: mo']],
  ['the timer chases a fifth time', () => told(TIMER, { ...chase, words: undefined }, acted({ person: named, dueOn: '2026-10-31', chases: byTimer(4) })), ['action_chased: tom', 'action_chased: mo']],
  ['whoever asked for it chases it again', () => told(MO, chase, acted({ person: named, chases: once })), ['action_chased: tom']],
  ['it is done', () => told(PRIYA, finish, acted()), ['action_ended: mo']],
  ['whoever asked for it does it', () => told(MO, finish, acted()), []],
  ['housing’s is chased, which has one lead there', () => told(MO, chase, acted({ owner: 'lightbulb', person: { id: 'hannah', name: 'Hannah Reid' } })), ['action_chased: hannah']],
  ['another’s is finished that housing asked for once', () => told(MO, finish, acted({ askedBy: { id: 'hannah', name: 'Hannah Reid' } })), []],
]; // prettier-ignore

describe('who is told', () => {
  it.each([...TASKS, ...ESCALATIONS, ...STAYS, ...PATIENTS, ...ACTIONS])(
    'when %s',
    (_name, got, want) => {
      expect(got()).toEqual(want);
    },
  );

  it('is whom the feed concerns, too', () => {
    const stay = { ...care(heldBy(BELA)), ...edd('2026-11-27') };
    expect(told(FEED, setEdd('2026-11-25', '2026-11-27'), stay)).toEqual(['edd_closer: bela']);
  });

  it('is never an administrator', () => {
    expect(kindsFor('admin')).toEqual([]);
  });

  it('holds in any stay: each sees the patient, did not do it, and may know it; no other event tells', () => {
    let toldOnce = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.record({ start: starts, place: places, taken: steps }), (given) => {
        live(given, ({ before, events, after }) => {
          if (after === null) return;
          for (const event of events) {
            const notices = noticesOf(event, { before, after });
            expect(isTold(event) || notices.length === 0).toBe(true);
            for (const notice of notices) {
              for (const person of EVERYBODY) {
                if (!isToldTo(person, notice, event, after)) continue;
                toldOnce += 1;
                kinds.add(notice.kind);
                expect(canSee(person, sightFacts(after))).toBe(true);
                expect(person.id).not.toBe(event.by.id);
                expect(kindsFor(person.role)).toContain(notice.kind);
              }
            }
          }
        });
      }),
      { seed: 20_261_122, numRuns: 400 },
    );
    expect(toldOnce).toBeGreaterThan(20);
    expect([...kinds].length).toBeGreaterThanOrEqual(5);
  });
});
