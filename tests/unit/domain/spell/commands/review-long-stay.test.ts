import { describe, expect, it } from 'vitest';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import {
  BELA,
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

type Wish = Extract<SpellCommandInput, { type: 'ReviewLongStay' }>;
const review = (more: Partial<Wish> = {}): Wish => ({
  ...{ id: idOf(80), type: 'ReviewLongStay', spellId: SPELL_ID, seen: null },
  ...{ whyNotHome: 'No provider yet', whyNotToday: 'Two answer tomorrow' },
  ...more,
});

const here = aSpell();
const done = when(here, PRIYA, review()).after;

describe('the review of a long stay', () => {
  it('says why not home and why not today, by whom and when', () => {
    expect(when(here, PRIYA, review()).events).toMatchObject([
      {
        ...{ type: 'LongStayReviewed', data: { wardId: 'w15' } },
        details: { whyNotHome: 'No provider yet', whyNotToday: 'Two answer tomorrow' },
      },
    ]);
    expect(done?.longStayReview).toEqual({
      ...{ at: NOW, by: { id: PRIYA.id, name: PRIYA.name } },
      ...{ whyNotHome: 'No provider yet', whyNotToday: 'Two answer tomorrow' },
    });
  });

  it('need not say anything of the day itself', () => {
    const after = when(here, MO, review({ whyNotToday: ' ' })).after;
    expect(after?.longStayReview?.whyNotToday).toBeNull();
  });

  it('the same twice on one day is one; a week later it is another', () => {
    expect(when(done, PRIYA, review()).events).toEqual([]);
    const later = { now: '2026-11-29T10:00:00.000Z' };
    expect(when(done, PRIYA, review({ seen: NOW }), later).events).toHaveLength(1);
  });

  it('whoever saw the last one may say something else', () => {
    const mine = review({ whyNotHome: 'The ramp is not built', seen: NOW });
    expect(when(done, MO, mine).after?.longStayReview?.whyNotHome).toBe('The ramp is not built');
  });

  it.each<[string, Spell | null, Wish, string, string]>([
    ['after the discharge', { ...here, ...GONE }, review(), 'RULE_BROKEN', 'This person already left the hospital on Fri 20 Nov. Nothing was changed.'],
    ['without a word', here, review({ whyNotHome: ' ' }), 'RULE_BROKEN', 'Say why this person is not home.'],
    ['over what a colleague recorded meanwhile', done, review({ whyNotHome: 'The ramp' }), 'CONFLICT', 'Priya Shah reviewed this stay (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?'],
  ])('not %s', (_what, spell, order, code, message) => {
    expect(when(spell, MO, order).answer).toMatchObject({ ok: false, code, message });
  }); // prettier-ignore

  it.each([
    ['a broker', BELA],
    ['housing', HANNAH],
  ])('not by %s', (_who, actor) => {
    expect(when(here, actor, review()).answer).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
  });
});
