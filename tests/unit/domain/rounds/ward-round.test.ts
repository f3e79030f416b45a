import { describe, expect, it } from 'vitest';
import { isOfRound, roundTimeOf } from '../../../../domain/rounds/board-round.ts';
import type { NotSeenReason } from '../../../../domain/rounds/board-round.ts';
import { isHeld, notSeenCount, wardRound } from '../../../../domain/rounds/ward-round.ts';
import { LONDON, PRIYA } from '../../../factories/domain-spell.ts';

const by = { id: PRIYA.id, name: PRIYA.name };
const card = (
  at: string | null,
  more: { wardId?: string; notSeen?: NotSeenReason; left?: string } = {},
) => ({
  dischargedOn: more.left ?? null,
  ...(at !== null && {
    round: { at, by, wardId: more.wardId ?? 'w15', notSeen: more.notSeen ?? null },
  }),
});

const MORNING = { day: '2026-11-23', half: 'morning' } as const;
const ofWard = { wardId: 'w15', round: MORNING, timeZone: LONDON };

describe('which round it is', () => {
  it.each([
    ['a winter morning', '2026-11-23T08:30:00.000Z', '2026-11-23', 'morning'],
    ['just before one', '2026-11-23T12:59:59.000Z', '2026-11-23', 'morning'],
    ['one o’clock', '2026-11-23T13:00:00.000Z', '2026-11-23', 'afternoon'],
    ['the day the clocks went forward', '2026-03-29T12:30:00.000Z', '2026-03-29', 'afternoon'],
    ['the day they went back', '2026-10-25T12:30:00.000Z', '2026-10-25', 'morning'],
    ['after midnight in summer', '2026-07-01T23:30:00.000Z', '2026-07-02', 'morning'],
  ])('%s', (_when, at, day, half) => {
    expect(roundTimeOf(at, LONDON)).toEqual({ day, half });
  });

  it('is that of the ward on which the patient lay', () => {
    const recorded = { at: '2026-11-23T08:30:00.000Z', wardId: 'w15' };
    expect(isOfRound(recorded, 'w15', MORNING, LONDON)).toBe(true);
    expect(isOfRound(recorded, 'w31', MORNING, LONDON)).toBe(false);
    expect(isOfRound(recorded, 'w15', { ...MORNING, half: 'afternoon' }, LONDON)).toBe(false);
  });
});

describe('how far a ward’s round has come', () => {
  it('counts who was seen, who was not and why, who is left, and how long it took', () => {
    const cards = [
      card('2026-11-23T08:31:00.000Z'),
      card('2026-11-23T08:52:00.000Z'),
      card('2026-11-23T08:40:00.000Z', { notSeen: 'off_ward' }),
      card(null),
      card('2026-11-22T15:00:00.000Z'),
      card('2026-11-23T08:20:00.000Z', { wardId: 'w31' }),
    ];
    const round = wardRound(cards, ofWard);
    expect(round).toEqual({
      ...{ present: 6, seen: 2, left: 3 },
      notSeen: { off_ward: 1, no_time: 0, no_doctor: 0, other: 0 },
      beganAt: '2026-11-23T08:31:00.000Z',
      lastAt: '2026-11-23T08:52:00.000Z',
    });
    expect(notSeenCount(round)).toBe(1);
  });

  it('whoever left after it counts, whoever left before is not missed', () => {
    const left = '2026-11-23';
    const cards = [card('2026-11-23T08:31:00.000Z', { left }), card(null, { left })];
    expect(wardRound(cards, ofWard)).toMatchObject({ present: 1, seen: 1, left: 0 });
  });

  it('of an empty ward there is nothing to hold', () => {
    expect(wardRound([], ofWard)).toMatchObject({ present: 0, beganAt: null, lastAt: null });
    expect(isHeld({ seen: 0, present: 0 })).toBe(false);
  });

  it.each([
    [1, 24, false],
    [12, 24, true],
    [11, 23, false],
    [1, 1, true],
  ])('%d of %d seen: held is %s', (seen, present, held) => {
    expect(isHeld({ seen, present })).toBe(held);
  });
});
