import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from '../../../domain/protocol.ts';
import { idOf } from '../../factories/domain-spell.ts';

const cards = fc.uniqueArray(fc.record({ id: fc.uuid(), seq: fc.nat(1_000_000) }), {
  selector: ({ id }) => id,
  minLength: 1,
  maxLength: 20,
});

it('the digest of nothing is zero, and that of one card is known', () => {
  expect(digestOf([])).toBe('00000000');
  expect(digestOf([{ id: idOf(1), seq: 7 }])).toMatch(/^[0-9a-f]{8}$/);
});

it('the digest does not hang on the order of the cards', () => {
  fc.assert(
    fc.property(cards, (given) => {
      expect(digestOf([...given].reverse())).toBe(digestOf(given));
    }),
  );
});

it('the digest shows a card that is older, or missing', () => {
  fc.assert(
    fc.property(cards, ([first, ...rest]) => {
      if (first === undefined) return;
      const all = digestOf([first, ...rest]);
      expect(digestOf(rest)).not.toBe(all);
      expect(digestOf([{ ...first, seq: first.seq + 1 }, ...rest])).not.toBe(all);
    }),
    { seed: 20_261_122 },
  );
});
