import fc from 'fast-check';
import { expect } from 'vitest';
import type { LoadedSpell } from '../../db/store.ts';
import type { Audience } from '../../domain/actor.ts';
import { audienceKey, canSee, sightFacts } from '../../domain/audience.ts';
import { PLACES } from '../../domain/persons/place.ts';
import { digestOf } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../domain/tasks/target-settings.ts';
import { calendarDay } from '../../domain/time.ts';
import type { BoardProjection } from '../../server/realtime/board-projection.ts';
import { createBoardProjection } from '../../server/realtime/board-projection.ts';
import { firstEdition } from './catalogue.ts';
import { live, places, starts, steps } from './domain-histories.ts';
import { LONDON, WARDS } from './domain-spell.ts';

const SEED = 20_261_122;
const NOW = '2026-11-22T14:00:00.000Z';
const clock = { now: () => NOW, today: () => calendarDay(NOW, LONDON), timeZone: LONDON };

/** Who did it, and when it was written down, is nothing to who may see it. */
const RECORD = {
  ...({ role: 'hub', recordedAt: NOW, organisation: 'Test', commandId: 'show' } as const),
};

const noScope = { wardIds: [], place: null };
const reader: fc.Arbitrary<Audience> = fc.oneof(
  fc
    .subarray([...WARDS.keys()], { minLength: 1 })
    .map((wardIds): Audience => ({ role: 'ward', wardIds, place: null })),
  fc.constantFrom(...PLACES).map((place): Audience => ({ role: 'broker', wardIds: [], place })),
  fc.constantFrom<Audience>(
    { role: 'housing', ...noScope },
    { role: 'hub', ...noScope },
    { role: 'admin', ...noScope },
  ),
);
const shows = fc.record({
  stay: fc.record({ start: starts, place: places, taken: steps }),
  readers: fc.array(reader, { minLength: 6, maxLength: 6 }),
});

/** Handbook 10 in other words than the product's. */
export function maySee({ role, wardIds, place }: Audience, spell: Spell): boolean {
  const owners = spell.tasks.filter(({ state }) => state !== 'cancelled').map(({ owner }) => owner);
  const { agreed, recommended, national } = spell.pathway;
  if (role === 'hub') return true;
  if (role === 'ward') return wardIds.some((wardId) => wardId === spell.wardId);
  if (role === 'housing') {
    const shown = agreed === 'none_set' ? recommended : agreed;
    return owners.includes('lightbulb') || shown === 'lightbulb';
  }
  if (role !== 'broker' || place === 'unknown' || place !== spell.person.place) return false;
  return owners.includes('social_care') || (agreed !== 'none_set' && national !== 'P0');
}

/** Handbook 5 in other words: whose work on a home is open once the stay has left the board. */
function followsUp(
  { role }: Audience,
  { tasks, home, discharge, followUpEndedAt }: Spell,
): boolean {
  if (discharge?.destination === 'died' || followUpEndedAt !== null) return false;
  const open = tasks.filter(({ state }) => !['done', 'cancelled'].includes(state));
  const isAgreed = home.steps.some(({ step, doneOn }) => step === 'followed_up' && doneOn === null);
  const lightbulbs = isAgreed || open.some(({ owner }) => owner === 'lightbulb');
  const councils = open.some(
    ({ owner, type }) => owner === 'social_care' && type === 'major_adaptation',
  );
  if (role === 'hub') return lightbulbs || councils;
  return role === 'housing' ? lightbulbs : role === 'broker' && councils;
}

/** A board without anybody, and instead of a database one stay. */
function emptyBoard(stay: () => LoadedSpell | null): Promise<BoardProjection> {
  return createBoardProjection(
    {
      readMark: async () => ({ epoch: 'show', isDemo: false, demoDay: null }),
      wards: async () => [...WARDS.values()],
      catalogue: async () => firstEdition(),
      targetSettings: async () => ({
        ...{ edition: 0, savedBy: null, savedAt: null },
        settings: DEFAULT_TARGET_SETTINGS,
      }),
      liveSpells: async () => [],
      lastSeq: async () => 0,
      sightChanges: async () => [],
      seqBefore: async () => 0,
      loadSpell: async () => stay(),
      forgetSightChanges: async () => 0,
    },
    clock,
  );
}

const CARE_FIELDS: readonly (keyof Card)[] = [
  ...(['pathway', 'pathwayRecommended', 'pathwayAgreed', 'nationalPathway', 'stage'] as const),
  ...(['dischargeReadyDate', 'delayDays', 'lengthOfStay', 'admittedOn', 'bed'] as const),
  'primaryReason',
];

type Told = { name: string; board: BoardProjection; spell: Spell; seq: number };

/** What one reader is told after an event, against what they should be. */
function proveTold(audience: Audience, wasSeen: boolean, told: Told): boolean {
  const { name, board, spell, seq } = told;
  const { id } = spell;
  const where = `${name}, event ${seq}, ${audienceKey(audience)}`;
  const isSeen = maySee(audience, spell);
  expect(canSee(audience, sightFacts(spell)), where).toBe(isSeen);
  const isShown = isSeen && (spell.leftBoardAt === null || followsUp(audience, spell));
  const { cards, removed } = board.frame(audience, seq - 1);
  expect(
    cards.map((card) => [card.id, card.seq]),
    where,
  ).toEqual(isShown ? [[id, seq]] : []);
  expect(removed, where).toEqual(!isShown && wasSeen ? [{ id, seq }] : []);
  expect(board.cards(audience), where).toEqual(cards);
  expect(board.card(audience, id), where).toEqual(cards[0] ?? null);
  expect(board.digest(audience), where).toBe(digestOf(isShown ? [{ id, seq }] : []));
  const [card] = cards;
  if (card !== undefined && audience.role === 'housing') {
    expect(
      CARE_FIELDS.filter((field) => field in card),
      where,
    ).toEqual([]);
    expect('nhsNumber' in card.person || 'socialCareId' in card.person, where).toBe(false);
    expect(
      card.tasks.filter(({ owner }) => owner !== 'lightbulb'),
      where,
    ).toEqual([]);
  }
  return isShown;
}

/**
 * One random stay, by random hands, and random readers: after each event each of them is told of it
 * exactly when they may see it, and that it has gone exactly when they could. Answers with how often
 * somebody was shown it, was not, and had it taken away.
 */
export async function proveShow(index: number) {
  const name = `show ${index}`;
  const seed = SEED + index;
  const [show] = fc.sample(shows, { seed, numRuns: 1 });
  if (show === undefined) throw new Error('There is one sample');
  let held: LoadedSpell | null = null;
  const board = await emptyBoard(() => held);
  const counts = { shown: 0, hidden: 0, removed: 0 };
  const seen = show.readers.map(() => false);
  let spell: Spell | null = null;
  for (const event of live(show.stay).events) {
    const { seq } = event;
    const after: Spell = evolve(spell, event);
    spell = after;
    held = { spell, seq };
    await board.apply({ ...event, ...RECORD });
    for (const [place, audience] of show.readers.entries()) {
      const wasSeen = seen[place] === true;
      const isShown = proveTold(audience, wasSeen, { name, board, spell: after, seq });
      seen[place] = isShown;
      counts[isShown ? 'shown' : 'hidden'] += 1;
      counts.removed += wasSeen && !isShown ? 1 : 0;
    }
  }
  return counts;
}
