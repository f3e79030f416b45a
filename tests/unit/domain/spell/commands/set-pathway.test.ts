import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../domain/actor.ts';
import type {
  NationalPathway,
  Pathway,
  PathwayChoice,
} from '../../../../../domain/spell/pathway.ts';
import {
  BELA,
  GONE,
  HANNAH,
  MO,
  PRIYA,
  SPELL_ID,
  aSpell,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const setPathway = (
  pathway: Pathway,
  more: { seen?: Pathway | null; as?: 'recommended' | 'agreed'; national?: NationalPathway } = {},
) => ({
  id: idOf(7),
  type: 'SetPathway' as const,
  spellId: SPELL_ID,
  pathway,
  seen: null,
  ...more,
});

const on = (
  recommended: Pathway,
  agreed: Pathway = 'none_set',
  national: NationalPathway | null = null,
) =>
  aSpell({
    pathway: {
      recommended,
      agreed,
      national,
      setBy: { id: 'mo', name: 'Mo Khan' },
      setAt: '2026-11-22T13:58:00.000Z',
    },
  });

describe('setting a pathway', () => {
  it.each<[string, Actor, Parameters<typeof setPathway>, PathwayChoice]>([
    [
      'a ward recommends',
      PRIYA,
      ['reablement'],
      { recommended: 'reablement', agreed: 'none_set', national: 'P1' },
    ],
    [
      'a ward agrees "no onward care" by itself',
      PRIYA,
      ['no_onward_care'],
      { recommended: 'no_onward_care', agreed: 'no_onward_care', national: 'P0' },
    ],
    [
      'the hub agrees',
      MO,
      ['lightbulb', { national: 'P3' }],
      { recommended: 'lightbulb', agreed: 'lightbulb', national: 'P3' },
    ],
    [
      'the hub only recommends',
      MO,
      ['end_of_life', { as: 'recommended' }],
      { recommended: 'end_of_life', agreed: 'none_set', national: 'P1' },
    ],
  ])('%s', (_what, actor, args, choice) => {
    const { answer, events, after } = when(aSpell(), actor, setPathway(...args));
    expect(answer.ok).toBe(true);
    expect(events).toMatchObject([
      {
        type: 'PathwaySet',
        data: {
          ...choice,
          previous: { recommended: 'none_set', agreed: 'none_set', national: null },
        },
      },
    ]);
    expect(after?.pathway).toEqual({
      ...choice,
      setBy: { id: actor.id, name: actor.name },
      setAt: '2026-11-22T14:00:00.000Z',
    });
  });

  it.each([
    [
      'a ward agreeing more than "no onward care"',
      PRIYA,
      setPathway('reablement', { as: 'agreed' }),
    ],
    ['a broker', BELA, setPathway('reablement')],
    ['housing', HANNAH, setPathway('lightbulb')],
  ])('is closed to %s', (_what, actor, body) => {
    expect(when(aSpell(), actor, body).answer).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('refuses a national pathway that does not fit', () => {
    const message = 'Reablement at home cannot be returned as P3.';
    expect(when(aSpell(), MO, setPathway('reablement', { national: 'P3' })).answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message,
      fields: { national: message },
    });
  });

  it('leaves what is returned for the agreed pathway to whoever agreed it', () => {
    const spell = on('lightbulb', 'lightbulb', 'P1');
    const body = setPathway('no_onward_care', {
      as: 'recommended',
      national: 'P0',
      seen: 'lightbulb',
    });
    expect(when(spell, PRIYA, body).after?.pathway).toMatchObject({
      recommended: 'no_onward_care',
      agreed: 'lightbulb',
      national: 'P1',
    });
  });

  it('refuses one for somebody who has left', () => {
    expect(when(aSpell(GONE), MO, setPathway('reablement')).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });

  it.each<[string, Pathway | null]>([
    ['nothing', null],
    ['"not yet decided"', 'none_set'],
    ['another one', 'lightbulb'],
  ])('tells somebody who saw %s what was set in the meantime', (_what, seen) => {
    const spell = on('reablement', 'none_set', 'P1');
    expect(when(spell, PRIYA, setPathway('no_onward_care', { seen })).answer).toEqual({
      ok: false,
      code: 'CONFLICT',
      message:
        'Mo Khan set the pathway to Reablement at home (Sun 22 Nov, 13:58) after you opened it. Keep that, or use yours?',
      current: {
        field: 'pathway',
        value: 'reablement',
        by: { id: 'mo', name: 'Mo Khan' },
        at: '2026-11-22T13:58:00.000Z',
      },
    });
  });

  it.each<[string, ReturnType<typeof on>, Actor, Parameters<typeof setPathway>]>([
    ['recommended already', on('reablement', 'none_set', 'P1'), PRIYA, ['reablement']],
    ['agreed already', on('reablement', 'reablement', 'P1'), MO, ['reablement']],
    [
      '"no onward care" agreed already, and recommended again',
      on('no_onward_care', 'no_onward_care', 'P0'),
      PRIYA,
      ['no_onward_care', { as: 'recommended' }],
    ],
    ['undecided already', aSpell(), MO, ['none_set', { seen: 'reablement' }]],
  ])('is done without an event: %s', (_what, spell, actor, args) => {
    expect(when(spell, actor, setPathway(...args)).answer).toEqual({ ok: true, events: [] });
  });
});
