import { describe, expect, it } from 'vitest';
import type { FormFailure } from '../../../../app/spell/form-failure.ts';
import { errorsOf, failureOfCommand, insistenceOf } from '../../../../app/spell/form-failure.ts';
import type { SpellCommandInput } from '../../../../domain/spell/commands.ts';
import type { CurrentValue } from '../../../../domain/result.ts';
import { refuse } from '../../../../domain/result.ts';
import { DEFAULT_TIME_ZONE } from '../../../../domain/time.ts';
import { idOf } from '../../../factories/ids.ts';

const priya = { id: 'user-ward', name: 'Priya Coordinator' };
const spell = { id: idOf(1), spellId: idOf(100) };

function conflictOf(
  command: SpellCommandInput,
  current: Pick<CurrentValue, 'field' | 'value'>,
): FormFailure {
  const refusal = refuse('CONFLICT', 'Taken', { current: { ...current, by: priya, at: null } });
  return failureOfCommand({ command, refusal }, DEFAULT_TIME_ZONE);
}

describe('the choice after a conflict', () => {
  it('asks for the date once more, now having seen the one that stands', () => {
    const failure = conflictOf(
      { ...spell, type: 'SetEdd', edd: '2026-11-28', seen: null, reason: 'Later' },
      { field: 'edd', value: '2026-11-27' },
    );
    expect(insistenceOf(failure, DEFAULT_TIME_ZONE)).toMatchObject({
      values: { edd: ['2026-11-28'], seen: ['2026-11-27'], reason: ['Later'] },
      keep: 'Keep that (Fri 27 Nov)',
      mine: 'Use mine (Sat 28 Nov)',
    });
  });

  it('names pathways in words', () => {
    const failure = conflictOf(
      { ...spell, type: 'SetPathway', pathway: 'reablement', seen: 'none_set' },
      { field: 'pathway', value: 'lightbulb' },
    );
    expect(insistenceOf(failure, DEFAULT_TIME_ZONE)).toMatchObject({
      values: { seen: ['lightbulb'] },
      keep: 'Keep that (Lightbulb home adaptation)',
      mine: 'Use mine (Reablement at home)',
    });
  });

  it('tells targets at the hub’s own clock', () => {
    const failure = conflictOf(
      {
        ...{ ...spell, type: 'SetTaskDue', taskId: idOf(201), seen: null },
        dueAt: '2026-07-01T09:30:00.000Z',
      },
      { field: 'dueAt', value: '2026-07-02T11:00:00.000Z' },
    );
    expect(insistenceOf(failure, DEFAULT_TIME_ZONE)).toMatchObject({
      values: { dueAt: ['2026-07-01T10:30'], seen: ['2026-07-02T11:00:00.000Z'] },
      keep: 'Keep that (Thu 2 Jul, 12:00)',
      mine: 'Use mine (Wed 1 Jul, 10:30)',
    });
  });

  it('sends what blocks as a form holds it', () => {
    const failure = conflictOf(
      { ...spell, type: 'SetTaskBlocking', taskId: idOf(201), blocking: true, seen: true },
      { field: 'blocking', value: false },
    );
    expect(insistenceOf(failure, DEFAULT_TIME_ZONE)).toMatchObject({
      values: { blocking: ['yes'], seen: [''] },
      keep: 'Keep that (not blocking)',
      mine: 'Use mine (blocking)',
    });
  });

  it('does not repeat a long text on a button', () => {
    const failure = conflictOf(
      { ...spell, type: 'SetClinicalCriteria', text: 'Off oxygen for a night', seen: null },
      { field: 'clinicalCriteria', value: 'Eating and drinking' },
    );
    expect(insistenceOf(failure, DEFAULT_TIME_ZONE)).toMatchObject({
      values: { text: ['Off oxygen for a night'], seen: ['Eating and drinking'] },
      keep: 'Keep that',
      mine: 'Use mine',
    });
  });

  it.each(['ClaimTask', 'StartTask'] as const)('turns %s into taking the task over', (type) => {
    const failure = conflictOf(
      { ...spell, type, taskId: idOf(201) },
      { field: 'claimedBy', value: priya.id },
    );
    expect(insistenceOf(failure, DEFAULT_TIME_ZONE)).toEqual({
      values: {
        type: ['ClaimTask'],
        spellId: [idOf(100)],
        taskId: [idOf(201)],
        takeOverFrom: [priya.id],
      },
      keep: 'Leave it with Priya Coordinator',
      mine: 'Take over from Priya Coordinator',
    });
  });

  it('offers none where a rule says no', () => {
    const refusal = refuse('RULE_BROKEN', 'This date has passed.');
    const command = { ...spell, type: 'SetEdd', edd: '2026-11-01', seen: null } as const;
    expect(
      insistenceOf(failureOfCommand({ command, refusal }, DEFAULT_TIME_ZONE), DEFAULT_TIME_ZONE),
    ).toBeNull();
  });
});

describe('the errors of a form', () => {
  const values = { type: ['SetEdd'] };
  const failed = (fields: Record<string, string>): FormFailure => ({
    ...{ id: 'page', formKey: 'SetEdd', values, origin: 'page' },
    refusal: refuse('INVALID', 'Something is wrong', { fields }),
  });

  it('lead to the fields', () => {
    expect(errorsOf(failed({ edd: 'Enter a date' }))).toEqual([
      { message: 'Enter a date', fieldId: 'plan-set-edd-edd' },
    ]);
  });

  it('are said once and without a link where the field is hidden', () => {
    expect(errorsOf(failed({ seen: 'Out of date', taskId: 'Out of date' }))).toEqual([
      { message: 'Out of date' },
    ]);
  });

  it('are the refusal’s own sentence where it names no field', () => {
    expect(errorsOf(failed({}))).toEqual([{ message: 'Something is wrong' }]);
  });
});
