import { describe, expect, it } from 'vitest';
import {
  BELA,
  FEED,
  GONE,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  aSpell,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const set = (text: string | null, seen: string | null = null) => ({
  id: idOf(7),
  type: 'SetClinicalCriteria' as const,
  spellId: SPELL_ID,
  text,
  seen,
});

const toms = {
  text: 'Eating and drinking',
  setBy: { id: 'tom', name: 'Tom Ellis' },
  setAt: '2026-11-22T13:58:00.000Z',
};
const priya = { id: 'priya', name: 'Priya Shah' };

describe('the clinical criteria for discharge', () => {
  it.each([
    ['the first', null, null, ' Walks with one ', 'Walks with one'],
    ['others', 'Eating', 'Eating', 'Eating and drinking', 'Eating and drinking'],
    ['none any more', 'Eating', 'Eating', null, null],
  ])('%s', (_what, before, seen, text, kept) => {
    const spell = aSpell({ clinicalCriteria: { text: before, setBy: null, setAt: null } });
    const { events, after } = when(spell, PRIYA, set(text, seen));
    expect(events).toMatchObject([
      { type: 'ClinicalCriteriaSet', data: {}, details: { text: kept } },
    ]);
    expect(after?.clinicalCriteria).toEqual({ text: kept, setBy: priya, setAt: NOW });
  });

  it('nothing of the text is in what is kept for ever', () => {
    const [event] = when(aSpell(), PRIYA, set('SECRET')).events;
    expect(JSON.stringify({ ...event, details: null })).not.toContain('SECRET');
  });

  it('lines end alike, whether a form or a board sent them', () => {
    const first = when(aSpell(), PRIYA, set('Eating\r\nWalking\rDry')).after;
    expect(first?.clinicalCriteria.text).toBe('Eating\nWalking\nDry');
    expect(when(first, MO, set('Eating', 'Eating\r\nWalking\r\nDry')).answer.ok).toBe(true);
    expect(when(first, MO, set('Eating\r\nWalking\r\nDry')).answer).toEqual({
      ok: true,
      events: [],
    });
  });

  it.each([null, 'Something else', 'Eating and drinking'])(
    'is done without an event where the text stands already, whoever saw %s',
    (seen) => {
      const spell = aSpell({ clinicalCriteria: toms });
      const { answer } = when(spell, PRIYA, set('Eating and drinking', seen));
      expect(answer).toEqual({ ok: true, events: [] });
    },
  );

  it.each([
    ['nothing', null],
    ['another text', 'Eating'],
  ])('tells somebody who saw %s who set what in the meantime', (_what, seen) => {
    const { answer } = when(aSpell({ clinicalCriteria: toms }), PRIYA, set('Walks', seen));
    expect(answer).toEqual({
      ok: false,
      code: 'CONFLICT',
      message:
        'Tom Ellis set the clinical criteria to “Eating and drinking” (Sun 22 Nov, 13:58) after you opened it. Keep that, or use yours?',
      current: {
        field: 'clinicalCriteria',
        value: 'Eating and drinking',
        by: { id: 'tom', name: 'Tom Ellis' },
        at: '2026-11-22T13:58:00.000Z',
      },
    });
  });

  it('tells somebody who would change what was taken away', () => {
    const gone = aSpell({ clinicalCriteria: { ...toms, text: null } });
    expect(when(gone, PRIYA, set('Walks', 'Eating and drinking')).answer).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('set the clinical criteria to nothing') as string,
      current: { value: null },
    });
  });

  it('refuses them for somebody who has left', () => {
    expect(when(aSpell(GONE), PRIYA, set('Walks')).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });

  it.each([
    ['a ward', PRIYA, true],
    ['a broker', BELA, false],
    ['housing', HANNAH, false],
    ['the hub', MO, true],
    ['the hospital feed', FEED, false],
  ])('%s: %s', (_who, actor, isAllowed) => {
    expect(when(aSpell(), actor, set('Walks')).answer.ok).toBe(isAllowed);
  });
});
