import { describe, expect, it } from 'vitest';
import { commandFromForm } from '../../../../app/spell/command-from-form.ts';
import type { FormValues } from '../../../../app/spell/form-values.ts';
import { formOfValues, valuesOfCommand, valuesOfForm } from '../../../../app/spell/form-values.ts';
import { PLAN_COMMANDS } from '../../../../app/spell/form-key.ts';
import { DEFAULT_TIME_ZONE } from '../../../../domain/time.ts';
import { idOf } from '../../../factories/ids.ts';

const NEW_ID = idOf(9);
const context = { timeZone: DEFAULT_TIME_ZONE, role: 'hub', newId: () => NEW_ID } as const;
const base = { spellId: [idOf(100)] };
const task = { ...base, taskId: [idOf(201)] };
const provider = {
  ...{ ...task, type: ['RecordProvider'], approachedOn: ['2026-11-21'] },
  ...{ answer: ['declined'], note: [''] },
};
const recorded = {
  ...{ type: 'RecordProvider', taskId: idOf(201) },
  ...{ approachedOn: '2026-11-21', answer: 'declined' },
};

function read(values: FormValues) {
  return commandFromForm(formOfValues(values), context);
}

const DUE = '2026-11-24T09:15:30.000Z';

const ACCEPTED: [string, FormValues, object][] = [
  [
    'a date, with the one that was shown',
    {
      ...base,
      type: ['SetEdd'],
      edd: ['2026-11-27'],
      seen: ['2026-11-25'],
      reason: [' Bed ready '],
    },
    { type: 'SetEdd', edd: '2026-11-27', seen: '2026-11-25', reason: 'Bed ready' },
  ],
  [
    'a first date, where none was shown',
    { ...base, type: ['SetEdd'], edd: ['2026-11-27'], seen: [''], reason: [''] },
    { type: 'SetEdd', edd: '2026-11-27', seen: null },
  ],
  [
    'a pathway with its national one, where there is a choice',
    { ...base, type: ['SetPathway'], pathway: ['lightbulb'], seen: ['none_set'], national: ['P3'] },
    { type: 'SetPathway', pathway: 'lightbulb', seen: 'none_set', national: 'P3' },
  ],
  [
    'a pathway without the national one that was left over from another',
    { ...base, type: ['SetPathway'], pathway: ['reablement'], seen: [''], national: ['P3'] },
    { type: 'SetPathway', pathway: 'reablement', seen: null },
  ],
  [
    'a confirmed decision that no criteria apply',
    {
      ...base,
      ...{ type: ['RecordNoCriteriaToReside'], readyDate: ['2026-11-22'], confirmed: ['yes'] },
    },
    { type: 'RecordNoCriteriaToReside', readyDate: '2026-11-22' },
  ],
  [
    'several criteria that are met again',
    {
      ...base,
      ...{ type: ['RecordCriteriaToReside'], metOn: ['2026-11-22'], criteria: ['02', '08'] },
    },
    { type: 'RecordCriteriaToReside', metOn: '2026-11-22', criteria: ['02', '08'] },
  ],
  [
    'no criteria ticked as none recorded',
    { ...base, type: ['RecordCriteriaToReside'], metOn: [''] },
    { type: 'RecordCriteriaToReside' },
  ],
  [
    'a blocking task',
    { ...base, type: ['AddTask'], taskType: ['key_safe'], blocking: ['yes'], note: [''] },
    { type: 'AddTask', taskType: 'key_safe', blocking: true },
  ],
  [
    'an unticked box as not blocking',
    { ...base, type: ['AddTask'], taskType: ['key_safe'], note: ['Front door'] },
    { type: 'AddTask', taskType: 'key_safe', blocking: false, note: 'Front door' },
  ],
  [
    'a set of tasks',
    { ...base, type: ['AddTaskSet'], set: ['home_with_package'] },
    { type: 'AddTaskSet', set: 'home_with_package' },
  ],
  ['a claim', { ...task, type: ['ClaimTask'] }, { type: 'ClaimTask', taskId: idOf(201) }],
  [
    'a claim that names who has it',
    { ...task, type: ['ClaimTask'], takeOverFrom: ['user-broker'] },
    { type: 'ClaimTask', taskId: idOf(201), takeOverFrom: 'user-broker' },
  ],
  ['a start', { ...task, type: ['StartTask'] }, { type: 'StartTask', taskId: idOf(201) }],
  ['a release', { ...task, type: ['ReleaseTask'] }, { type: 'ReleaseTask', taskId: idOf(201) }],
  [
    'a completion with its note',
    { ...task, type: ['CompleteTask'], note: ['Agreed with the daughter'] },
    { type: 'CompleteTask', taskId: idOf(201), note: 'Agreed with the daughter' },
  ],
  [
    'a note and its readers',
    { ...base, type: ['AddNote'], text: ['Keys with neighbour'], visibleTo: ['everyone'] },
    { type: 'AddNote', text: 'Keys with neighbour', visibleTo: 'everyone' },
  ],
  [
    'a step of a home that is expected',
    {
      ...base,
      type: ['RecordHousingStep'],
      step: ['home_ready'],
      standing: ['planned'],
      plannedFor: ['2026-11-27'],
    },
    {
      type: 'RecordHousingStep',
      step: 'home_ready',
      plannedFor: '2026-11-27',
      doneOn: null,
      rooms: [],
      authority: null,
      seen: null,
    },
  ],
  [
    'a fact of a home that differs from what was shown',
    {
      ...base,
      type: ['SetHomeDetails'],
      keys: ['With the son'],
      seenHome: ['{"keys":null,"landlord":null}'],
    },
    { type: 'SetHomeDetails', home: { keys: 'With the son' }, seen: { keys: null } },
  ],
  [
    'an interim plan, and what lets the person leave',
    {
      ...base,
      type: ['SetInterimPlan'],
      text: ['Bed downstairs'],
      leavesWhen: ['The bed is in'],
      seen: [''],
    },
    { type: 'SetInterimPlan', text: 'Bed downstairs', leavesWhen: 'The bed is in', seen: null },
  ],
  [
    'what must be true clinically, with lines that end alike',
    { ...base, type: ['SetClinicalCriteria'], text: ['Off oxygen\r\nEating'], seen: ['Off\r\n'] },
    { type: 'SetClinicalCriteria', text: 'Off oxygen\nEating', seen: 'Off' },
  ],
  [
    'emptied clinical criteria as taken away',
    { ...base, type: ['SetClinicalCriteria'], text: ['  '], seen: ['Off oxygen'] },
    { type: 'SetClinicalCriteria', text: null, seen: 'Off oxygen' },
  ],
  [
    'what a task is waiting for',
    { ...task, type: ['SetTaskWaiting'], waiting: ['capacity'], note: ['No beds in Blaby'] },
    {
      ...{ type: 'SetTaskWaiting', taskId: idOf(201), waiting: 'capacity' },
      note: 'No beds in Blaby',
    },
  ],
  [
    'a task that is at work again',
    { ...task, type: ['SetTaskWaiting'], waiting: ['at_work'] },
    { type: 'SetTaskWaiting', taskId: idOf(201), waiting: null },
  ],
  [
    'a task that blocks now',
    { ...task, type: ['SetTaskBlocking'], blocking: ['yes'], seen: [''] },
    { type: 'SetTaskBlocking', taskId: idOf(201), blocking: true, seen: false },
  ],
  [
    'a task that blocks no longer',
    { ...task, type: ['SetTaskBlocking'], blocking: [''], seen: ['yes'] },
    { type: 'SetTaskBlocking', taskId: idOf(201), blocking: false, seen: true },
  ],
  [
    'another target, at the hub’s own clock',
    { ...task, type: ['SetTaskDue'], dueAt: ['2026-07-01T10:30'], seen: [DUE] },
    { type: 'SetTaskDue', taskId: idOf(201), dueAt: '2026-07-01T09:30:00.000Z', seen: DUE },
  ],
  [
    'no target any more',
    { ...task, type: ['SetTaskDue'], dueAt: [''], seen: [DUE] },
    { type: 'SetTaskDue', taskId: idOf(201), dueAt: null, seen: DUE },
  ],
  [
    'a target that was left alone as it was, to the second',
    { ...task, type: ['SetTaskDue'], dueAt: ['2026-11-24T09:15'], seen: [DUE] },
    { type: 'SetTaskDue', taskId: idOf(201), dueAt: DUE, seen: DUE },
  ],
  [
    'a task for another team',
    { ...task, type: ['AssignTask'], owner: ['lightbulb'], note: [''] },
    { type: 'AssignTask', taskId: idOf(201), owner: 'lightbulb' },
  ],
  [
    'a task for a colleague',
    { ...task, type: ['AssignTask'], owner: ['social_care'], assigneeId: ['user-2'] },
    { type: 'AssignTask', taskId: idOf(201), owner: 'social_care', assigneeId: 'user-2' },
  ],
  [
    'a question',
    { ...task, type: ['AskAboutTask'], askedOf: ['ward'], question: [' Which visits? '] },
    { type: 'AskAboutTask', taskId: idOf(201), askedOf: 'ward', question: 'Which visits?' },
  ],
  [
    'an escalation',
    { ...task, type: ['Escalate'], to: ['hub'], need: ['No provider'] },
    { type: 'Escalate', taskId: idOf(201), to: 'hub', need: 'No provider' },
  ],
  [
    'an escalation of the stay, which is about no task',
    { ...base, taskId: [''], type: ['Escalate'], to: ['hub'], need: ['Nobody moves'] },
    { type: 'Escalate', taskId: null, to: 'hub', need: 'Nobody moves' },
  ],
  [
    'an escalation taken on, without a day',
    { ...task, type: ['AcknowledgeEscalation'], action: ['Ring'], reviewOn: [''], seen: [''] },
    {
      ...{ type: 'AcknowledgeEscalation', taskId: idOf(201) },
      ...{ action: 'Ring', reviewOn: null, seen: null },
    },
  ],
  [
    'an escalation resolved',
    { ...task, type: ['ResolveEscalation'], outcome: ['Starts tomorrow'] },
    { type: 'ResolveEscalation', taskId: idOf(201), outcome: 'Starts tomorrow' },
  ],
  [
    'a patient seen in the round',
    {
      ...{ ...base, type: ['RecordBoardRound'], action: ['Ring the daughter'], owner: ['ward'] },
      ...{ person: [''], notSeen: [''], seen: [''] },
    },
    {
      ...{ type: 'RecordBoardRound', action: 'Ring the daughter', owner: 'ward', person: '' },
      ...{ notSeen: null, seen: null },
    },
  ],
  [
    'a review of a long stay',
    {
      ...{ ...base, type: ['ReviewLongStay'], whyNotHome: ['No provider yet'] },
      ...{ whyNotToday: [''], seen: ['2026-11-22T14:00:00.000Z'] },
    },
    {
      ...{ type: 'ReviewLongStay', whyNotHome: 'No provider yet', whyNotToday: '' },
      seen: '2026-11-22T14:00:00.000Z',
    },
  ],
  [
    'an action of a review',
    {
      ...{ ...base, type: ['AddAction'], what: ['Ring the daughter'], owner: ['ward'] },
      ...{ assigneeId: [''], dueOn: ['2026-11-24'], source: ['review'] },
    },
    {
      ...{ type: 'AddAction', what: 'Ring the daughter', owner: 'ward' },
      ...{ dueOn: '2026-11-24', source: 'review' },
    },
  ],
  [
    'an action of an escalation',
    {
      ...{ ...base, type: ['AddAction'], what: ['Ring the panel'], owner: ['ward'] },
      ...{ assigneeId: ['user-ward'], dueOn: ['2026-11-24'] },
      ...{ source: ['escalation'], fromTaskId: [idOf(201)] },
    },
    {
      ...{ type: 'AddAction', what: 'Ring the panel', owner: 'ward', assigneeId: 'user-ward' },
      ...{ dueOn: '2026-11-24', source: 'escalation', fromTaskId: idOf(201) },
    },
  ],
  [
    'an action that moves',
    {
      ...{ ...base, type: ['ChangeAction'], actionId: [idOf(300)], dueOn: ['2026-11-26'] },
      ...{ assigneeId: [''], note: ['She is away'], seen: ['2026-11-22T14:00:00.000Z'] },
    },
    {
      ...{ type: 'ChangeAction', actionId: idOf(300), dueOn: '2026-11-26' },
      ...{ note: 'She is away', seen: '2026-11-22T14:00:00.000Z' },
    },
  ],
  [
    'an action that is done',
    {
      ...{ ...base, type: ['FinishAction'], actionId: [idOf(300)], outcome: ['done'] },
      words: ['She agrees'],
    },
    { type: 'FinishAction', actionId: idOf(300), outcome: 'done', words: 'She agrees' },
  ],
  [
    'an action that is chased',
    { ...base, type: ['ChaseAction'], actionId: [idOf(300)], words: ['Any news?'] },
    { type: 'ChaseAction', actionId: idOf(300), words: 'Any news?' },
  ],
  [
    'a main reason',
    { ...base, type: ['SetPrimaryReason'], reason: ['C1'], note: ['Agreed'], seen: [''] },
    { type: 'SetPrimaryReason', reason: 'C1', note: 'Agreed', seen: null },
  ],
  [
    'the main reason as it follows from the tasks',
    { ...base, type: ['SetPrimaryReason'], reason: ['from_tasks'], note: [''], seen: ['C1'] },
    { type: 'SetPrimaryReason', reason: null, seen: 'C1' },
  ],
  [
    'an answer',
    { ...task, type: ['AnswerTaskQuestion'], questionId: [idOf(60)], answer: ['Two'] },
    { type: 'AnswerTaskQuestion', taskId: idOf(201), questionId: idOf(60), answer: 'Two' },
  ],
  [
    'a provider approached anew',
    { ...provider, name: ['Elm Care'], 'seen oak homes': ['asked'] },
    { ...recorded, name: 'Elm Care', seen: null },
  ],
  [
    'a provider who is listed already',
    { ...provider, name: ['OAK Homes'], 'seen oak homes': ['asked'] },
    { ...recorded, name: 'OAK Homes', seen: 'asked' },
  ],
  [
    'when the package starts',
    { ...task, type: ['SetPackageStart'], startsAt: ['2026-11-24T14:00'], seen: [''] },
    {
      ...{ type: 'SetPackageStart', taskId: idOf(201), seen: null },
      startsAt: '2026-11-24T14:00:00.000Z',
    },
  ],
  [
    'a declined task',
    { ...task, type: ['DeclineTask'], reason: ['not_our_resident'], note: [''] },
    { type: 'DeclineTask', taskId: idOf(201), reason: 'not_our_resident' },
  ],
  [
    'a cancelled task, and why',
    { ...task, type: ['CancelTask'], reason: ['other'], note: ['Asked for twice'] },
    { type: 'CancelTask', taskId: idOf(201), reason: 'other', note: 'Asked for twice' },
  ],
  [
    'a task that is opened again',
    { ...task, type: ['ReopenTask'], note: ['The rail came loose'] },
    { type: 'ReopenTask', taskId: idOf(201), note: 'The rail came loose' },
  ],
  [
    'a move to a ward and a bed, when it happened',
    {
      ...base,
      type: ['TransferPatient'],
      wardId: ['lri-31'],
      bed: ['C2'],
      at: ['2026-11-22T08:30'],
    },
    { type: 'TransferPatient', wardId: 'lri-31', bed: 'C2', at: '2026-11-22T08:30:00.000Z' },
  ],
  [
    'a move to a bed that is not known yet',
    { ...base, type: ['TransferPatient'], wardId: ['lri-31'], bed: [''], at: [''] },
    { type: 'TransferPatient', wardId: 'lri-31', bed: null },
  ],
  [
    'a discharge that is taken back',
    { ...base, type: ['CancelDischarge'], note: ['No transport'], confirmed: ['yes'] },
    { type: 'CancelDischarge', note: 'No transport' },
  ],
  [
    'a discharge in summer at the hub’s own clock',
    {
      ...base,
      ...{ type: ['DischargePatient'], at: ['2026-07-01T10:30'], confirmed: ['yes'] },
      destination: ['usual_residence'],
    },
    { type: 'DischargePatient', at: '2026-07-01T09:30:00.000Z', destination: 'usual_residence' },
  ],
];

