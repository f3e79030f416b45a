import { describe, expect, it } from 'vitest';
import {
  allowedForms,
  allowedSteps,
  allowedTaskForms,
  formKeysOf,
  mayAdmit,
} from '../../../../app/spell/allowed-forms.ts';
import type { Actor } from '../../../../domain/actor.ts';
import type { SpellView } from '../../../../domain/spell/spell-view.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import { idOf } from '../../../factories/ids.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../../factories/actor.ts';
import {
  CARE_ACT_TASK,
  CLEARANCE_TASK,
  DELAYED,
  GONE_HOME,
  MEDICINES_TASK,
  meOf,
  NEWLY_ADMITTED,
  playSteps,
  RESULTS_TASK,
  SPELL_ID,
  viewOf,
} from '../../../factories/spell-view.ts';

const delayed = playSteps(DELAYED);

function formsOf(reader: Actor, played = delayed) {
  return allowedForms(meOf(reader), viewOf(played, reader), DEFAULT_CATALOGUE);
}

function stepsOf(reader: Actor, taskId: string) {
  const { card, tasks } = viewOf(delayed, reader);
  const task = tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw new Error('Not in sight');
  return allowedSteps(meOf(reader), card, task);
}

describe('the forms of a plan', () => {
  it('are all there for a ward and the hub', () => {
    for (const reader of [wardCoordinator(), hubManager()]) {
      expect(formsOf(reader)).toMatchObject({
        ...{ setEdd: true, addNote: true, discharge: true, cancelDischarge: false },
        ...{ setClinicalCriteria: true, transfer: true, updatePerson: true },
        taskTypes: Object.values(DEFAULT_CATALOGUE),
      });
    }
  });

  it('escalate a stay while somebody is delayed: to the director by the hub alone, by housing never', () => {
    const rungs = (reader: Actor, played = delayed) => formsOf(reader, played).escalateTo;
    expect(rungs(wardCoordinator())).toEqual(['hub']);
    expect(rungs(broker())).toEqual(['hub']);
    expect(rungs(hubManager())).toEqual(['hub', 'duty_director']);
    expect(rungs(housingOfficer())).toEqual([]);
    for (const played of [playSteps(NEWLY_ADMITTED), playSteps(GONE_HOME)]) {
      expect(rungs(hubManager(), played)).toEqual([]);
    }
    expect(formsOf(hubManager())).toMatchObject({
      ...{ acknowledgeEscalation: false, resolveEscalation: false },
    });
  });

  it('let a broker add social care and Lightbulb tasks and notes, and nothing clinical', () => {
    const forms = formsOf(broker());
    expect(forms).toMatchObject({ setEdd: false, pathways: [], discharge: false, addNote: true });
    expect(forms).toMatchObject({ setClinicalCriteria: false, transfer: false });
    expect(forms).toMatchObject({ updatePerson: false });
    const types = forms.taskTypes.map(({ type }) => type);
    expect(types).toContain('care_package');
    expect(types).toContain('home_clearance');
    expect(types).not.toContain('medicines');
  });

  it('let housing add what is Lightbulb’s in the place where the person lives', () => {
    const taskTypes = formsOf(housingOfficer()).taskTypes.map(({ type }) => type);
    expect(taskTypes).toContain('home_clearance');
    // Leicester runs its own major adaptations.
    expect(taskTypes).not.toContain('major_adaptation');
  });

  it('ask for no criteria to reside or for criteria met again, never for both', () => {
    const admitted = playSteps(NEWLY_ADMITTED);
    const ward = wardCoordinator();
    expect(formsOf(ward)).toMatchObject({ recordNoCriteria: false, recordCriteria: true });
    expect(formsOf(ward, admitted)).toMatchObject({
      recordNoCriteria: true,
      recordCriteria: false,
    });
  });

  it('leave notes once the person has left, and the way back', () => {
    const view = viewOf(playSteps(GONE_HOME), wardCoordinator());
    expect(formKeysOf(meOf(wardCoordinator()), view, DEFAULT_CATALOGUE)).toEqual([
      'again',
      'AddNote',
      'CancelDischarge',
    ]);
  });

  it('have a key each', () => {
    const keys = formKeysOf(meOf(hubManager()), viewOf(delayed, hubManager()), DEFAULT_CATALOGUE);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the steps of a task', () => {
  it.each([
    ['nobody has it', wardCoordinator(), MEDICINES_TASK, ['claim', 'start', 'complete']],
    ['a colleague has it', broker(), CARE_ACT_TASK, ['take_over', 'complete']],
    ['I have it', broker({ id: 'user-broker-2' }), CARE_ACT_TASK, ['start', 'release', 'complete']],
    ['another team owns it', wardCoordinator(), CLEARANCE_TASK, []],
    ['it is done', wardCoordinator(), RESULTS_TASK, []],
  ] as const)('when %s', (_when, reader, taskId, steps) => {
    expect(stepsOf(reader, taskId)).toEqual(steps);
  });
});

function taskFormsOf(
  reader: Actor,
  taskId: string,
  played = delayed,
  colleagues: SpellView['colleagues'] = [],
) {
  const view = viewOf(played, reader);
  const task = view.tasks.find(({ id }) => id === taskId);
  if (task === undefined) throw new Error('Not in sight');
  return allowedTaskForms(meOf(reader), { ...view, colleagues }, task);
}

describe('what else can be done with a task', () => {
  const ends = ['decline', 'cancel'] as const;
  it.each([
    [
      'its team',
      wardCoordinator(),
      MEDICINES_TASK,
      ['waiting', 'ask', 'due', 'blocking', 'escalate', ...ends],
    ],
    [
      'a colleague of whoever has it',
      ...[broker(), CARE_ACT_TASK, ['due', 'blocking', 'escalate', 'cancel']],
    ],
    [
      'whoever has it',
      ...[broker({ id: 'user-broker-2' }), CARE_ACT_TASK],
      ['waiting', 'ask', 'due', 'blocking', 'escalate', ...ends],
    ],
    [
      'the hub',
      ...[
        hubManager(),
        CLEARANCE_TASK,
        ['waiting', 'ask', 'due', 'blocking', 'escalate', 'assign', 'cancel'],
      ],
    ],
    [
      'a ward, of a task of another team',
      wardCoordinator(),
      CLEARANCE_TASK,
      ['blocking', 'escalate', 'cancel'],
    ],
    ['its team, once it is done', wardCoordinator(), RESULTS_TASK, ['reopen']],
    ['another team, once it is done', broker(), RESULTS_TASK, []],
  ] as [string, Actor, string, string[]][])('by %s', (_who, reader, taskId, forms) => {
    expect(taskFormsOf(reader, taskId)).toEqual(forms);
  });

  it.each([
    ['a team lead', broker({ isTeamLead: true }), CARE_ACT_TASK, true],
    ['a broker who leads nobody', broker(), CARE_ACT_TASK, false],
    ['a ward, of its own task', wardCoordinator(), MEDICINES_TASK, true],
    ['a ward, of another team’s', wardCoordinator(), CLEARANCE_TASK, false],
  ])('handing on to a colleague is for %s: %s', (_who, reader, taskId, isOffered) => {
    const colleagues = [{ id: 'user-9', name: 'Ann Other' }];
    const forms = taskFormsOf(reader, taskId, delayed, colleagues);
    expect(forms.includes('assign')).toBe(isOffered);
  });

  const raised = playSteps([
    ...DELAYED,
    {
      ...{ by: wardCoordinator(), at: '2026-11-22T10:00:00.000Z' },
      command: {
        ...{ type: 'Escalate', id: idOf(90), spellId: SPELL_ID, taskId: CARE_ACT_TASK },
        ...{ to: 'team_lead', need: 'No worker yet' },
      },
    },
  ]);

  it.each([
    ['the team’s lead', broker({ isTeamLead: true }), ['acknowledge', 'escalate']],
    ['the team', broker(), ['escalate']],
    ['the ward', wardCoordinator(), ['escalate']],
    ['the hub', hubManager(), ['acknowledge', 'resolve', 'escalate']],
  ])('taking on what was raised is for those it is with: %s', (_who, reader, forms) => {
    const ofEscalations = ['acknowledge', 'resolve', 'escalate'];
    const offered = taskFormsOf(reader, CARE_ACT_TASK, raised);
    expect(offered.filter((form) => ofEscalations.includes(form))).toEqual(forms);
  });

  it('is nothing once the person has left', () => {
    expect(taskFormsOf(wardCoordinator(), MEDICINES_TASK, playSteps(GONE_HOME))).toEqual([]);
  });
});

describe('admitting by hand', () => {
  it('is for the ward’s coordinators and the hub', () => {
    expect(mayAdmit(meOf(wardCoordinator()), 'lri-23')).toBe(true);
    expect(mayAdmit(meOf(hubManager()), 'gh-24')).toBe(true);
    expect(mayAdmit(meOf(wardCoordinator()), 'gh-24')).toBe(false);
    expect(mayAdmit(meOf(broker()), 'lri-23')).toBe(false);
  });
});
