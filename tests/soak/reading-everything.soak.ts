import { describe, it } from 'vitest';
import { proveReadings } from '../factories/reading-everything.ts';

const HUBS = 20;
const CASES = 500;

describe('whatever anybody reads, while many hands change everything, for long', () => {
  it.each(Array.from({ length: HUBS }, (_none, index) => index))(
    `holds nothing from outside their sight (hub %i, ${CASES} times)`,
    async (index) => {
      await proveReadings(index, CASES);
    },
  );
});