const REFUSED: [string, FormValues, Record<string, string>][] = [
  ['no date', { ...base, type: ['SetEdd'], edd: [''], seen: [''] }, { edd: 'Enter a date' }],
  [
    'a date that does not exist',
    { ...base, type: ['SetEdd'], edd: ['2026-02-30'], seen: [''] },
    { edd: 'Enter a real date, for example 27 November 2026' },
  ],
  [
    'an endless reason',
    { ...base, type: ['SetEdd'], edd: ['2026-11-27'], seen: [''], reason: ['x'.repeat(501)] },
    { reason: 'Write at most 500 characters' },
  ],
  [
    'no pathway',
    { ...base, type: ['SetPathway'], seen: ['none_set'] },
    { pathway: 'Choose a pathway from the list' },
  ],
  [
    'a national pathway that there is not',
    { ...base, type: ['SetPathway'], pathway: ['lightbulb'], seen: [''], national: ['P9'] },
    { national: 'Choose a national pathway from the list' },
  ],
  [
    'a decision without its date or its confirmation',
    { ...base, type: ['RecordNoCriteriaToReside'], readyDate: [''] },
    {
      readyDate: 'Enter a date',
      confirmed: 'Confirm that the team responsible for this person has decided this',
    },
  ],
  [
    'a criterion that there is not',
    { ...base, type: ['RecordCriteriaToReside'], criteria: ['99'] },
    { criteria: 'Choose criteria from the list' },
  ],
  [
    'no task',
    { ...base, type: ['AddTask'], taskType: [''] },
    { taskType: 'Choose a task from the list' },
  ],
  ['no set', { ...base, type: ['AddTaskSet'] }, { set: 'Choose a set of tasks' }],
  ['an empty note', { ...base, type: ['AddNote'], text: ['  '] }, { text: 'Write the note' }],
  [
    'a reader that there is not',
    { ...base, type: ['AddNote'], text: ['Hello'], visibleTo: ['the press'] },
    { visibleTo: 'Choose who will read the note' },
  ],
  [
    'a discharge without anything',
    { ...base, type: ['DischargePatient'], at: [''], destination: [''] },
    {
      at: 'Enter a date and a time',
      destination: 'Choose where the person went',
      confirmed: 'Confirm that this person has left the hospital',
    },
  ],
  [
    'endless clinical criteria',
    { ...base, type: ['SetClinicalCriteria'], text: ['x'.repeat(2001)], seen: [''] },
    { text: 'Write at most 2,000 characters' },
  ],
  [
    'a task that waits for nothing in particular',
    { ...task, type: ['SetTaskWaiting'], waiting: [''] },
    { waiting: 'Choose what it is waiting for' },
  ],
  [
    'a target at no time of any day',
    { ...task, type: ['SetTaskDue'], dueAt: ['soon'], seen: [''] },
    { dueAt: 'Enter a date and a time' },
  ],
  [
    'an empty question',
    { ...task, type: ['AskAboutTask'], askedOf: ['ward'], question: [' '] },
    { question: 'Write the question' },
  ],
  ['a provider without a name', { ...provider, name: [''] }, { name: 'Enter the provider’s name' }],
  ['no team', { ...task, type: ['AssignTask'], owner: [''] }, { owner: 'Choose a team' }],
  [
    'declining without a reason',
    { ...task, type: ['DeclineTask'] },
    { reason: 'Choose why it is declined' },
  ],
  [
    'cancelling without a reason',
    { ...task, type: ['CancelTask'], reason: [''] },
    { reason: 'Choose why it is cancelled' },
  ],
  [
    'opening again without a reason',
    { ...task, type: ['ReopenTask'], note: [' '] },
    { note: 'Say why it is opened again' },
  ],
  [
    'a move to nowhere',
    { ...base, type: ['TransferPatient'], wardId: [''], bed: ['x'.repeat(21)] },
    { wardId: 'Choose a ward from the list', bed: 'Write at most 20 characters' },
  ],
  [
    'a discharge that nobody confirms did not happen',
    { ...base, type: ['CancelDischarge'] },
    { confirmed: 'Confirm that this person is still in hospital' },
  ],
  [
    'a discharge at no time of any day',
    {
      ...base,
      type: ['DischargePatient'],
      at: ['noon'],
      destination: ['died'],
      confirmed: ['yes'],
    },
    { at: 'Enter a date and a time' },
  ],
];

