import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../domain/actor.ts';
import type { SightFacts } from '../../../domain/audience.ts';
import {
  audienceKey,
  canSee,
  isLiveFor,
  isOnBoardOf,
  sightFacts,
} from '../../../domain/audience.ts';
import { PLACES } from '../../../domain/persons/place.ts';
import type { Spell } from '../../../domain/spell/state.ts';
import {
  ADA,
  BELA,
  FEED,
  HANNAH,
  MO,
  PRIYA,
  TIMER,
  aPerson,
  aSpell,
  aTask,
} from '../../factories/domain-spell.ts';

const plain: SightFacts = {
  wardId: 'w15',
  place: 'leicester',
  hasSocialCareTask: false,
  hasHousingTask: false,
  isLightbulb: false,
  isAgreedBeyondP0: false,
  isOnBoard: true,
  isFollowedByHousing: false,
  isFollowedByCouncil: false,
};

const unknownCouncil: Audience = { role: 'broker', wardIds: [], place: 'unknown' };
const noCouncil: Audience = { role: 'broker', wardIds: [], place: null };
const noWards: Audience = { role: 'ward', wardIds: [], place: null };

describe('who sees a stay', () => {
  it.each<[string, Audience, Partial<SightFacts>, boolean]>([
    ['a ward its own patients', PRIYA, {}, true],
    ['a ward those of its second ward', PRIYA, { wardId: 'w16' }, true],
    ['a ward nobody of another ward', PRIYA, { wardId: 'g20' }, false],
    [
      'a ward nobody of another ward, whatever they need',
      PRIYA,
      { wardId: 'g20', hasSocialCareTask: true, hasHousingTask: true, isLightbulb: true },
      false,
    ],
    ['a ward its patients whose council is not known', PRIYA, { place: 'unknown' }, true],
    ['a coordinator without wards nobody', noWards, {}, false],
    [
      'a broker somebody of their council with a social care task',
      BELA,
      { hasSocialCareTask: true },
      true,
    ],
    [
      'a broker somebody of their council with an agreed P1-P3',
      BELA,
      { isAgreedBeyondP0: true },
      true,
    ],
    ['a broker nobody of their council who needs neither', BELA, {}, false],
    [
      'a broker nobody for a housing task alone',
      BELA,
      { hasHousingTask: true, isLightbulb: true },
      false,
    ],
    [
      'a broker nobody of another council',
      BELA,
      { place: 'rutland', hasSocialCareTask: true, isAgreedBeyondP0: true },
      false,
    ],
    [
      'a broker nobody whose council is not known',
      BELA,
      { place: 'unknown', hasSocialCareTask: true, isAgreedBeyondP0: true },
      false,
    ],
    [
      'no broker, however the account is set up, somebody whose council is not known',
      unknownCouncil,
      { place: 'unknown', hasSocialCareTask: true },
      false,
    ],
    ['a broker without a council nobody', noCouncil, { hasSocialCareTask: true }, false],
    ['housing somebody with a housing task', HANNAH, { hasHousingTask: true }, true],
    ['housing somebody on the Lightbulb pathway', HANNAH, { isLightbulb: true }, true],
    ['housing somebody of any council', HANNAH, { place: 'rutland', hasHousingTask: true }, true],
    [
      'housing nobody without either',
      HANNAH,
      { hasSocialCareTask: true, isAgreedBeyondP0: true },
      false,
    ],
    ['the hub everyone', MO, {}, true],
    ['the hub those whose council is not known', MO, { place: 'unknown', wardId: 'g20' }, true],
    [
      'an administrator nobody',
      ADA,
      { hasSocialCareTask: true, hasHousingTask: true, isLightbulb: true, isAgreedBeyondP0: true },
      false,
    ],
    ['the feed everyone', FEED, {}, true],
    ['the timer everyone', TIMER, {}, true],
  ])('%s', (_what, audience, facts, sees) => {
    expect(canSee(audience, { ...plain, ...facts })).toBe(sees);
  });

  it('the board holds those in sight until a day after they left', () => {
    expect(isOnBoardOf(PRIYA, plain)).toBe(true);
    expect(isOnBoardOf(PRIYA, { ...plain, isOnBoard: false })).toBe(false);
    expect(canSee(PRIYA, { ...plain, isOnBoard: false })).toBe(true);
    expect(isOnBoardOf(PRIYA, { ...plain, wardId: 'g20' })).toBe(false);
  });
});

