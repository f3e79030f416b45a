import type { Random } from './random.ts';

/** Numbers that start 999 are kept for tests: no patient has one. */
const TEST_PREFIX = '999';
const MIDDLES = 1_000_000;
/** Coprime with `MIDDLES`, so that stepping by it visits every middle once. */
const STEP = 618_033;

/** The tenth digit by modulus 11 (handbook 8), or null where no number is issued. */
export function checkDigit(firstNine: string): number | null {
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(firstNine.charAt(i)) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : check;
}

/** A source of valid test-range NHS numbers that never repeats itself; about 909,000 of them. */
export function createNhsNumbers(random: Random): () => string {
  let middle = random.int(0, MIDDLES - 1);
  let left = MIDDLES;
  return () => {
    while (left > 0) {
      left -= 1;
      middle = (middle + STEP) % MIDDLES;
      const firstNine = TEST_PREFIX + String(middle).padStart(6, '0');
      const check = checkDigit(firstNine);
      if (check !== null) return `${firstNine}${check}`;
    }
    throw new Error('There are no test NHS numbers left');
  };
}
