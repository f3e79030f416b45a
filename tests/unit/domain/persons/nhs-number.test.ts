import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNhsNumber, isNhsNumber } from '../../../../domain/persons/nhs-number.ts';

describe('an NHS number', () => {
  it.each([
    ['the example of the NHS Data Dictionary', '9434765919', true],
    ['a test number', '9990000018', true],
    ['one whose check works out at 11, written 0', '9990000050', true],
    ['one digit wrong', '9434765918', false],
    ['two neighbours swapped', '9434756919', false],
    ['one whose check works out at 10, which is never issued, written 0', '9990000000', false],
    ['the same, written 1', '9990000001', false],
    ['nine digits', '943476591', false],
    ['eleven digits', '94347659190', false],
    ['spaces as on screen', '943 476 5919', false],
    ['a letter', '943476591X', false],
    ['nothing', '', false],
    ['digits of another script', '٩٤٣٤٧٦٥٩١٩', false],
    ['a line end after it', '9434765919\n', false],
  ])('%s', (_what, text, isValid) => {
    expect(isNhsNumber(text)).toBe(isValid);
  });

  it('has at most one check digit for any nine digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (number) => {
        const nine = String(number).padStart(9, '0');
        const valid = Array.from('0123456789').filter((digit) => isNhsNumber(nine + digit));
        const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
        expect(valid).toHaveLength(sum % 11 === 1 ? 0 : 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is shown in threes and a four', () => {
    expect(formatNhsNumber('9434765919')).toBe('943 476 5919');
  });
});
