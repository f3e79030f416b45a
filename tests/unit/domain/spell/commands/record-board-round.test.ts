import { describe, expect, it } from 'vitest';
import { projectCard } from '../../../../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE } from '../../../../../domain/tasks/default-catalogue.ts';
import {
  BELA,
  GONE,
  HANNAH,
  LONDON,
  MO,
  NOW,
  PRIYA,
  SPELL_ID,
  TODAY,
  WARDS,
  aSpell,
  idOf,
  when,
} from '../../../../factories/domain-spell.ts';

type Wish = Extract<SpellCommandInput, { type: 'RecordBoardRound' }>;
const record = (more: Partial<Wish> = {}): Wish => ({
  ...{ id: idOf(80), type: 'RecordBoardRound', spellId: SPELL_ID },
  ...{ action: 'Ring the daughter', owner: 'ward', person: 'Dr Shah', seen: null },
  ...more,
});

const here = aSpell({ edd: { day: '2026-11-27', setBy: null, setAt: null } });
const done = when(here, PRIYA, record()).after;

describe('one patient’s part of a board round', () => {
  it('says who was seen where, the EDD as it stood, and the next action with its owner', () => {
    expect(when(here, PRIYA, record()).events).toMatchObject([
      {
        type: 'BoardRoundRecorded',
        data: { wardId: 'w15', notSeen: null, owner: 'ward', edd: '2026-11-27' },
        details: { action: 'Ring the daughter', person: 'Dr Shah' },
      },
    ]);
    expect(done?.lastRound).toEqual({
      ...{ at: NOW, by: { id: PRIYA.id, name: PRIYA.name }, wardId: 'w15', notSeen: null },
      ...{ action: 'Ring the daughter', owner: 'ward', person: 'Dr Shah' },
    });
  });

  it('says of somebody who was passed over why, and no next action is asked for', () => {
    const off = record({ notSeen: 'off_ward', action: '', owner: null });
    expect(when(here, MO, off).after?.lastRound).toMatchObject({
      ...{ notSeen: 'off_ward', action: null, owner: null, person: null },
    });
  });

  it('is on the cards of those who hold rounds, and of nobody else', () => {
    const context = {
      ...{ wards: WARDS, asOfDay: TODAY, catalogue: DEFAULT_CATALOGUE, timeZone: LONDON },
    };
    const onCard = [PRIYA, MO, BELA, HANNAH].map(
      (reader) => projectCard(done ?? aSpell(), 1, reader, context).round?.at,
    );
    expect(onCard).toEqual([NOW, NOW, undefined, undefined]);
  });

  it('the same twice in one round is one; in the afternoon it is another', () => {
    expect(when(done, PRIYA, record()).events).toEqual([]);
    // 22 November, 14:00 in London, was the afternoon's.
    const tomorrow = { now: '2026-11-23T08:40:00.000Z' };
    expect(when(done, PRIYA, record({ seen: NOW }), tomorrow).events).toHaveLength(1);
  });

  it('whoever saw what the other recorded may record it anew', () => {
    const mine = record({ action: 'Scan first', seen: NOW });
    expect(when(done, MO, mine).after?.lastRound?.action).toBe('Scan first');
  });

  it('an earlier round, and that of the ward they came from, is no conflict', () => {
    const wish = record({ action: 'Scan first' });
    const later = { now: '2026-11-23T08:40:00.000Z' };
    expect(when(done, MO, wish, later).answer.ok).toBe(true);
    const moved: Spell = { ...(done ?? aSpell()), wardId: 'w31' };
    expect(when(moved, MO, wish).answer.ok).toBe(true);
  });

  it.each<[string, Spell | null, Wish, string, string]>([
    ['after the discharge', { ...here, ...GONE }, record(), 'RULE_BROKEN', 'This person already left the hospital on Fri 20 Nov. Nothing was changed.'],
    ['without a next action', here, record({ action: ' ' }), 'RULE_BROKEN', 'Write the next action.'],
    ['without an owner', here, record({ owner: null }), 'RULE_BROKEN', 'Choose the team that has the next action.'],
    ['over what a colleague recorded meanwhile', done, record({ action: 'Scan first' }), 'CONFLICT', 'Priya Shah recorded the board round (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?'],
  ])('not %s', (_what, spell, order, code, message) => {
    expect(when(spell, MO, order).answer).toMatchObject({ ok: false, code, message });
  }); // prettier-ignore

  it.each([
    ['a broker', BELA],
    ['housing', HANNAH],
  ])('not by %s', (_who, actor) => {
    expect(when(here, actor, record()).answer).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
  });
});
