import { describe, expect, it } from 'vitest';
import { paramsOf, readFigure, readQuestion } from '../../../../domain/reports/report-question.ts';

const TODAY = '2026-11-22';
const read = (report: Parameters<typeof readQuestion>[0], text: string) =>
  readQuestion(report, new URLSearchParams(text), TODAY);

describe('a question read from an address', () => {
  it('is the usual one when nothing is said', () => {
    expect(read('now', '')).toEqual({
      report: 'now',
      recorded: null,
      population: 'everybody',
      by: 'provider',
    });
    expect(read('discharges', '')).toMatchObject({ month: '2026-10', population: 'national' });
    expect(read('situation', '')).toMatchObject({ day: '2026-11-21' });
    expect(read('trends', '')).toMatchObject({ measure: 'remaining', every: 'day', target: null });
  });

  it.each([
    ['discharges', 'month=2026-13', { month: '2026-10' }],
    ['discharges', 'month=2027-01', { month: '2026-10' }],
    ['discharges', 'month=2026-11', { month: '2026-11' }],
    ['discharges', 'by=shoe-size&population=cats', { by: 'provider', population: 'national' }],
    ['situation', 'day=2026-02-30', { day: '2026-11-21' }],
    ['situation', 'day=2026-11-23', { day: '2026-11-21' }],
    ['situation', 'day=2026-11-22', { day: '2026-11-22' }],
    ['trends', 'target=&provider=', { target: null, provider: '' }],
    ['trends', 'target=abc&measure=__proto__', { target: null, measure: 'remaining' }],
    ['trends', 'target=-5', { target: null }],
    ['trends', 'target=92.5&provider=uhl', { target: 92.5, provider: 'uhl' }],
    ['trends', `provider=${'x'.repeat(100)}`, { provider: '' }],
    ['now', 'report=discharges', { report: 'now' }],
  ] as const)('of %s: %s', (report, text, expected) => {
    expect(read(report, text)).toMatchObject(expected);
  });

  it.each(['now', 'discharges', 'situation', 'trends'] as const)(
    'of %s is the same after being written into an address',
    (report) => {
      const question = read(report, 'by=ward&month=2026-09&day=2026-10-25&target=5&every=week');
      expect(readQuestion(report, paramsOf(question), TODAY)).toEqual(question);
    },
  );
});

describe('a figure read from an address', () => {
  it('has its report, its name and its group', () => {
    const params = new URLSearchParams('report=now&figure=no_edd&group=lri-23&by=ward');
    expect(readFigure(params, TODAY)).toEqual({
      question: { report: 'now', recorded: null, population: 'everybody', by: 'ward' },
      figure: 'no_edd',
      group: 'lri-23',
    });
  });

  it.each([
    'figure=no_edd&group=all',
    'report=now&group=all',
    'report=now&figure=no_edd',
    'report=now&figure=no_edd&group=%3Cscript%3E',
    `report=now&figure=no_edd&group=${'x'.repeat(100)}`,
  ])('is none: %s', (text) => {
    expect(readFigure(new URLSearchParams(text), TODAY)).toBeNull();
  });
});
