import { describe, it } from 'vitest';
import { proveHistory } from '../convergence/history.ts';

const HISTORIES = 2_000;

describe('many people, a bad network, and one truth, for long', () => {
  it.each(Array.from({ length: HISTORIES }, (_, index) => `long history ${index}`))(
    'every board equals the server in the end (%s)',
    proveHistory,
  );
});
