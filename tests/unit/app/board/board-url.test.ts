import { describe, expect, it } from 'vitest';
import { readBoardUrl, withBoardUrl } from '../../../../app/board/board-url.ts';

const read = (query: string, role: 'ward' | 'housing' = 'ward') =>
  readBoardUrl(new URLSearchParams(query), { role });
const nothing = { group: 'pathway', wardId: null, show: null, patientId: null };

describe('the address', () => {
  it.each([
    ['', nothing],
    ['group=edd', { ...nothing, group: 'edd' }],
    ['group=nonsense&show=nonsense', nothing],
    ['ward=lri-23&show=no-edd', { ...nothing, wardId: 'lri-23', show: 'no-edd' }],
    ['ward=&show=', nothing],
    ['patient=abc', { ...nothing, patientId: 'abc' }],
  ])('"%s"', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('gives housing no grouping and no filter of care', () => {
    expect(read('group=pathway&show=21-days', 'housing')).toEqual({ ...nothing, group: 'edd' });
  });

  it('keeps what else is chosen', () => {
    const params = new URLSearchParams('group=edd&show=no-edd&patient=abc');
    const next = withBoardUrl(params, { show: null, wardId: 'gh-15' });
    expect(next.toString()).toBe('group=edd&patient=abc&ward=gh-15');
  });
});
