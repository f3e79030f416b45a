import { expect, it } from 'vitest';
import { spaced } from '../../../../app/reports/chart-scale.ts';

const places = (...ys: number[]) => spaced(ys.map((y) => ({ y })), 18).map(({ y }) => y); // prettier-ignore

it('leaves labels that do not meet where they are, from top to bottom', () => {
  expect(places(90, 10, 50)).toEqual([10, 50, 90]);
  expect(places()).toEqual([]);
});

it('moves labels that would cover another down, one after the other', () => {
  expect(places(50, 52, 55, 200)).toEqual([50, 68, 86, 200]);
});
