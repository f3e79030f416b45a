import { expect, it } from 'vitest';
import { proveShow } from '../factories/show.ts';

const STAYS = 1_000;

it(`who sees a stay is who is told of it, for ${STAYS} random stays and readers`, async () => {
  const totals = { shown: 0, hidden: 0, removed: 0 };
  for (let index = 0; index < STAYS; index += 1) {
    const counts = await proveShow(index);
    totals.shown += counts.shown;
    totals.hidden += counts.hidden;
    totals.removed += counts.removed;
  }
  // Of every kind, or it would prove nothing.
  expect(Math.min(totals.shown, totals.hidden)).toBeGreaterThan(STAYS);
  expect(totals.removed).toBeGreaterThan(STAYS / 50);
});
