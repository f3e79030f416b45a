import { describe, expect, it } from 'vitest';
import type { DelayReason } from '../../../../domain/delay/delay-reasons.ts';
import { isDelayReason } from '../../../../domain/delay/delay-reasons.ts';
import type { ReasonTask } from '../../../../domain/delay/primary-reason.ts';
import { primaryReason, reasonOf } from '../../../../domain/delay/primary-reason.ts';
import { projectCard } from '../../../../domain/spell/card.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import type { TaskState, TaskType } from '../../../../domain/tasks/task-types.ts';
import { TASK_STATES, TASK_TYPES } from '../../../../domain/tasks/task-types.ts';
import {
  BELA,
  GONE,
  HANNAH,
  LONDON,
  PRIYA,
  TODAY,
  WARDS,
  aSpell,
  aTask,
  idOf,
} from '../../../factories/domain-spell.ts';

const CONTEXT = { catalogue: DEFAULT_CATALOGUE, timeZone: LONDON };

const blockingSince = (
  type: TaskType,
  since: string | null,
  state: TaskState = 'open',
): ReasonTask => ({ type, state, blocking: since !== null, blockingSince: since });

describe('the reason of a task', () => {
  it.each<[TaskType, TaskState, DelayReason]>([
    ['care_package', 'open', 'I2'],
    ['care_package', 'in_progress', 'I2'],
    ['care_package', 'waiting_information', 'I2'],
    ['care_package', 'waiting_family', 'I2'],
    ['care_package', 'waiting_capacity', 'C2'],
    ['intermediate_bed', 'waiting_capacity', 'C5'],
    ['medicines', 'waiting_capacity', 'H5'],
    ['safeguarding', 'waiting_capacity', 'W2'],
    ['major_adaptation', 'open', 'C9'],
  ])('%s that is %s: %s', (type, state, reason) => {
    expect(reasonOf({ type, state }, DEFAULT_CATALOGUE)).toBe(reason);
  });

  it('is an official one, whatever the task and its state', () => {
    for (const type of TASK_TYPES) {
      for (const state of TASK_STATES) {
        const reason = reasonOf({ type, state }, DEFAULT_CATALOGUE);
        expect(isDelayReason(reason)).toBe(true);
      }
    }
  });
});

describe('the main reason for a delay', () => {
  it.each<[string, ReasonTask[], DelayReason | null]>([
    ['nothing to do: no reason recorded', [], null],
    ['nothing that blocks', [blockingSince('care_package', null)], null],
    [
      'what blocked is done or cancelled',
      [
        blockingSince('care_package', '2026-11-18T09:00:00.000Z', 'done'),
        blockingSince('medicines', '2026-11-18T09:00:00.000Z', 'cancelled'),
      ],
      null,
    ],
    [
      'the task that has blocked for longest, though capacity came later',
      [
        blockingSince('care_package', '2026-11-20T09:00:00.000Z', 'waiting_capacity'),
        blockingSince('medicines', '2026-11-19T09:00:00.000Z'),
      ],
      'H5',
    ],
    [
      'on one day, capacity before interface, though it began later',
      [
        blockingSince('care_package', '2026-11-20T09:00:00.000Z'),
        blockingSince('care_home_placement', '2026-11-20T17:00:00.000Z', 'waiting_capacity'),
      ],
      'C7',
    ],
    [
      'on one day, interface before the hub',
      [
        blockingSince('pathway_decision', '2026-11-20T08:00:00.000Z'),
        blockingSince('care_package', '2026-11-20T09:00:00.000Z'),
      ],
      'I2',
    ],
    [
      'on one day, the hub before wellbeing',
      [
        blockingSince('safeguarding', '2026-11-20T08:00:00.000Z'),
        blockingSince('funding_decision', '2026-11-20T09:00:00.000Z'),
      ],
      'T3',
    ],
    [
      'on one day, wellbeing before hospital process',
      [
        blockingSince('medicines', '2026-11-20T08:00:00.000Z'),
        blockingSince('mental_capacity', '2026-11-20T09:00:00.000Z'),
      ],
      'W3',
    ],
    [
      'on one day and in one group, the earlier',
      [
        blockingSince('transport', '2026-11-20T09:00:00.001Z'),
        blockingSince('medicines', '2026-11-20T09:00:00.000Z'),
      ],
      'H5',
    ],
    [
      'one day in London is not one day in UTC: 00:30 in summer is the day after',
      [
        blockingSince('care_package_restart', '2026-07-01T23:30:00.000Z'),
        blockingSince('medicines', '2026-07-01T10:00:00.000Z'),
      ],
      'H5',
    ],
    [
      'nor two in UTC two in London',
      [
        blockingSince('care_package_restart', '2026-07-02T10:00:00.000Z'),
        blockingSince('medicines', '2026-07-01T23:30:00.000Z'),
      ],
      'C11',
    ],
  ])('%s', (_what, tasks, reason) => {
    const chosen = null;
    expect(primaryReason({ tasks, chosen }, CONTEXT)).toBe(reason);
    expect(primaryReason({ tasks: [...tasks].reverse(), chosen }, CONTEXT)).toBe(reason);
    expect(primaryReason({ tasks, chosen: 'W2' }, CONTEXT)).toBe('W2');
  });

  it('leaves the list as it was', () => {
    const tasks = [
      blockingSince('medicines', '2026-11-20T09:00:00.000Z'),
      blockingSince('care_package', '2026-11-19T09:00:00.000Z'),
    ];
    const copy = structuredClone(tasks);
    primaryReason({ tasks, chosen: null }, CONTEXT);
    expect(tasks).toEqual(copy);
  });
});

describe('the main reason on the card', () => {
  const context = { ...CONTEXT, wards: WARDS, asOfDay: TODAY };
  const ready = { startedOn: '2026-11-18', endedOn: null, endedBy: null };
  const tasks = [aTask(), aTask({ id: idOf(51), owner: 'lightbulb', type: 'home_clearance' })];

  it.each([
    ['somebody who is ready and waits', { nctrPeriods: [ready] }, 'W4'],
    ['somebody who meets the criteria', { nctrPeriods: [] }, null],
    [
      'somebody who meets them again',
      { nctrPeriods: [{ ...ready, endedOn: '2026-11-19', endedBy: 'criteria_met' as const }] },
      null,
    ],
    [
      'somebody who has left',
      {
        ...GONE,
        nctrPeriods: [{ ...ready, endedOn: '2026-11-20', endedBy: 'discharge' as const }],
      },
      null,
    ],
    ['somebody who is ready with nothing to do', { nctrPeriods: [ready], tasks: [] }, null],
  ])('of %s', (_who, more, reason) => {
    const spell = aSpell({ tasks, ...more });
    for (const reader of [PRIYA, BELA]) {
      expect(projectCard(spell, 1, reader, context).primaryReason).toBe(reason);
    }
    expect(projectCard(spell, 1, HANNAH, context)).not.toHaveProperty('primaryReason');
  });
});
