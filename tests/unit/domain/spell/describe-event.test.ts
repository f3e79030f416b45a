import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../domain/actor.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import { describeEvent } from '../../../../domain/spell/describe-event.ts';
import type { PathwayChoice } from '../../../../domain/spell/pathway.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/catalogue.ts';
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
  idOf,
  when,
} from '../../../factories/domain-spell.ts';

const common = { id: idOf(7), spellId: SPELL_ID };
const onTask = { ...common, taskId: idOf(50) };
const held = aTask({ state: 'claimed', claimedBy: { id: TOM.id, name: TOM.name } });
const on = (choice: PathwayChoice) => ({ pathway: { ...choice, setBy: null, setAt: null } });

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
    ['Left the board', GONE, TIMER, { ...common, type: 'LeaveBoard' }],
  ])('%s', (line, more, actor, body) => {
    const { events, after } = when(aSpell(more), actor, body, { now: NOW });
    const context = { catalogue: DEFAULT_CATALOGUE, wards: WARDS, timeZone: LONDON };
    expect(events.map((event) => describeEvent(event, after ?? aSpell(), context))).toEqual([line]);
  });
});
