import { describe, expect, it } from 'vitest';
import { eddInWords, eddStatus } from '../../../../domain/delay/edd-status.ts';

describe('the estimated discharge date in words, on Sunday 22 November', () => {
  it.each([
    [null, 'Not set', { kind: 'not_set' }],
    ['2026-11-20', 'Overdue 2 days', { kind: 'overdue', days: 2 }],
    ['2026-11-21', 'Overdue 1 day', { kind: 'overdue', days: 1 }],
    ['2026-11-22', 'Today', { kind: 'today' }],
    ['2026-11-23', 'Tomorrow', { kind: 'tomorrow' }],
    ['2026-11-24', 'Tue 24 Nov', { kind: 'later', days: 2 }],
    ['2026-11-27', 'Fri 27 Nov', { kind: 'later', days: 5 }],
    ['2027-01-04', 'Mon 4 Jan', { kind: 'later', days: 43 }],
  ])('%s is "%s"', (edd, words, status) => {
    expect(eddInWords(edd, '2026-11-22')).toBe(words);
    expect(eddStatus(edd, '2026-11-22')).toEqual(status);
  });

  it.each([
    ['the day before the clocks go forward', '2026-03-28', '2026-03-29'],
    ['the day the clocks go forward', '2026-03-29', '2026-03-30'],
    ['the day the clocks go back', '2026-10-25', '2026-10-26'],
    ['New Year’s Eve', '2026-12-31', '2027-01-01'],
  ])('the day after %s is tomorrow', (_when, today, edd) => {
    expect(eddInWords(edd, today)).toBe('Tomorrow');
    expect(eddInWords(today, edd)).toBe('Overdue 1 day');
  });
});
