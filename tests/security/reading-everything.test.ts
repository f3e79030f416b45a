import { describe, expect, it } from 'vitest';
import { proveReadings } from '../factories/reading-everything.ts';

const CASES = 300;

describe('whatever anybody reads, while many hands change everything', () => {
  it(`holds nothing from outside their sight, ${CASES} times`, async () => {
    const { words, status } = await proveReadings(20_261_123, CASES);
    // Or it would prove nothing: everybody with a care role read words, and some were refused.
    for (const role of ['ward', 'broker', 'housing', 'hub'] as const)
      expect(words.get(role)).toBeGreaterThan(0);
    expect(words.get('admin')).toBeUndefined();
    for (const code of [200, 403, 404]) expect(status).toContain(code);
  });
});
