import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIONAL_PATHWAYS } from '../../../../domain/spell/pathway.ts';
import type { Stage, StageFacts } from '../../../../domain/spell/stage.ts';
import { STAGES, isReferredBy, stageOf } from '../../../../domain/spell/stage.ts';
import { TASK_STATES } from '../../../../domain/tasks/task-types.ts';

const planned: StageFacts = {
  hasLeft: false,
  hasCriteriaToReside: true,
  hasEdd: true,
  national: 'P1',
  isReferred: false,
  tasks: [],
};
const ready = { hasCriteriaToReside: false };
const openTask = { state: 'open', blocking: false } as const;
const doneTask = { state: 'done', blocking: true } as const;
const blockingTask = { ...openTask, blocking: true };
const referred = { isReferred: true };

describe('the stage of a stay', () => {
  it.each<[string, Partial<StageFacts>, Stage]>([
    ['has left', { hasLeft: true }, 'left'],
    ['has left, whatever else is so', { hasLeft: true, ...ready, tasks: [blockingTask] }, 'left'],
    [
      'has left before anything was known',
      { hasLeft: true, hasEdd: false, national: null },
      'left',
    ],
    ['ready, with a blocking task', { ...ready, tasks: [blockingTask] }, 'ready_waiting'],
    ['ready, without a pathway', { ...ready, national: null }, 'ready_waiting'],
    [
      'ready, without a pathway or EDD: ready comes before understanding',
      { ...ready, national: null, hasEdd: false },
      'ready_waiting',
    ],
    [
      'ready, blocked by a task that waits for capacity',
      { ...ready, tasks: [{ ...blockingTask, state: 'waiting_capacity' }] },
      'ready_waiting',
    ],
    [
      'ready, blocked by a task in progress',
      { ...ready, tasks: [{ ...blockingTask, state: 'in_progress' }] },
      'ready_waiting',
    ],
    ['ready, nothing left to do', ready, 'ready_to_go'],
    ['ready, with a task that does not block', { ...ready, tasks: [openTask] }, 'ready_to_go'],
    ['ready, the blocking task done', { ...ready, tasks: [doneTask] }, 'ready_to_go'],
    [
      'ready, the blocking task cancelled',
      { ...ready, tasks: [{ ...blockingTask, state: 'cancelled' }] },
      'ready_to_go',
    ],
    ['ready, without an EDD', { ...ready, hasEdd: false }, 'ready_to_go'],
    ['ready and referred: ready comes before the hub', { ...ready, ...referred }, 'ready_to_go'],
    ['no EDD', { hasEdd: false }, 'needs_understanding'],
    ['no pathway', { national: null }, 'needs_understanding'],
    [
      'no EDD though referred: understanding comes before the hub',
      { hasEdd: false, ...referred, tasks: [openTask] },
      'needs_understanding',
    ],
    ['P1 with an open task', { tasks: [openTask] }, 'with_hub'],
    ['P2 with an open task', { national: 'P2', tasks: [openTask] }, 'with_hub'],
    ['P3 with an open task', { national: 'P3', tasks: [openTask] }, 'with_hub'],
    ['P0 with an open task', { national: 'P0', tasks: [blockingTask] }, 'planned'],
    ['P0, referred to the hub', { national: 'P0', ...referred }, 'with_hub'],
    ['P1, referred, all done', referred, 'with_hub'],
    [
      'P0, a referral begun but not sent',
      { national: 'P0', tasks: [{ ...openTask, state: 'in_progress' }] },
      'planned',
    ],
    ['P1 with everything done', { tasks: [doneTask] }, 'planned'],
    ['P1 without tasks', {}, 'planned'],
  ])('%s', (_what, facts, stage) => {
    expect(stageOf({ ...planned, ...facts })).toBe(stage);
  });

  it('is always one of the six, and "left" for nobody who is still here', () => {
    const facts = fc.record<StageFacts>({
      hasLeft: fc.boolean(),
      hasCriteriaToReside: fc.boolean(),
      hasEdd: fc.boolean(),
      national: fc.constantFrom(null, ...NATIONAL_PATHWAYS),
      isReferred: fc.boolean(),
      tasks: fc.array(
        fc.record({
          state: fc.constantFrom(...TASK_STATES),
          blocking: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const stage = stageOf(given);
        expect(STAGES).toContain(stage);
        expect(stage === 'left').toBe(given.hasLeft);
        if (!given.hasLeft) expect(stage.startsWith('ready')).toBe(!given.hasCriteriaToReside);
      }),
    );
  });
});

describe('a referral to the hub', () => {
  it.each([
    ['is made when its task is done', 'hub_referral', 'done', true],
    ['is not made while it is being written', 'hub_referral', 'in_progress', false],
    ['is not made by cancelling it', 'hub_referral', 'cancelled', false],
    ['is not made by another task', 'medicines', 'done', false],
  ] as const)('%s', (_what, type, state, isReferred) => {
    expect(isReferredBy([{ type, state }])).toBe(isReferred);
  });
});
