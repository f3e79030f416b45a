import { describe, it } from 'vitest';
import { proveHistory } from './history.ts';

const HISTORIES = 200;

describe('many people, a bad network, and one truth', () => {
  it.each(Array.from({ length: HISTORIES }, (_, index) => `history ${index}`))(
    'every board equals the server in the end (%s)',
    proveHistory,
  );
});
