import { describe, expect, it } from 'vitest';
import type { RoundRecord } from '../../../../domain/reports/rounds-held.ts';
import { dueRounds } from '../../../../domain/reports/rounds-held.ts';
import { wardSpans } from '../../../../domain/reports/ward-spans.ts';
import { middayOf } from '../../../../domain/rounds/board-round.ts';

const LONDON = 'Europe/London';
const DAY = '2026-11-20';
const at = (time: string) => `${DAY}T${time}:00.000Z`;
const stay = (spellId: string, from = at('00:00'), until: string | null = null) => ({
  ...{ spellId, wardId: 'w15', admittedAt: from },
  discharge: until === null ? null : { at: until, on: DAY, destination: 'usual_residence' as const },
}); // prettier-ignore
const seen = (spellId: string, time: string): RoundRecord => {
  return { spellId, wardId: 'w15', at: at(time), notSeen: null };
};
const move = (spellId: string, time: string, fromWardId: string, wardId: string) => {
  return { spellId, at: at(time), fromWardId, wardId };
};

function roundsOf(stays: readonly ReturnType<typeof stay>[], records: readonly RoundRecord[]) {
  const spans = stays.flatMap((each) => wardSpans(each, []));
  const found = dueRounds({ records, spans, days: [DAY], timeZone: LONDON });
  return found.map(({ half, isHeld, present, unrecorded }) => [half, isHeld, present, unrecorded]);
}

describe('a board round', () => {
  it('is due in both halves of a day on which somebody is there at 13:00', () => {
    expect(roundsOf([stay('a')], [])).toEqual([
      ['morning', false, 0, 0],
      ['afternoon', false, 0, 0],
    ]);
    expect(roundsOf([stay('a', at('13:01'))], [])).toEqual([]);
    expect(roundsOf([stay('a', at('00:00'), at('13:00'))], [])).toEqual([]);
  });

  it('is held once half of those who were there when it began were seen', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => stay(id));
    expect(roundsOf(four, [seen('a', '08:30')])[0]).toEqual(['morning', false, 4, 3]);
    expect(roundsOf(four, [seen('a', '08:30'), seen('b', '08:32')])[0]).toEqual(['morning', true, 4, 2]); // prettier-ignore
  });

  it('does not miss who came after its first patient, but counts them once recorded', () => {
    const late = [stay('a'), stay('b', at('08:31'))];
    expect(roundsOf(late, [seen('a', '08:30')])[0]).toEqual(['morning', true, 1, 0]);
    expect(roundsOf(late, [seen('a', '08:30'), seen('b', '08:40')])[0]).toEqual(['morning', true, 2, 0]); // prettier-ignore
  });

  it('still misses who left during it without a word', () => {
    const gone = [stay('a'), stay('b', at('00:00'), at('08:31')), stay('c')];
    expect(roundsOf(gone, [seen('a', '08:30')])[0]).toEqual(['morning', false, 3, 2]);
  });

  it.each([
    ['2026-03-29', '2026-03-29T12:00:00.000Z'],
    ['2026-10-25', '2026-10-25T13:00:00.000Z'],
  ])('turns at 13:00 by the clock on the wall on %s', (day, midday) => {
    expect(middayOf(day, LONDON)).toBe(midday);
  });
});

describe('where somebody was', () => {
  const moved = (...moves: ReturnType<typeof move>[]) =>
    wardSpans(stay('a'), moves).map(({ wardId, from, to }) => [wardId, from, to]);

  it('is where they are now, while they never moved', () => {
    expect(moved()).toEqual([['w15', at('00:00'), null]]);
  });

  it('follows their moves', () => {
    expect(moved(move('a', '10:00', 'w16', 'w15'))).toEqual([
      ['w16', at('00:00'), at('10:00')],
      ['w15', at('10:00'), null],
    ]);
  });

  it('is what was recorded last from its time on, also where that is earlier than another move', () => {
    expect(moved(move('a', '10:00', 'w16', 'g20'), move('a', '09:00', 'g20', 'w15'))).toEqual([
      ['w16', at('00:00'), at('09:00')],
      ['w15', at('09:00'), null],
    ]);
  });

  it('ends when they left', () => {
    const gone = stay('a', at('00:00'), at('09:00'));
    const spans = wardSpans(gone, [move('a', '10:00', 'w16', 'w15')]);
    expect(spans.map(({ wardId, to }) => [wardId, to])).toEqual([['w16', at('09:00')]]);
  });
});
