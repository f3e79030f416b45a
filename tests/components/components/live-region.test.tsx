import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveRegion } from '../../../app/components/live-region.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

test('is there before it has anything to say', () => {
  render(<LiveRegion message="" />);

  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});

test('reads the first message at once and the latest of many after the pause', () => {
  const { rerender } = render(<LiveRegion message="" intervalMs={1_000} />);
  const say = (message: string) => rerender(<LiveRegion message={message} intervalMs={1_000} />);

  say('1 card changed');
  wait(0);
  expect(screen.getByRole('status')).toHaveTextContent('1 card changed');

  say('2 cards changed');
  wait(400);
  say('3 cards changed');
  wait(500);
  expect(screen.getByRole('status')).toHaveTextContent('1 card changed');

  wait(100);
  expect(screen.getByRole('status')).toHaveTextContent('3 cards changed');
});

test('says nothing more once it is gone', () => {
  const { unmount } = render(<LiveRegion message="late" />);
  unmount();

  expect(vi.getTimerCount()).toBe(0);
});
