import { describe, expect, it } from 'vitest';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import { projectCard } from '../../../../../domain/spell/card.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../../domain/tasks/default-catalogue.ts';
import {
  GONE,
  LONDON,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TODAY,
  WARDS,
  aSpell,
  aTask,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

type Wish = Extract<SpellCommandInput, { type: 'SetPrimaryReason' }>;
const choose = (more: Partial<Wish> = {}): Wish => ({
  ...{ id: idOf(70), type: 'SetPrimaryReason', spellId: SPELL_ID },
  ...{ reason: 'C1', note: 'Agreed on the call', seen: null },
  ...more,
});

const period = { startedOn: '2026-11-20', endedOn: null, endedBy: null };
const delayed = aSpell({ nctrPeriods: [period], tasks: [aTask()] });
const chosen = when(delayed, MO, choose()).after;

function reasonOnCard(spell: Spell | null) {
  const context = { wards: WARDS, asOfDay: TODAY, catalogue: DEFAULT_CATALOGUE, timeZone: LONDON };
  return projectCard(spell ?? aSpell(), 1, PRIYA, context).primaryReason;
}

describe('choosing the main reason for a delay', () => {
  it('goes before the one that follows from the tasks, until it is taken back', () => {
    expect(reasonOnCard(delayed)).toBe('H5');
    expect(reasonOnCard(chosen)).toBe('C1');
    expect(chosen?.chosenReason).toEqual({
      ...{ reason: 'C1', note: 'Agreed on the call' },
      ...{ setBy: { id: MO.id, name: MO.name }, setAt: NOW },
    });
    expect(reasonOnCard(when(chosen, MO, choose({ reason: null, seen: 'C1' })).after)).toBe('H5');
  });

  it('holds for this delay only', () => {
    const ill = { id: idOf(71), type: 'RecordCriteriaToReside', spellId: SPELL_ID } as const;
    const after = when(chosen, PRIYA, ill).after;
    expect([after?.chosenReason, reasonOnCard(after)]).toEqual([null, null]);
  });

  it.each<[string, Spell | null, Wish, string, string]>([
    ['while nobody waits', aSpell(), choose(), 'RULE_BROKEN', 'This person is not recorded as ready: there is no delay to give a reason.'],
    ['after the discharge', { ...delayed, ...GONE }, choose(), 'RULE_BROKEN', 'This person already left the hospital on Fri 20 Nov. Nothing was changed.'],
    ['without saying why', delayed, choose({ note: ' ' }), 'RULE_BROKEN', 'Say why this is the main reason.'],
    ['over what somebody else chose meanwhile', chosen, choose({ reason: 'W2' }), 'CONFLICT', 'Mo Khan chose “Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)” (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?'],
  ])('not %s', (_what, spell, order, code, message) => {
    expect(when(spell, MO, order).answer).toMatchObject({ ok: false, code, message });
  }); // prettier-ignore

  it('the same choice twice is one', () => {
    expect(when(chosen, MO, choose()).events).toEqual([]);
  });
});
