import { describe, expect, it } from 'vitest';
import { createPresenceBook } from '../../../server/realtime/presence.ts';
import { createEventAllowance } from '../../../server/realtime/guarded-event.ts';

const priya = { id: 'priya', name: 'Priya' };
const ben = { id: 'ben', name: 'Ben' };

describe('who is looking', () => {
  it('names each person once, however many windows they have', () => {
    const book = createPresenceBook();
    book.view('one', priya, 'stay');
    book.view('two', priya, 'stay');
    book.view('three', ben, 'stay');
    expect(book.viewers('stay')).toEqual([priya, ben]);
    book.leave('one');
    expect(book.viewers('stay')).toEqual([priya, ben]);
  });

  it('says which stays changed when somebody turns to another', () => {
    const book = createPresenceBook();
    expect(book.view('one', priya, 'first')).toEqual(['first']);
    expect(book.view('one', priya, 'second')).toEqual(['first', 'second']);
    expect(book.view('one', priya, 'second')).toEqual([]);
    expect(book.view('one', priya, null)).toEqual(['second']);
  });

  it('keeps nothing of those who left', () => {
    const book = createPresenceBook();
    book.view('one', priya, 'stay');
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
