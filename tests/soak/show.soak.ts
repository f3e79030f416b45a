import { describe, it } from 'vitest';
import { proveShow } from '../factories/show.ts';

const STAYS = 10_000;

describe('who sees a stay is who is told of it, for very many random stays and readers', () => {
  it.each(Array.from({ length: STAYS }, (_none, index) => index))('show %i', async (index) => {
    await proveShow(index);
  });
});
