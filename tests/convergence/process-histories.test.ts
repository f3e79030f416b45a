import { describe, it } from 'vitest';
import { proveProcessHistory } from './process-history.ts';

const HISTORIES = 2;

describe('many people, a network that cuts, and a server that is frozen and killed', () => {
  it.each(Array.from({ length: HISTORIES }, (_, index) => `process history ${index}`))(
    'every board equals the server in the end (%s)',
    proveProcessHistory,
    120_000,
  );
});
