import { describe, expect, it } from 'vitest';
import { createSeenCards } from '../../../../app/board/seen-cards.ts';

const at = (seq: number, id = 'one') => ({ id, seq });

describe('what a page has drawn', () => {
  it('is news when it moves on, until it is drawn', () => {
    const seen = createSeenCards(() => 10);
    seen.note(at(7));
    expect(seen.isNews(at(7))).toBe(false);
    expect(seen.isNews(at(12))).toBe(true);
    seen.note(at(12));
    expect(seen.isNews(at(12))).toBe(false);
  });

  it('is news when it was never drawn and is newer than the board that came first', () => {
    let cursor = 10;
    const seen = createSeenCards(() => cursor);
    expect(seen.isNews(at(10))).toBe(false);
    cursor = 50;
    expect([seen.isNews(at(10, 'two')), seen.isNews(at(11, 'three'))]).toEqual([false, true]);
  });

  it('is no news while only a part of the board is held', () => {
    let cursor: number | null = null;
    const seen = createSeenCards(() => cursor);
    expect(seen.isNews(at(99))).toBe(false);
    cursor = 100;
    expect([seen.isNews(at(99)), seen.isNews(at(101))]).toEqual([false, true]);
  });
});
