import { describe, expect, it } from 'vitest';
import type { NctrPeriod } from '../../../../domain/delay/delay-days.ts';
import type { TaskEscalation } from '../../../../domain/escalation/escalation.ts';
import { levelDue } from '../../../../domain/escalation/level-due.ts';
import { DEFAULT_TARGET_SETTINGS as settings } from '../../../../domain/tasks/target-settings.ts';
import type { Task } from '../../../../domain/tasks/task.ts';
import { GONE, LONDON, MO, aTask } from '../../../factories/domain-spell.ts';

/** Due on Monday at noon: social care's lead hears on Monday at 16:00, the hub on Tuesday at noon. */
const DUE = '2026-11-23T12:00:00.000Z';
const late = (more: Partial<Task> = {}) =>
  aTask({ type: 'care_package', owner: 'social_care', dueAt: DUE, ...more });
const raised = (more: Partial<TaskEscalation> = {}): Partial<Task> => ({
  escalation: {
    ...{ level: 'team_lead', owner: 'social_care', because: 'target_passed', need: null },
    ...{ raisedBy: MO, raisedAt: '2026-11-23T16:00:00.000Z', acknowledged: null, resolved: null },
    ...more,
  },
});
const WAITS: NctrPeriod = { startedOn: '2026-11-20', endedOn: null, endedBy: null };
const ENDED: NctrPeriod = { ...WAITS, endedOn: '2026-11-21', endedBy: 'criteria_met' };
const READY = { discharge: null, nctrPeriods: [WAITS] };
const resolved = { by: MO, at: '2026-11-23T18:00:00.000Z', outcome: 'Starts tomorrow' };

describe('whom a passed target is raised to', () => {
  it.each<[string, string, Task, string | null]>([
    ['nobody before it passes', '2026-11-23T11:00', late(), null],
    ['nobody before its age', '2026-11-23T15:59', late(), null],
    ['the lead at it', '2026-11-23T16:00', late(), 'team_lead'],
    ['nobody while the lead has it', '2026-11-24T11:59', late(raised()), null],
    ['the hub at the second', '2026-11-24T12:00', late(raised()), 'hub'],
    ['the hub at once where nobody was there meanwhile', '2026-11-25T09:00', late(), 'hub'],
    ['never further than the hub', '2027-01-23T16:00', late(raised({ level: 'hub' })), null],
    ['the hub for a ward, which has no lead', '2026-11-24T12:00', late({ owner: 'ward' }), 'hub'],
    ['nobody for a ward before', '2026-11-24T11:59', late({ owner: 'ward' }), null],
    ['nobody about what does not block', '2026-11-25T09:00', late({ blocking: false }), null],
    ['nobody about what is done', '2026-11-25T09:00', late({ state: 'done' }), null],
    ['nobody without a target', '2026-11-25T09:00', late({ dueAt: null }), null],
    ['nobody once it was settled', '2026-11-25T09:00', late(raised({ resolved })), null],
    ['again when a target set since has passed', '2026-11-27T16:00', late({ ...raised({ resolved }), dueAt: '2026-11-27T12:00:00.000Z' }), 'team_lead'],
    ['nobody on a Saturday', '2026-11-28T16:00', late({ dueAt: '2026-11-27T16:00:00.000Z' }), null],
    ['the lead on the Monday after', '2026-11-30T12:00', late({ dueAt: '2026-11-27T16:00:00.000Z' }), 'team_lead'],
    ['nobody where somebody raised it to the hub', '2026-11-25T09:00', late(raised({ level: 'hub', because: 'person' })), null],
  ])('%s', (_what, wall, task, level) => {
    const context = { now: `${wall}:00.000Z`, timeZone: LONDON, settings };
    expect(levelDue(READY, task, context)).toBe(level);
    expect(levelDue({ ...READY, ...GONE }, task, context)).toBeNull();
    expect(levelDue({ ...READY, nctrPeriods: [] }, task, context)).toBeNull();
    expect(levelDue({ ...READY, nctrPeriods: [ENDED] }, task, context)).toBeNull();
  }); // prettier-ignore

  it('does not tell Lightbulb who is ready: theirs are raised either way', () => {
    const task = late({ type: 'home_clearance', owner: 'lightbulb' });
    const context = { now: '2026-11-24T12:00:00.000Z', timeZone: LONDON, settings };
    expect(levelDue({ ...READY, nctrPeriods: [] }, task, context)).toBe(levelDue(READY, task, context)); // prettier-ignore
    expect(levelDue(READY, task, context)).not.toBeNull();
  });
});
