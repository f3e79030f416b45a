import { describe, expect, it } from 'vitest';
import { proveShow } from '../factories/show.ts';

const STAYS = 1_000;
const AT_ONCE = 100;

describe('who sees a stay is who is told of it, for random stays and readers', () => {
  it.each(Array.from({ length: STAYS / AT_ONCE }, (_none, index) => index * AT_ONCE))(
    'show %i and the 99 after it',
    async (first) => {
      const totals = { shown: 0, hidden: 0, removed: 0 };
      for (let index = first; index < first + AT_ONCE; index += 1) {
        const counts = await proveShow(index);
        totals.shown += counts.shown;
        totals.hidden += counts.hidden;
        totals.removed += counts.removed;
      }
      // Of every kind, or it would prove nothing.
      expect(Math.min(totals.shown, totals.hidden)).toBeGreaterThan(AT_ONCE);
      expect(totals.removed).toBeGreaterThan(3);
    },
  );
});
