import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ID_MAKER_CHANCES, createIds } from '../../../domain/ids.ts';

const SEED = 20_261_122;
const startedAt = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const chance = fc.integer({ min: 0, max: ID_MAKER_CHANCES - 1 });
const makers = fc.record({ startedAt, chance });

function take(count: number, newId: () => string): string[] {
  return Array.from({ length: count }, newId);
}

describe('ids', () => {
  it('are valid UUIDs of version 8, in the order they are made', () => {
    fc.assert(
      fc.property(makers, (maker) => {
        const ids = take(300, createIds(maker));
        expect(ids.every((id) => z.uuid().safeParse(id).success)).toBe(true);
        expect(ids.every((id) => id.charAt(14) === '8')).toBe(true);
        expect(ids.toSorted()).toEqual(ids);
      }),
      { seed: SEED },
    );
  });

  it('are never the same twice, of one maker or of two that differ in anything', () => {
    const distinct = fc.uniqueArray(makers, {
      maxLength: 20,
      selector: (maker) => `${maker.startedAt} ${maker.chance}`,
    });
    fc.assert(
      fc.property(distinct, (all) => {
        const ids = all.flatMap((maker) => take(20, createIds(maker)));
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { seed: SEED },
    );
  });

  it('of one maker differ in their last digits only', () => {
    const [first = '', second = ''] = take(2, createIds({ startedAt: 0x01a0c4506c00, chance: 0xabcdef })); // prettier-ignore
    expect(first).toBe('01a0c450-6c00-8abc-8def-000000000001');
    expect(second).toBe('01a0c450-6c00-8abc-8def-000000000002');
  });
});