describe('what of a stay decides who sees it', () => {
  const pathway = (more: Partial<Spell['pathway']>): Partial<Spell> => ({
    pathway: { ...aSpell().pathway, ...more },
  });

  it.each<[string, Partial<Spell>, Partial<SightFacts>]>([
    ['nothing but ward and place', {}, {}],
    [
      'an open social care task',
      { tasks: [aTask({ owner: 'social_care' })] },
      { hasSocialCareTask: true },
    ],
    [
      'a social care task that is done',
      { tasks: [aTask({ owner: 'social_care', state: 'done' })] },
      { hasSocialCareTask: true },
    ],
    [
      'not a social care task that was cancelled',
      { tasks: [aTask({ owner: 'social_care', state: 'cancelled' })] },
      {},
    ],
    ['a housing task', { tasks: [aTask({ owner: 'lightbulb' })] }, { hasHousingTask: true }],
    [
      'the Lightbulb pathway, recommended',
      pathway({ recommended: 'lightbulb', national: 'P1' }),
      { isLightbulb: true },
    ],
    [
      'the Lightbulb pathway, agreed as P1',
      pathway({ recommended: 'lightbulb', agreed: 'lightbulb', national: 'P1' }),
      { isLightbulb: true, isAgreedBeyondP0: true },
    ],
    [
      'the Lightbulb pathway, agreed as P0',
      pathway({ recommended: 'lightbulb', agreed: 'lightbulb', national: 'P0' }),
      { isLightbulb: true },
    ],
    [
      'not a Lightbulb recommendation overruled by the hub',
      pathway({ recommended: 'lightbulb', agreed: 'reablement', national: 'P1' }),
      { isAgreedBeyondP0: true },
    ],
    ['not a recommended P2', pathway({ recommended: 'intermediate_care_bed', national: 'P2' }), {}],
    [
      'not an agreed P0',
      pathway({ recommended: 'no_onward_care', agreed: 'no_onward_care', national: 'P0' }),
      {},
    ],
    ['having left the board', { leftBoardAt: '2026-11-21T12:00:00.000Z' }, { isOnBoard: false }],
    [
      'a home that is followed up after the board',
      { leftBoardAt: '2026-11-21T12:00:00.000Z', tasks: [aTask({ owner: 'lightbulb' })] },
      { isOnBoard: false, hasHousingTask: true, isFollowedByHousing: true },
    ],
    ['the council', { person: aPerson({ place: 'rutland' }) }, { place: 'rutland' }],
  ])('%s', (_what, more, facts) => {
    expect(sightFacts(aSpell(more))).toEqual({ ...plain, ...facts });
  });
});

describe('who is sent a stay that has left the board', () => {
  const left = { ...plain, isOnBoard: false, hasSocialCareTask: true, hasHousingTask: true };
  const audiences: Audience[] = [PRIYA, BELA, HANNAH, MO];

  it.each<[string, Partial<SightFacts>, string[]]>([
    ['nothing open about the home', {}, []],
    ['Lightbulb follows it up', { isFollowedByHousing: true }, ['housing', 'hub']],
    ['the council adapts it', { isFollowedByCouncil: true }, ['broker', 'hub']],
    ['another council adapts it', { isFollowedByCouncil: true, place: 'rutland' }, ['hub']],
  ])('%s', (_what, more, told) => {
    const isTold = (audience: Audience) => isLiveFor(audience, { ...left, ...more });
    expect(audiences.filter(isTold).map(({ role }) => role)).toEqual(told);
    expect(audiences.some((audience) => isOnBoardOf(audience, { ...left, ...more }))).toBe(false);
  });
});

describe('the name of an audience', () => {
  const wardIds = fc.uniqueArray(
    fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme-ascii' }),
    {
      maxLength: 5,
    },
  );

  it.each<[Audience, string]>([
    [{ role: 'hub', wardIds: [], place: null }, 'hub'],
    [{ role: 'housing', wardIds: [], place: null }, 'housing'],
    [{ role: 'broker', wardIds: [], place: 'rutland' }, 'broker:rutland'],
    [{ role: 'ward', wardIds: ['w16', 'w15'], place: null }, 'ward:w15,w16'],
  ])('%j is %s', (audience, key) => {
    expect(audienceKey(audience)).toBe(key);
  });

  it('does not hang on the order of the wards, and changes nothing it is given', () => {
    fc.assert(
      fc.property(wardIds, (ids) => {
        const backwards = [...ids].reverse();
        const given = Object.freeze([...backwards]);
        expect(audienceKey({ role: 'ward', wardIds: given, place: null })).toBe(
          audienceKey({ role: 'ward', wardIds: ids, place: null }),
        );
      }),
    );
  });

  it('is never the same for two audiences that see differently', () => {
    fc.assert(
      fc.property(wardIds, wardIds, (some, others) => {
        const key = (ids: string[]) => audienceKey({ role: 'ward', wardIds: ids, place: null });
        const isSame = [...some].sort().join('\n') === [...others].sort().join('\n');
        expect(key(some) === key(others)).toBe(isSame);
      }),
      { examples: [[['a,b'], ['a', 'b']]] },
    );
    const brokers = PLACES.map((place) => audienceKey({ role: 'broker', wardIds: [], place }));
    expect(new Set(brokers).size).toBe(PLACES.length);
  });
});
