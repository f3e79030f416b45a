import { describe, expect, it } from 'vitest';
import { createPresenceBook } from '../../../server/realtime/presence.ts';
import { createEventAllowance } from '../../../server/realtime/guarded-event.ts';

const priya = { id: 'priya', name: 'Priya' };
const ben = { id: 'ben', name: 'Ben' };

describe('who is looking', () => {
  it('names each person once, however many windows they have', () => {
    const book = createPresenceBook();
    book.view('one', priya, { spellId: 'stay' });
    book.view('two', priya, { spellId: 'stay' });
    book.view('three', ben, { spellId: 'stay' });
    expect(book.viewers('stay', 'ward')).toEqual([priya, ben]);
    book.leave('one');
    expect(book.viewers('stay', 'ward')).toEqual([priya, ben]);
  });

  it('says which stays changed when somebody turns to another', () => {
    const book = createPresenceBook();
    expect(book.view('one', priya, { spellId: 'first' })).toEqual(['first']);
    expect(book.view('one', priya, { spellId: 'second' })).toEqual(['first', 'second']);
    expect(book.view('one', priya, { spellId: 'second' })).toEqual([]);
    expect(book.view('one', priya, null)).toEqual(['second']);
  });

  it('says where somebody writes, in whichever window, until they stop', () => {
    const book = createPresenceBook();
    book.view('one', priya, { spellId: 'stay' });
    expect(book.view('two', priya, { spellId: 'stay', editing: 'edd' })).toEqual(['stay']);
    expect(book.view('two', priya, { spellId: 'stay', editing: 'edd' })).toEqual([]);
    book.view('three', priya, { spellId: 'stay' });
    expect(book.viewers('stay', 'ward')).toEqual([{ ...priya, editing: 'edd' }]);
    expect(book.view('two', priya, { spellId: 'stay' })).toEqual(['stay']);
    expect(book.viewers('stay', 'ward')).toEqual([priya]);
  });

  it.each([
    ['housing', 'edd', true],
    ['housing', 'tasks', true],
    ['housing', 'notes', true],
    ['housing', 'pathway', false],
    ['housing', 'criteria', false],
    ['housing', 'transfer', false],
    ['housing', 'discharge', false],
    ['broker', 'criteria', true],
    ['hub', 'discharge', true],
  ] as const)('tells %s that somebody writes in %s: %s', (reader, editing, isTold) => {
    const book = createPresenceBook();
    book.view('one', priya, { spellId: 'stay', editing });
    expect(book.viewers('stay', reader)).toEqual([isTold ? { ...priya, editing } : priya]);
  });

  it('keeps nothing of those who left', () => {
    const book = createPresenceBook();
    book.view('one', priya, { spellId: 'stay' });
    expect(book.leave('one')).toEqual(['stay']);
    expect(book.leave('one')).toEqual([]);
    expect([...book.viewedSpells()]).toEqual([]);
  });
});

describe('how much a socket may send', () => {
  it('allows so many events in each second', () => {
    let ms = 0;
    const isWithin = createEventAllowance(2, () => ms);
    expect([isWithin(), isWithin(), isWithin()]).toEqual([true, true, false]);
    ms = 1000;
    expect(isWithin()).toBe(true);
  });
});
