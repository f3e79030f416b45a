import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SPELL_COMMANDS } from '../../../../domain/spell/commands.ts';
import { parseCommand } from '../../../../domain/spell/parse-command.ts';
import { aPerson, idOf } from '../../../factories/domain-spell.ts';

const ID = idOf(7);
const common = { id: ID, spellId: idOf(1) };
const onTask = { ...common, taskId: idOf(50) };
const { id: _id, ...person } = aPerson();

const GOOD: Record<keyof typeof SPELL_COMMANDS, Record<string, unknown>> = {
  AdmitPatient: { id: ID, person, wardId: 'w15', admittedAt: '2026-11-22T08:30:00Z' },
  SetEdd: { ...common, edd: '2026-11-27', seen: null },
  SetPathway: { ...common, pathway: 'reablement', seen: null },
  RecordCriteriaToReside: { ...common },
  RecordNoCriteriaToReside: { ...common, readyDate: '2026-11-22' },
  AddTask: { ...common, taskType: 'medicines', blocking: true },
  ClaimTask: onTask,
  ReleaseTask: onTask,
  StartTask: onTask,
  CompleteTask: { ...onTask, note: 'Letter sent' },
  AddNote: { ...common, text: 'Key with son' },
  DischargePatient: { ...common, at: '2026-11-22T08:30:00Z', destination: 'usual_residence' },
  LeaveBoard: { ...common },
  TransferPatient: { ...common, wardId: 'w16', bed: 'C1', at: '2026-11-22T08:30:00Z' },
  UpdatePerson: { ...common, person: { place: 'rutland' }, seen: { place: 'leicester' } },
  MergePersons: {
    ...common,
    mergedSpellId: idOf(2),
    seen: { remaining: person, merged: person },
    reason: 'Admitted without a number',
  },
  UndoMerge: { ...common, mergeId: idOf(3), reason: 'Two people after all' },
  CancelDischarge: { ...common, note: 'Still in the lounge' },
  SetClinicalCriteria: { ...common, text: 'Eating and drinking', seen: null },
  SetTaskWaiting: { ...onTask, waiting: 'capacity' },
  CancelTask: { ...onTask, reason: 'died' },
  DeclineTask: { ...onTask, reason: 'not_our_resident' },
  ReopenTask: { ...onTask, note: 'Not done after all' },
  SetTaskBlocking: { ...onTask, blocking: false, seen: true },
  SetTaskDue: { ...onTask, dueAt: null, seen: '2026-11-24T17:00:00Z' },
  RecordHousingStep: {
    ...common,
    step: 'visit_booked',
    plannedFor: '2026-11-27',
    rooms: ['kitchen'],
    who: 'Sam Carter',
  },
  SetHomeDetails: { ...common, home: { keys: 'With the son' }, seen: { keys: null } },
  SetInterimPlan: { ...common, text: 'Bed downstairs', leavesWhen: 'The bed is in', seen: null },
  AssignTask: { ...onTask, owner: 'lightbulb', assigneeId: 'hannah' },
  AddTaskSet: { ...common, set: 'home_with_package' },
  FollowCatalogue: { ...common, taskTypes: ['key_safe', 'own_taxi'], targets: true, owners: false },
  AskAboutTask: { ...onTask, askedOf: 'ward', question: 'How many visits a day?' },
  AnswerTaskQuestion: { ...onTask, questionId: idOf(60), answer: 'Two' },
  RecordProvider: { ...onTask, name: 'Elm Care', approachedOn: '2026-11-21', answer: 'asked', seen: null },
  SetPackageStart: { ...onTask, startsAt: '2026-11-24T17:00:00Z', seen: null },
  Escalate: { ...onTask, to: 'hub', need: 'No provider' },
  AddAction: { ...common, what: 'Ring the daughter', owner: 'ward', dueOn: '2026-11-24' },
  ChangeAction: { ...common, actionId: idOf(70), dueOn: '2026-11-25', seen: '2026-11-22T14:00:00Z' },
  FinishAction: { ...common, actionId: idOf(70), outcome: 'done', words: 'She agrees' },
  ChaseAction: { ...common, actionId: idOf(70), words: 'Any news?' },
  AcknowledgeEscalation: { ...onTask, action: 'Ring', reviewOn: '2026-11-24', seen: null },
  ResolveEscalation: { ...onTask, outcome: 'Starts tomorrow' },
  RecordBoardRound: { ...common, action: 'Ring the daughter', owner: 'ward', seen: null },
  ReviewLongStay: { ...common, whyNotHome: 'No provider yet', whyNotToday: '', seen: null },
  SetPrimaryReason: { ...common, reason: 'C1', note: 'As agreed', seen: null },
}; // prettier-ignore
const types = Object.keys(GOOD) as (keyof typeof SPELL_COMMANDS)[];

