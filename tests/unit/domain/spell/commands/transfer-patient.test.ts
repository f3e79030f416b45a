import { describe, expect, it } from 'vitest';
import type { Ward } from '../../../../../domain/spell/state.ts';
import {
  BELA,
  FEED,
  GONE,
  HANNAH,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TIMER,
  TOM,
  WARDS,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

const transfer = (wardId: string, more: { bed?: string | null; at?: string } = {}) => ({
  id: idOf(7),
  type: 'TransferPatient' as const,
  spellId: SPELL_ID,
  wardId,
  ...more,
});

const EVINGTON: Ward = {
  ...{ id: 'evington-1', name: 'Beechwood', siteId: 'evington', site: 'Evington Centre' },
  provider: 'RT5',
};
const TWO_TRUSTS = { wards: new Map([...WARDS, [EVINGTON.id, EVINGTON]]) };

describe('moving a patient', () => {
  it.each([
    ['to another ward', transfer('w16', { bed: 'C1' }), 'w16', 'C1'],
    ['to another hospital of the trust', transfer('g20', { bed: 'A2' }), 'g20', 'A2'],
    ['to a ward whose bed is not known yet', transfer('w16'), 'w16', null],
    ['to another bed', transfer('w15', { bed: 'B9' }), 'w15', 'B9'],
    ['out of a bed', transfer('w15'), 'w15', null],
  ])('%s', (_what, body, wardId, bed) => {
    const { answer, events, after } = when(aSpell(), PRIYA, body);
    expect(answer.ok).toBe(true);
    expect(events).toMatchObject([
      {
        type: 'PatientTransferred',
        occurredAt: NOW,
        data: { wardId, bed, fromWardId: 'w15', fromBed: 'B4' },
        details: null,
      },
    ]);
    expect(after).toEqual({ ...aSpell(), wardId, bed });
  });

  it('keeps the stay, its tasks and its clock', () => {
    const spell = aSpell({
      tasks: [aTask()],
      nctrPeriods: [{ startedOn: '2026-11-18', endedOn: null, endedBy: null }],
    });
    const { after } = when(spell, PRIYA, transfer('w16'));
    expect(after).toEqual({ ...spell, wardId: 'w16', bed: null });
  });

  it('happened when the person moved, which may be before it was written down', () => {
    const at = '2026-11-21T20:15:00Z';
    expect(when(aSpell(), FEED, transfer('w16', { at })).events).toMatchObject([
      { occurredAt: '2026-11-21T20:15:00.000Z' },
    ]);
  });

  it('is done without an event for somebody who lies there already', () => {
    expect(when(aSpell(), PRIYA, transfer('w15', { bed: 'B4' })).answer).toEqual({
      ok: true,
      events: [],
    });
  });

  it.each([
    [
      'a ward that is not on the list',
      transfer('w99'),
      'This ward is not on the list of wards.',
      'wardId',
    ],
    [
      'a ward of another trust',
      transfer('evington-1'),
      'This ward belongs to another trust. Discharge the person here, and have them admitted there.',
      'wardId',
    ],
    [
      'the future',
      transfer('w16', { at: '2026-11-22T14:00:00.001Z' }),
      'The transfer cannot be in the future.',
      'at',
    ],
    [
      'before the admission',
      transfer('w16', { at: '2026-11-10T09:29:59.999Z' }),
      'The transfer cannot be before the admission.',
      'at',
    ],
  ])('refuses %s', (_what, body, message, field) => {
    const { answer, events } = when(aSpell(), MO, body, TWO_TRUSTS);
    expect(answer).toEqual({
      ok: false,
      code: 'RULE_BROKEN',
      message,
      fields: { [field]: message },
    });
    expect(events).toEqual([]);
  });

  it('refuses somebody who has left', () => {
    expect(when(aSpell(GONE), PRIYA, transfer('w16')).answer).toMatchObject({
      code: 'RULE_BROKEN',
      message: 'This person already left the hospital on Fri 20 Nov. Nothing was changed.',
    });
  });

  it.each([
    ['a coordinator of the ward', TOM, true],
    ['a coordinator of another ward', { ...TOM, wardIds: ['g20'] }, false],
    ['a broker', BELA, false],
    ['housing', HANNAH, false],
    ['the hub', MO, true],
    ['the hospital feed', FEED, true],
    ['a timer', TIMER, false],
  ])('%s: %s', (_who, actor, isAllowed) => {
    expect(when(aSpell(), actor, transfer('w16')).answer.ok).toBe(isAllowed);
  });
});
