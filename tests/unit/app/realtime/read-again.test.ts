import { describe, expect, it } from 'vitest';
import { createReadAgain } from '../../../../app/realtime/read-again.ts';
import { fakeAnswers, fakeTimers, settle } from '../realtime/fakes.ts';

function aReader() {
  const { after, pass } = fakeTimers();
  const { asked, ask, answer } = fakeAnswers<string, boolean>();
  const reader = createReadAgain(() => ask('read'), after);
  return { ...reader, times: () => asked.length, answer, pass };
}

describe('what is said of long stays', () => {
  it('is read at once when something is new', () => {
    const { ask, times } = aReader();
    ask();
    expect(times()).toBe(1);
  });

  it('is read once more when something came while it was read, and not before a rest', async () => {
    const { ask, answer, pass, times } = aReader();
    ask();
    ask();
    ask();
    await answer(true);
    expect(times()).toBe(1);
    await pass(2_000);
    expect(times()).toBe(2);
    await answer(true);
    await pass(60_000);
    expect(times()).toBe(2);
  });

  it('is tried again until it is read', async () => {
    const { ask, answer, pass, times } = aReader();
    ask();
    await answer(false);
    await pass(5_000);
    await answer(false);
    await pass(5_000);
    expect(times()).toBe(3);
    await answer(true);
    await pass(60_000);
    expect(times()).toBe(3);
  });

  it('is not read any more once the page is gone', async () => {
    const { ask, answer, pass, stop, times } = aReader();
    ask();
    ask();
    stop();
    await answer(true);
    await pass(60_000);
    ask();
    await settle();
    expect(times()).toBe(1);
  });
});