describe('the shape of an order', () => {
  it.each(types)('%s is read', (type) => {
    expect(parseCommand({ type, ...GOOD[type] })).toMatchObject({ ok: true, command: { type } });
  });

  it.each(types)('%s with a field that nobody knows is refused, and the field is named', (type) => {
    expect(parseCommand({ type, ...GOOD[type], urgent: true })).toEqual({
      ok: false,
      code: 'INVALID',
      message: 'Not known: urgent',
      fields: { command: 'Not known: urgent' },
    });
  });

  it.each(types)('%s without its id, or with one that is none, is refused', (type) => {
    for (const id of [undefined, null, 7, '', 'seven', `${ID} `]) {
      expect(parseCommand({ type, ...GOOD[type], id })).toMatchObject({
        ok: false,
        code: 'INVALID',
        fields: { id: 'This id is not valid' },
      });
    }
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'SetEdd'],
    ['a list', ['SetEdd']],
    ['no type', { id: ID }],
    ['an unknown type', { ...common, type: 'DeletePatient' }],
    ['a type of the language', { ...common, type: 'constructor' }],
    ['a type that is no text', { ...common, type: ['SetEdd'] }],
  ])('%s is no order', (_what, body) => {
    expect(parseCommand(body)).toEqual({
      ok: false,
      code: 'INVALID',
      message: 'This is not a change that the hub knows.',
    });
  });

  const long = (length: number) => 'x'.repeat(length);

  it.each<[keyof typeof SPELL_COMMANDS, string, Record<string, unknown>]>([
    ['SetEdd', 'edd', { edd: '2026-02-30' }],
    ['SetEdd', 'edd', { edd: '27/11/2026' }],
    ['SetEdd', 'edd', { edd: null }],
    ['SetEdd', 'edd', { edd: 20261127 }],
    ['SetEdd', 'seen', { seen: undefined }],
    ['SetEdd', 'seen', { seen: '' }],
    ['SetEdd', 'reason', { reason: long(501) }],
    ['SetEdd', 'spellId', { spellId: '1' }],
    ['SetPathway', 'pathway', { pathway: 'P1' }],
    ['SetPathway', 'seen', { seen: undefined }],
    ['SetPathway', 'as', { as: 'both' }],
    ['SetPathway', 'national', { national: 'P4' }],
    ['RecordCriteriaToReside', 'criteria', { criteria: [] }],
    ['RecordCriteriaToReside', 'criteria.0', { criteria: ['13'] }],
    ['RecordCriteriaToReside', 'metOn', { metOn: 'today' }],
    ['RecordNoCriteriaToReside', 'readyDate', { readyDate: '' }],
    ['RecordNoCriteriaToReside', 'note', { note: long(2001) }],
    ['AddTask', 'taskType', { taskType: 'tea' }],
    ['AddTask', 'blocking', { blocking: 'true' }],
    ['ClaimTask', 'taskId', { taskId: 'mine' }],
    ['ClaimTask', 'takeOverFrom', { takeOverFrom: long(81) }],
    ['CompleteTask', 'note', { note: long(2001) }],
    ['AddNote', 'text', { text: '' }],
    ['AddNote', 'text', { text: ' \n\t ' }],
    ['AddNote', 'text', { text: long(4001) }],
    ['AddNote', 'visibleTo', { visibleTo: 'public' }],
    ['DischargePatient', 'at', { at: '2026-11-22' }],
    ['DischargePatient', 'at', { at: '2026-11-22T08:30:00' }],
    ['DischargePatient', 'at', { at: '2026-11-22T08:30:00+01:00' }],
    ['DischargePatient', 'at', { at: 1_795_336_200_000 }],
    ['DischargePatient', 'destination', { destination: 'home' }],
    ['AdmitPatient', 'admittedAt', { admittedAt: '2026-02-30T08:30:00Z' }],
    ['AdmitPatient', 'wardId', { wardId: '' }],
    ['AdmitPatient', 'bed', { bed: long(21) }],
    ['AdmitPatient', 'patientClass', { patientClass: 'urgent' }],
    ['AdmitPatient', 'person.nhsNumber', { person: { ...person, nhsNumber: '9990000019' } }],
    ['AdmitPatient', 'person.familyName', { person: { ...person, familyName: ' ' } }],
    ['AdmitPatient', 'person.familyName', { person: { ...person, familyName: long(121) } }],
    ['AdmitPatient', 'person.dateOfBirth', { person: { ...person, dateOfBirth: '1941-02-29' } }],
    ['AdmitPatient', 'person.place', { person: { ...person, place: 'Leicester' } }],
    ['AdmitPatient', 'person.imdQuintile', { person: { ...person, imdQuintile: 6 } }],
    ['AdmitPatient', 'person.ethnicCategory', { person: { ...person, ethnicCategory: 'I' } }],
    [
      'AdmitPatient',
      'person.communicationNeeds',
      {
        person: { ...person, communicationNeeds: Array.from({ length: 11 }, () => 'Large print') },
      },
    ],
    ['AdmitPatient', 'person', { person: { ...person, religion: 'none' } }],
    ['AdmitPatient', 'person.riskToStaff', { person: { ...person, riskToStaff: ' ' } }],
    ['AdmitPatient', 'person.accessContact', { person: { ...person, accessContact: '' } }],
    ['AdmitPatient', 'continuesSpellId', { continuesSpellId: 'the last one' }],
    ['TransferPatient', 'wardId', { wardId: '' }],
    ['TransferPatient', 'bed', { bed: ' ' }],
    ['TransferPatient', 'at', { at: '2026-11-22' }],
    ['UpdatePerson', 'person', { person: undefined }],
    ['UpdatePerson', 'person', { person: { religion: 'none' } }],
    ['UpdatePerson', 'person.nhsNumber', { person: { nhsNumber: '9990000019' } }],
    ['UpdatePerson', 'person.familyName', { person: { familyName: null } }],
    ['UpdatePerson', 'seen', { seen: undefined }],
    ['UpdatePerson', 'seen.place', { seen: { place: 'Leicester' } }],
    ['CancelDischarge', 'note', { note: long(2001) }],
    ['SetClinicalCriteria', 'text', { text: ' ' }],
    ['SetClinicalCriteria', 'text', { text: undefined }],
    ['SetClinicalCriteria', 'text', { text: long(2001) }],
    ['SetClinicalCriteria', 'seen', { seen: undefined }],
    ['SetTaskWaiting', 'waiting', { waiting: 'a bed' }],
    ['SetTaskWaiting', 'waiting', { waiting: undefined }],
    ['CancelTask', 'reason', { reason: 'not_eligible' }],
    ['CancelTask', 'reason', { reason: undefined }],
    ['DeclineTask', 'reason', { reason: 'died' }],
    ['ReopenTask', 'note', { note: undefined }],
    ['ReopenTask', 'note', { note: ' ' }],
    ['SetTaskBlocking', 'blocking', { blocking: 'yes' }],
    ['SetTaskBlocking', 'seen', { seen: undefined }],
    ['SetTaskDue', 'dueAt', { dueAt: '2026-11-24' }],
    ['SetTaskDue', 'dueAt', { dueAt: undefined }],
    ['SetTaskDue', 'seen', { seen: undefined }],
    ['AssignTask', 'owner', { owner: 'broker' }],
    ['AssignTask', 'assigneeId', { assigneeId: long(81) }],
  ])('%s is refused over %s: %j', (type, field, more) => {
    const answer = parseCommand({ type, ...GOOD[type], ...more });
    expect(answer).toMatchObject({ ok: false, code: 'INVALID' });
    if (answer.ok) return;
    expect(Object.keys(answer.fields ?? {})).toEqual([field]);
    expect(answer.message).toMatch(/\w/);
  });

  it.each<[keyof typeof SPELL_COMMANDS, Record<string, unknown>]>([
    ['AddNote', { text: long(4000) }],
    ['SetEdd', { reason: long(500) }],
    ['CompleteTask', { note: long(2000) }],
    ['AdmitPatient', { bed: null, person: { ...person, nhsNumber: null, address: null } }],
  ])('%s takes the longest and the emptiest that is allowed', (type, more) => {
    expect(parseCommand({ type, ...GOOD[type], ...more }).ok).toBe(true);
  });

  it('trims what people wrote, and keeps moments with milliseconds, so that they sort', () => {
    expect(
      parseCommand({ type: 'AddNote', ...GOOD.AddNote, text: ' Key with son ' }),
    ).toMatchObject({ command: { text: 'Key with son' } });
    expect(parseCommand({ type: 'DischargePatient', ...GOOD.DischargePatient })).toMatchObject({
      command: { at: '2026-11-22T08:30:00.000Z' },
    });
  });

  it('whatever arrives, there is an answer', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom(ID, '2026-11-27', null));
    const names = ['id', 'spellId', 'taskId', 'edd', 'seen', 'text', 'note', 'person', '__proto__'];
    const body = fc
      .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), field))
      .map(([type, more]) => ({ ...more, type }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), body), (given) => {
        const answer = parseCommand(given);
        if (!answer.ok) expect(answer).toMatchObject({ code: 'INVALID' });
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    );
  });
});
