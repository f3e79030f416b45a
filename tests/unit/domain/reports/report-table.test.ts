import { expect, it } from 'vitest';
import { cellInWords } from '../../../../domain/reports/report-table.ts';

it.each([
  [null, 'count', '–'],
  [0, 'count', '0'],
  [999, 'count', '999'],
  [1234567, 'count', '1,234,567'],
  [1234.56, 'decimal', '1,234.6'],
  [17, 'decimal', '17.0'],
  [0.8614, 'share', '86.1%'],
  [1, 'share', '100.0%'],
  [0.0604, 'points', '+6.0 points'],
  [-0.1034, 'points', '−10.3 points'],
  [-0.0004, 'points', '0.0 points'],
  [-1234.56, 'change', '−1,234.6'],
  [0, 'change', '0.0'],
  ['Ward 23', 'text', 'Ward 23'],
  ['2026-10-20', 'day', '2026-10-20'],
] as const)('%s as a %s is written %s', (cell, kind, words) => {
  expect(cellInWords(cell, kind)).toBe(words);
});
