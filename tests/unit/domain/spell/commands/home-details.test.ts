import { describe, expect, it } from 'vitest';
import { NO_HOME_DETAILS } from '../../../../../domain/housing/home.ts';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { GONE, HANNAH, MO, SPELL_ID, aSpell, idOf, when } from '../../../../factories/domain-spell.ts'; // prettier-ignore

type Details = Extract<SpellCommandInput, { type: 'SetHomeDetails' }>;
type Plan = Extract<SpellCommandInput, { type: 'SetInterimPlan' }>;

const seenOf = ({ home, person: { accessContact } }: Spell) => {
  const { setBy: _by, setAt: _at, ...details } = home.details;
  return { ...details, accessContact };
};
const set = (home: Details['home'], seen: Details['seen'] = seenOf(aSpell())): Details => ({
  ...{ id: idOf(60), type: 'SetHomeDetails', spellId: SPELL_ID, home, seen },
});
const plan = (more: Partial<Plan> = {}): Plan => ({
  ...{ id: idOf(61), type: 'SetInterimPlan', spellId: SPELL_ID, seen: null },
  ...{ text: 'Bed downstairs', leavesWhen: 'The bed is in', ...more },
});
const ofHannah = {
  setBy: { id: 'hannah', name: 'Hannah Reid' },
  setAt: '2026-11-22T14:00:00.000Z',
};

describe('what is known of a home', () => {
  it('is set one by one, and says who did', () => {
    const { after } = when(aSpell(), HANNAH, set({ keys: ' With the son ', roomsToClear: ['hallway'] })); // prettier-ignore
    expect(after?.home.details).toEqual({
      ...NO_HOME_DETAILS,
      ...{ keys: 'With the son', roomsToClear: ['hallway'] },
      ...ofHannah,
    });
  });

  it('whom to ring changes in each open stay of the person', () => {
    const others = [{ spell: aSpell({ id: idOf(2) }), merges: [] }];
    const { events } = when(aSpell(), HANNAH, set({ accessContact: 'Son, 07700 900999' }), { others }); // prettier-ignore
    expect(events.map(({ type, spellId }) => [type, spellId])).toEqual([
      ['PersonUpdated', idOf(2)],
      ['PersonUpdated', SPELL_ID],
    ]);
  });

  it('whom to ring is a fact of the person, and changes there', () => {
    const home = { accessContact: 'Son, 07700 900999', keys: 'With the son' };
    const { after, events } = when(aSpell(), HANNAH, set(home));
    expect(events.map(({ type }) => type)).toEqual(['PersonUpdated', 'HomeDetailsSet']);
    expect(after?.person.accessContact).toBe('Son, 07700 900999');
    expect(after?.home.details).not.toHaveProperty('accessContact');
  });

  it('what stands already is nothing new', () => {
    expect(when(aSpell(), HANNAH, set({ keys: null, isGrantUrgent: false })).answer).toEqual({ ok: true, events: [] }); // prettier-ignore
  });

  it('another’s change of another fact is no conflict; of the same one it is', () => {
    const { after } = when(aSpell(), MO, set({ keys: 'With the daughter' }));
    expect(when(after, HANNAH, set({ landlord: 'Mrs Test' })).answer.ok).toBe(true);
    expect(when(after, HANNAH, set({ keys: 'With the son' })).answer).toMatchObject({
      code: 'CONFLICT',
      message:
        'Mo Khan changed the keys after you opened it: “With the daughter”. Keep that, or use yours?',
      current: { field: 'home.keys', value: 'With the daughter', by: { name: 'Mo Khan' } },
    });
  });

  it('what was shown has to be said', () => {
    expect(when(aSpell(), HANNAH, set({ keys: 'With the son' }, {})).answer).toMatchObject({
      code: 'INVALID',
      fields: { keys: 'seen is missing' },
    });
  });

  it('of somebody who came back, the later stay says whom to ring; the keys stay of this one', () => {
    const stays = [
      { spellId: idOf(2), admittedAt: '2026-11-21T09:00:00.000Z', dischargedAt: null },
    ];
    const gone = aSpell(GONE);
    const ring = when(gone, HANNAH, set({ accessContact: 'Son' }), { stays });
    expect(ring.answer).toMatchObject({ code: 'RULE_BROKEN' });
    expect(when(gone, HANNAH, set({ keys: 'With the son' }), { stays }).answer.ok).toBe(true);
  });
});

describe('an interim plan', () => {
  it('has a text and what lets the person leave, and says who wrote it', () => {
    const { after } = when(aSpell(), HANNAH, plan());
    expect(after?.home.interimPlan).toEqual({
      plan: { text: 'Bed downstairs', leavesWhen: 'The bed is in' },
      ...ofHannah,
    });
  });

  it.each([[''], [undefined], ['  ']])('without what lets the person leave is refused: %j', (leavesWhen) => {
    expect(when(aSpell(), HANNAH, plan({ leavesWhen })).answer).toMatchObject({
      code: 'RULE_BROKEN',
      fields: { leavesWhen: 'Say what makes this person able to leave before the work.' },
    });
  }); // prettier-ignore

  it('is taken away by whoever saw it, and not by whoever saw another', () => {
    const { after } = when(aSpell(), HANNAH, plan());
    expect(when(after, MO, plan({ text: null })).answer).toMatchObject({
      code: 'CONFLICT',
      current: { field: 'interimPlan', by: { name: 'Hannah Reid' } },
    });
    const seen = 'Bed downstairs\nAble to leave when: The bed is in';
    const without = when(after, MO, plan({ text: null, seen })).after;
    expect(without?.home.interimPlan.plan).toBeNull();
  });

  it('written twice is written once', () => {
    const { after } = when(aSpell(), HANNAH, plan());
    expect(when(after, HANNAH, plan()).answer).toEqual({ ok: true, events: [] });
  });
});
