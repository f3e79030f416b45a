import { describe, expect, it, vi } from 'vitest';
import { createTimetable } from '../../../server/jobs/timetable.ts';
import { createLogger } from '../../../server/logger.ts';

describe('the timetable', () => {
  it('runs a job again and again, but never twice at once', async () => {
    vi.useFakeTimers();
    const timetable = createTimetable(createLogger('silent'));
    let runs = 0;
    let finish = () => {};
    timetable.every(1000, 'job', () => {
      runs += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect(runs).toBe(1);
    finish();
    await vi.advanceTimersByTimeAsync(1000);
    expect(runs).toBe(2);
    finish();
    await timetable.stop();
    vi.useRealTimers();
  });

  it('goes on after a fault, and logs no more of it than where it happened', async () => {
    vi.useFakeTimers();
    const lines: string[] = [];
    const timetable = createTimetable(createLogger('info', { write: (line) => lines.push(line) }));
    let runs = 0;
    timetable.every(1000, 'job', () => {
      runs += 1;
      throw new Error('Asha Testcase');
    });
    await vi.advanceTimersByTimeAsync(2000);
    await timetable.stop();
    vi.useRealTimers();
    expect(runs).toBe(2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('"job":"job"');
    expect(lines.join('')).not.toContain('Asha');
  });
});
