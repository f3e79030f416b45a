import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../domain/actor.ts';
import { isColleague } from '../../../../domain/tasks/teams.ts';
import { BELA, HANNAH, MO, PRIYA, TOM } from '../../../factories/domain-spell.ts';

const another = (actor: Actor, more: Partial<Actor> = {}): Actor => ({
  ...{ ...actor, id: 'another', name: 'Another' },
  ...more,
});

describe('whom work may be handed on to', () => {
  it.each<[string, Actor, Actor, boolean]>([
    ['a broker of one’s council', BELA, another(BELA), true],
    ['a broker of another council', BELA, another(BELA, { place: 'rutland' }), false],
    ['oneself', BELA, BELA, false],
    ['another team', BELA, HANNAH, false],
    ['a colleague at Lightbulb', HANNAH, another(HANNAH), true],
    ['a colleague at the hub', MO, another(MO), true],
    ['somebody who covers the ward', PRIYA, TOM, true],
    ['somebody of other wards', PRIYA, another(TOM, { wardIds: ['g20'] }), false],
    ['a ward’s people by somebody who does not cover it', another(TOM, { wardIds: ['g20'] }), TOM, false],
    ['an administrator', MO, another(MO, { role: 'admin' }), false],
  ])('%s', (_who, actor, other, isOne) => {
    expect(isColleague(actor, other, 'w15')).toBe(isOne);
  }); // prettier-ignore
});
