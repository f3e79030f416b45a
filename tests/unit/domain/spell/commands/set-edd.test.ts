import { describe, expect, it } from 'vitest';
import type { Task } from '../../../../../domain/tasks/task.ts';
import {
  FEED,
  GONE,
  LONDON,
  PRIYA,
  SPELL_ID,
  TOM,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const setEdd = (edd: string, seen: string | null = null, reason?: string) => ({
  id: idOf(7),
  type: 'SetEdd' as const,
  spellId: SPELL_ID,
  edd,
  seen,
  ...(reason === undefined ? {} : { reason }),
});

const tomsEdd = {
  day: '2026-11-27',
  setBy: { id: 'tom', name: 'Tom Ellis' },
  setAt: '2026-11-22T13:58:00.000Z',
};

describe('setting an estimated discharge date', () => {
  it.each([
    ['the first', null, null, '2026-11-27'],
    ['a later one', '2026-11-27', '2026-11-27', '2026-12-01'],
    ['an earlier one', '2026-11-27', '2026-11-27', '2026-11-24'],
    ['today', null, null, '2026-11-22'],
    ['a year ahead', null, null, '2027-11-22'],
    ['one after a date that has passed', '2026-11-20', '2026-11-20', '2026-11-23'],
  ])('%s', (_what, before, seen, edd) => {
    const spell = aSpell({ edd: { day: before, setBy: null, setAt: null } });
    const { answer, events, after } = when(spell, PRIYA, setEdd(edd, seen));
    expect(answer.ok).toBe(true);
    expect(events).toMatchObject([
      { type: 'EddSet', data: { edd, previous: before }, details: null },
    ]);
    expect(after?.edd).toEqual({
      day: edd,
      setBy: { id: 'priya', name: 'Priya Shah' },
      setAt: '2026-11-22T14:00:00.000Z',
    });
  });

  it('keeps the reason with the details that can be erased', () => {
    const { events } = when(aSpell(), PRIYA, setEdd('2026-11-27', null, ' Wound review '));
    expect(events).toMatchObject([{ details: { reason: 'Wound review' } }]);
    expect(when(aSpell(), PRIYA, setEdd('2026-11-27', null, '  ')).events).toMatchObject([
      { details: null },
    ]);
  });

  it('just after midnight in summer, today is already the new day', () => {
    const now = '2026-07-01T23:10:00.000Z';
    const spell = aSpell({ admittedAt: '2026-06-20T08:00:00.000Z', admittedOn: '2026-06-20' });
    const context = { now, timeZone: LONDON };
    expect(when(spell, PRIYA, setEdd('2026-07-02'), context).answer.ok).toBe(true);
    expect(when(spell, PRIYA, setEdd('2026-07-01'), context).answer.ok).toBe(false);
  });

  it('is open to the hospital feed', () => {
    expect(when(aSpell(), FEED, setEdd('2026-11-27')).answer.ok).toBe(true);
  });

  it.each([
    [
      'before the admission',
      '2026-11-09',
      'The estimated discharge date cannot be before the admission on Tue 10 Nov.',
    ],
    ['in the past', '2026-11-21', 'The estimated discharge date cannot be in the past.'],
    [
      'more than a year ahead',
      '2027-11-23',
      'This date is more than a year ahead. Check the year.',
    ],
  ])('refuses a date %s', (_what, edd, message) => {
    const { answer, events } = when(aSpell(), PRIYA, setEdd(edd));
    expect(answer).toEqual({ ok: false, code: 'RULE_BROKEN', message, fields: { edd: message } });
    expect(events).toEqual([]);
  });

  it('refuses one for somebody who has left', () => {
    expect(when(aSpell(GONE), PRIYA, setEdd('2026-11-27')).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });

  it.each([
    ['nothing', null],
    ['another date', '2026-11-25'],
  ])('tells somebody who saw %s who set what in the meantime', (_what, seen) => {
    const { answer, events } = when(aSpell({ edd: tomsEdd }), PRIYA, setEdd('2026-11-30', seen));
    expect(answer).toEqual({
      ok: false,
      code: 'CONFLICT',
      message:
        'Tom Ellis set the EDD to Fri 27 Nov (Sun 22 Nov, 13:58) after you opened it. Keep that, or use yours?',
      current: {
        field: 'edd',
        value: '2026-11-27',
        by: { id: 'tom', name: 'Tom Ellis' },
        at: '2026-11-22T13:58:00.000Z',
      },
    });
    expect(events).toEqual([]);
  });

  it('conflicts only over the date itself, not over other changes', () => {
    const noted = when(aSpell(), TOM, {
      id: idOf(8),
      type: 'AddNote',
      spellId: SPELL_ID,
      text: 'Daughter visits at two',
    }).after;
    expect(when(noted, PRIYA, setEdd('2026-11-27')).answer.ok).toBe(true);
  });

  it.each([null, '2026-11-25', '2026-11-27'])(
    'is done without an event where the date stands already, whoever saw %s',
    (seen) => {
      const { answer } = when(aSpell({ edd: tomsEdd }), PRIYA, setEdd('2026-11-27', seen));
      expect(answer).toEqual({ ok: true, events: [] });
    },
  );
});

describe('targets that are the eve of the EDD', () => {
  const transport = (more: Partial<Task>) => aTask({ type: 'transport', ...more });
  const eve = '2026-11-26T00:00:00.000Z';
  const dueAfter = (task: Task, seen: string | null = '2026-11-26') => {
    const edd = { day: seen, setBy: null, setAt: null };
    const body = { type: 'SetEdd', id: idOf(70), spellId: SPELL_ID, edd: '2026-11-30' } as const;
    const { after } = when(aSpell({ edd, tasks: [task] }), PRIYA, { ...body, seen });
    return after?.tasks[0]?.dueAt;
  };

  it.each<[string, Task, string | null]>([
    ['move along', transport({ dueAt: eve }), '2026-11-30T00:00:00.000Z'],
    ['stay where somebody put them', transport({ dueAt: '2026-11-25T12:00:00.000Z' }), '2026-11-25T12:00:00.000Z'],
    ['stay taken away', transport({ dueAt: null }), null],
    ['stay once it is done', transport({ dueAt: eve, state: 'done' }), eve],
    ['of other tasks stay', aTask({ type: 'medicines', dueAt: eve }), eve],
  ])('%s', (_what, task, dueAt) => {
    expect(dueAfter(task)).toBe(dueAt);
  }); // prettier-ignore

  it('begin with the first EDD', () => {
    expect(dueAfter(transport({ dueAt: null }), null)).toBe('2026-11-30T00:00:00.000Z');
  });
});
