import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../domain/actor.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import { describeEvent } from '../../../../domain/spell/describe-event.ts';
import type { PathwayChoice } from '../../../../domain/spell/pathway.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import {
  GONE,
  LONDON,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  TOM,
  WARDS,
  aSpell,
  aTask,
  anAction,
  idOf,
  when,
} from '../../../factories/domain-spell.ts';

const common = { id: idOf(7), spellId: SPELL_ID };
const onTask = { ...common, taskId: idOf(50) };
const held = aTask({ state: 'claimed', claimedBy: { id: TOM.id, name: TOM.name } });
const on = (choice: PathwayChoice) => ({ pathway: { ...choice, setBy: null, setAt: null } });

const raised = aTask({
  escalation: {
    ...{ level: 'hub', owner: 'ward', because: 'target_passed', need: null },
    ...{ raisedBy: TIMER, raisedAt: '2026-11-21T09:00:00.000Z' },
    ...{ acknowledged: null, resolved: null },
  },
});

describe('a line of the history', () => {
  it.each<[string, Partial<Spell>, Actor, SpellCommandInput]>([
    [
      'Set EDD to Fri 27 Nov (was Wed 25 Nov): Wound review',
      { edd: { day: '2026-11-25', setBy: null, setAt: null } },
      PRIYA,
      { ...common, type: 'SetEdd', edd: '2026-11-27', seen: '2026-11-25', reason: 'Wound review' },
    ],
    [
      'Set EDD to Fri 27 Nov',
      {},
      PRIYA,
      { ...common, type: 'SetEdd', edd: '2026-11-27', seen: null },
    ],
    [
      'Recommended pathway: Reablement at home',
      {},
      PRIYA,
      { ...common, type: 'SetPathway', pathway: 'reablement', seen: null },
    ],
    [
      'Agreed pathway: No onward care',
      {},
      PRIYA,
      { ...common, type: 'SetPathway', pathway: 'no_onward_care', seen: null },
    ],
    [
      'Recommended pathway: Reablement at home (No onward care is no longer agreed)',
      on({ recommended: 'no_onward_care', agreed: 'no_onward_care', national: 'P0' }),
      PRIYA,
      { ...common, type: 'SetPathway', pathway: 'reablement', seen: 'no_onward_care' },
    ],
    [
      'Agreed pathway: Not yet decided',
      on({ recommended: 'reablement', agreed: 'reablement', national: 'P1' }),
      MO,
      { ...common, type: 'SetPathway', pathway: 'none_set', seen: 'reablement' },
    ],
    [
      'Set national pathway: P3',
      on({ recommended: 'lightbulb', agreed: 'lightbulb', national: 'P1' }),
      MO,
      { ...common, type: 'SetPathway', pathway: 'lightbulb', seen: 'lightbulb', national: 'P3' },
    ],
    [
      'Recorded no criteria to reside, ready since Wed 18 Nov (Seen by Dr Low)',
      {},
      PRIYA,
      {
        ...common,
        type: 'RecordNoCriteriaToReside',
        readyDate: '2026-11-18',
        note: 'Seen by Dr Low',
      },
    ],
    [
      'Recorded that criteria to reside are met: requires intravenous fluids',
      {},
      PRIYA,
      { ...common, type: 'RecordCriteriaToReside', criteria: ['03'] },
    ],
    [
      'Added task: Patient transport',
      {},
      PRIYA,
      { ...common, type: 'AddTask', taskType: 'transport', blocking: true },
    ],
    [
      'Claimed Medicines to take home and discharge letter (At two)',
      { tasks: [aTask()] },
      PRIYA,
      { ...onTask, type: 'ClaimTask', note: 'At two' },
    ],
    [
      'Took over Medicines to take home and discharge letter from Tom Ellis',
      { tasks: [held] },
      PRIYA,
      { ...onTask, type: 'ClaimTask', takeOverFrom: TOM.id },
    ],
    [
      'Released Medicines to take home and discharge letter',
      { tasks: [held] },
      TOM,
      { ...onTask, type: 'ReleaseTask' },
    ],
    [
      'Started Medicines to take home and discharge letter',
      { tasks: [held] },
      TOM,
      { ...onTask, type: 'StartTask' },
    ],
    [
      'Completed Medicines to take home and discharge letter',
      { tasks: [held] },
      PRIYA,
      { ...onTask, type: 'CompleteTask' },
    ],
    ['Added a note', {}, PRIYA, { ...common, type: 'AddNote', text: 'SECRET' }],
    [
      'Discharged Sun 22 Nov, 11:15: Care home',
      {},
      PRIYA,
      {
        ...common,
        type: 'DischargePatient',
        at: '2026-11-22T11:15:00Z',
        destination: 'care_home',
      },
    ],
    [
      'Moved to Ward 16, bed C1',
      {},
      PRIYA,
      { ...common, type: 'TransferPatient', wardId: 'w16', bed: 'C1' },
    ],
    ['Moved to Ward 20', {}, PRIYA, { ...common, type: 'TransferPatient', wardId: 'g20' }],
    [
      'Corrected details: NHS number, risk to staff',
      {},
      PRIYA,
      {
        ...{ ...common, type: 'UpdatePerson' },
        person: { riskToStaff: 'SECRET', nhsNumber: null },
        seen: { riskToStaff: 'Large dog at the address', nhsNumber: '9990000018' },
      },
    ],
    [
      'Set clinical criteria for discharge: Eating',
      {},
      PRIYA,
      { ...common, type: 'SetClinicalCriteria', text: 'Eating', seen: null },
    ],
    [
      'Took the clinical criteria for discharge away',
      { clinicalCriteria: { text: 'Eating', setBy: null, setAt: null } },
      PRIYA,
      { ...common, type: 'SetClinicalCriteria', text: null, seen: 'Eating' },
    ],
    [
      'Medicines to take home and discharge letter: waiting for information (Ward rang)',
      { tasks: [held] },
      TOM,
      { ...onTask, type: 'SetTaskWaiting', waiting: 'information', note: 'Ward rang' },
    ],
    [
      'Medicines to take home and discharge letter: no longer waiting',
      { tasks: [{ ...held, state: 'waiting_capacity' }] },
      TOM,
      { ...onTask, type: 'SetTaskWaiting', waiting: null },
    ],
    [
      'Cancelled Medicines to take home and discharge letter: eligible for NHS continuing healthcare',
      { tasks: [aTask()] },
      PRIYA,
      { ...onTask, type: 'CancelTask', reason: 'continuing_healthcare' },
    ],
    [
      'Declined Medicines to take home and discharge letter, back to the hub: other (Pharmacy is shut)',
      { tasks: [aTask()] },
      PRIYA,
      { ...onTask, type: 'DeclineTask', reason: 'other', note: 'Pharmacy is shut' },
    ],
    [
      'Opened Medicines to take home and discharge letter again (Letter is wrong)',
      { tasks: [{ ...held, state: 'done' }] },
      TOM,
      { ...onTask, type: 'ReopenTask', note: 'Letter is wrong' },
    ],
    [
      'Medicines to take home and discharge letter no longer blocks the discharge',
      { tasks: [aTask()] },
      PRIYA,
      { ...onTask, type: 'SetTaskBlocking', blocking: false, seen: true },
    ],
    [
      'Medicines to take home and discharge letter blocks the discharge',
      { tasks: [aTask({ blocking: false, blockingSince: null })] },
      PRIYA,
      { ...onTask, type: 'SetTaskBlocking', blocking: true, seen: false },
    ],
    [
      'Set the target of Medicines to take home and discharge letter: Mon 23 Nov, 09:00',
      { tasks: [aTask()] },
      PRIYA,
      { ...onTask, type: 'SetTaskDue', dueAt: '2026-11-23T09:00:00Z', seen: null },
    ],
    [
      'Set the target of Medicines to take home and discharge letter: none',
      { tasks: [aTask({ dueAt: '2026-11-23T09:00:00.000Z' })] },
      PRIYA,
      { ...onTask, type: 'SetTaskDue', dueAt: null, seen: '2026-11-23T09:00:00Z' },
    ],
    [
      'Assigned Medicines to take home and discharge letter to Social care',
      { tasks: [aTask()] },
      MO,
      { ...onTask, type: 'AssignTask', owner: 'social_care' },
    ],
    [
      'Added task: Package of care sourcing, of the set “Home with a package of care”',
      {
        tasks: (['key_safe', 'medicines', 'transport'] as const).map((type, index) =>
          aTask({ type, id: idOf(60 + index) }),
        ),
      },
      PRIYA,
      { ...common, type: 'AddTaskSet', set: 'home_with_package' },
    ],
    [
      'Sent Medicines to take home and discharge letter to ward, as the catalogue changed',
      { tasks: [aTask({ owner: 'lightbulb' })] },
      MO,
      {
        ...{ ...common, type: 'FollowCatalogue', taskTypes: ['medicines'] },
        ...{ targets: false, owners: true },
      },
    ],
    [
      'Medicines to take home and discharge letter: target Sun 22 Nov, 11:00, as the catalogue changed',
      { tasks: [aTask({ addedAt: '2026-11-22T09:00:00.000Z', dueAt: null })] },
      MO,
      {
        ...{ ...common, type: 'FollowCatalogue', taskTypes: ['medicines'] },
        ...{ targets: true, owners: false },
      },
    ],
    [
      'Escalated Medicines to take home and discharge letter to the hub: No pharmacist',
      { tasks: [aTask()] },
      PRIYA,
      { ...onTask, type: 'Escalate', to: 'hub', need: 'No pharmacist' },
    ],
    [
      'Escalated Medicines to take home and discharge letter to the hub: its target passed long ago',
      {
        tasks: [aTask({ dueAt: '2026-11-20T09:00:00.000Z' })],
        nctrPeriods: [{ startedOn: '2026-11-18', endedOn: null, endedBy: null }],
      },
      TIMER,
      { ...onTask, type: 'Escalate', to: 'hub' },
    ],
    [
      'Took on the escalation of Medicines to take home and discharge letter: Ring them, by Tue 24 Nov',
      { tasks: [raised] },
      MO,
      {
        ...onTask,
        type: 'AcknowledgeEscalation',
        action: 'Ring them',
        reviewOn: '2026-11-24',
        seen: null,
      },
    ],
    [
      'Resolved the escalation of Medicines to take home and discharge letter: On the ward',
      { tasks: [raised] },
      MO,
      { ...onTask, type: 'ResolveEscalation', outcome: 'On the ward' },
    ],
    [
      'Chose the main reason for delay: Awaiting patient transport services (Agreed)',
      { nctrPeriods: [{ startedOn: '2026-11-20', endedOn: null, endedBy: null }] },
      MO,
      { ...common, type: 'SetPrimaryReason', reason: 'H4', note: 'Agreed', seen: null },
    ],
    [
      'Board round: seen, EDD none. Next: Ring the daughter (Dr Shah, ward)',
      {},
      PRIYA,
      {
        ...{ ...common, type: 'RecordBoardRound', seen: null },
        ...{ action: 'Ring the daughter', owner: 'ward', person: 'Dr Shah' },
      },
    ],
    [
      'Board round: not seen, off the ward (scan, theatre, dialysis), EDD none',
      {},
      PRIYA,
      { ...common, type: 'RecordBoardRound', seen: null, notSeen: 'off_ward' },
    ],
    [
      'Reviewed the long stay. Why not home: No provider yet. Why not today: Sunday.',
      {},
      PRIYA,
      {
        ...{ ...common, type: 'ReviewLongStay', seen: null },
        ...{ whyNotHome: 'No provider yet.', whyNotToday: 'Sunday.' },
      },
    ],
    [
      'Action from the long-stay review for Ward, by Tue 24 Nov: Ring the daughter',
      {},
      MO,
      {
        ...{ ...common, type: 'AddAction', what: 'Ring the daughter', owner: 'ward' },
        ...{ dueOn: '2026-11-24', source: 'review' },
      },
    ],
    [
      'Action “Ring the daughter” to be done by Thu 26 Nov (She is away)',
      { actions: [anAction()] },
      MO,
      {
        ...{ ...common, type: 'ChangeAction', actionId: idOf(70), dueOn: '2026-11-26' },
        ...{ seen: anAction().setAt, note: 'She is away' },
      },
    ],
    [
      'Chased the action “Ring the daughter”: Any news?',
      { actions: [anAction()] },
      MO,
      { ...common, type: 'ChaseAction', actionId: idOf(70), words: 'Any news?' },
    ],
    [
      'Chased the action “Ring the daughter”, which was to be done by Fri 20 Nov',
      { actions: [anAction({ dueOn: '2026-11-20' })] },
      TIMER,
      { ...common, type: 'ChaseAction', actionId: idOf(70) },
    ],
    [
      'Did the action “Ring the daughter”: She agrees',
      { actions: [anAction()] },
      PRIYA,
      { ...common, type: 'FinishAction', actionId: idOf(70), outcome: 'done', words: 'She agrees' },
    ],
    [
      'Action “Ring the daughter” is no longer needed: She came',
      { actions: [anAction()] },
      MO,
      {
        ...common,
        type: 'FinishAction',
        actionId: idOf(70),
        outcome: 'not_needed',
        words: 'She came',
      },
    ],
    ['Took the discharge back', GONE, PRIYA, { ...common, type: 'CancelDischarge' }],
    ['Left the board', GONE, TIMER, { ...common, type: 'LeaveBoard' }],
  ])('%s', (line, more, actor, body) => {
    const { events, after } = when(aSpell(more), actor, body, { now: NOW });
    const context = { catalogue: DEFAULT_CATALOGUE, wards: WARDS, timeZone: LONDON };
    expect(events.map((event) => describeEvent(event, after ?? aSpell(), context))).toEqual([line]);
  });

  it('names whom a task was assigned to', () => {
    const body = {
      ...onTask,
      type: 'AssignTask' as const,
      owner: 'ward' as const,
      assigneeId: TOM.id,
    };
    const { events, after } = when(aSpell({ tasks: [aTask()] }), MO, body, { assignee: TOM });
    const context = { catalogue: DEFAULT_CATALOGUE, wards: WARDS, timeZone: LONDON };
    expect(events.map((event) => describeEvent(event, after ?? aSpell(), context))).toEqual([
      'Assigned Medicines to take home and discharge letter to Tom Ellis',
    ]);
  });
});
