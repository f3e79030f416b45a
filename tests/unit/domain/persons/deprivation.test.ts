import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainPostcode, readQuintiles } from '../../../../domain/persons/deprivation.ts';

describe('a table of deprivation by postcode', () => {
  it('has quintiles', () => {
    const read = readQuintiles([
      ['Postcode', 'IMD quintile'],
      ['LE3 1VV', '1'],
      ['le5 4ko', '5'],
    ]);
    expect(read).toEqual({
      ok: true,
      quintiles: new Map([
        ['LE31VV', 1],
        ['LE54KO', 5],
      ]),
    });
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [9, 5],
    [10, 5],
  ])('of decile %i makes quintile %i', (decile, quintile) => {
    const read = readQuintiles([
      ['Postcode', 'LSOA code', 'Index of Multiple Deprivation Decile'],
      ['LE3 1VV', 'E01013600', String(decile)],
    ]);
    expect(read).toEqual({ ok: true, quintiles: new Map([['LE31VV', quintile]]) });
  });

  it.each([
    ['no names of columns', [['LE3 1VV', '1']], 'first line'],
    [
      'no postcode',
      [
        ['postcode', 'quintile'],
        ['Leicester', '1'],
      ],
      'Line 2 has no postcode',
    ],
    [
      'a number out of range',
      [
        ['postcode', 'quintile'],
        ['LE3 1VV', '6'],
      ],
      'Line 2 has no number',
    ],
    [
      'no number',
      [
        ['postcode', 'quintile'],
        ['LE3 1VV', ''],
      ],
      'Line 2 has no number',
    ],
    [
      'two numbers for one postcode',
      [
        ['postcode', 'quintile'],
        ['LE3 1VV', '1'],
        ['LE31VV', '2'],
      ],
      'Line 3',
    ],
  ])('is refused with %s', (_what, rows, message) => {
    const read = readQuintiles(rows);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.message).toContain(message);
  });

  it('looks like the sample', () => {
    const file = path.join(import.meta.dirname, '../../../../docs/deprivation-sample.csv');
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(readQuintiles(rows).ok).toBe(true);
  });

  it('knows a postcode however it is written', () => {
    expect(plainPostcode(' le3 1vv')).toBe('LE31VV');
  });
});
