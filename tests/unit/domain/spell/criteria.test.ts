import { describe, expect, it } from 'vitest';
import type { CriterionCode } from '../../../../domain/spell/criteria.ts';
import {
  CRITERIA_TO_RESIDE,
  CRITERION_CODES,
  reviewDueAt,
} from '../../../../domain/spell/criteria.ts';

const AT = '2026-11-22T14:00:00.000Z';

describe('criteria with a clock of their own', () => {
  it.each<[string, CriterionCode[], string | null]>([
    ['lower limb surgery: 48 hours', ['09'], '2026-11-24T14:00:00.000Z'],
    ['surgery of the trunk: 72 hours', ['10'], '2026-11-25T14:00:00.000Z'],
    ['an invasive procedure: 24 hours', ['11'], '2026-11-23T14:00:00.000Z'],
    ['several: the earliest', ['10', '09', '11'], '2026-11-23T14:00:00.000Z'],
    ['beside others', ['03', '10', '12'], '2026-11-25T14:00:00.000Z'],
    ['none of them', ['01', '02', '03', '04', '05', '06', '07', '08', '12'], null],
    ['no criteria', [], null],
  ])('%s', (_what, criteria, due) => {
    expect(reviewDueAt({ at: AT, criteria })).toBe(due);
  });

  it('nobody has reviewed: nothing runs out', () => {
    expect(reviewDueAt(null)).toBeNull();
  });

  it('hours are counted through the night of a clock change', () => {
    expect(reviewDueAt({ at: '2026-10-24T12:00:00.000Z', criteria: ['11'] })).toBe(
      '2026-10-25T12:00:00.000Z',
    );
  });

  it('every criterion has its code and its name', () => {
    expect(CRITERION_CODES).toEqual(Object.keys(CRITERIA_TO_RESIDE).sort());
  });
});