const OUT_OF_DATE = 'This form is out of date. Open the page again and repeat the change.';

describe('reading a form of the plan', () => {
  it.each(ACCEPTED)('reads %s', (_what, values, expected) => {
    expect(read(values)).toEqual({
      ok: true,
      command: { id: NEW_ID, spellId: idOf(100), ...expected },
    });
  });

  it('has an example of every form', () => {
    const types = new Set(ACCEPTED.flatMap(([, values]) => values.type ?? []));
    expect([...types].sort()).toEqual([...PLAN_COMMANDS].sort());
  });

  it.each(REFUSED)('refuses %s', (_what, values, fields) => {
    expect(read(values)).toMatchObject({ ok: false, code: 'INVALID', fields });
  });

  it('names the field in words, not by its name in the code', () => {
    const read1 = read({ ...base, type: ['RecordNoCriteriaToReside'], confirmed: ['yes'] });
    expect(read1).toMatchObject({ message: 'Ready since: Enter a date' });
  });

  it.each([
    ['no type', {}],
    ['an unknown type', { type: ['Destroy'] }],
    ['a command that has no form', { ...base, type: ['LeaveBoard'] }],
    ['no stay', { type: ['AddNote'], text: ['Hello'] }],
    ['a task that is no task', { ...base, type: ['ClaimTask'], taskId: ['7'] }],
    ['a form that does not say what was seen', { ...base, type: ['SetEdd'], edd: ['2026-11-27'] }],
    ['a target that does not say what was seen', { ...task, type: ['SetTaskDue'], dueAt: [''] }],
    ['a switch that does not say what was seen', { ...task, type: ['SetTaskBlocking'] }],
  ])('asks for the page to be opened again when there is %s', (_what, values) => {
    expect(read(values)).toMatchObject({ ok: false, code: 'INVALID', message: OUT_OF_DATE });
  });

  it('uses the id that the page gave the form, so that a double submit is one command', () => {
    const form = formOfValues({ ...base, type: ['AddNote'], text: ['Hello'], id: [idOf(55)] });
    expect(commandFromForm(form, context)).toMatchObject({ command: { id: idOf(55) } });
  });

  it('does not read a file as a text', () => {
    const form = formOfValues({ ...base, type: ['AddNote'] });
    form.set('text', new File(['x'], 'x.txt'));
    expect(commandFromForm(form, context)).toMatchObject({ fields: { text: 'Write the note' } });
    expect(valuesOfForm(form)).not.toHaveProperty('text');
  });

  it('keeps a field that is named like a part of every object', () => {
    const form = new FormData();
    for (const name of ['__proto__', 'toString']) form.append(name, 'x');
    expect(Object.entries(valuesOfForm(form))).toEqual([
      ['__proto__', ['x']],
      ['toString', ['x']],
    ]);
  });
});

describe('filling a form from a refused command', () => {
  it.each(ACCEPTED)('gives back %s', (_what, values) => {
    const first = read(values);
    if (!first.ok) throw new Error(first.message);
    expect(read(valuesOfCommand(first.command, DEFAULT_TIME_ZONE))).toEqual(first);
  });
});
