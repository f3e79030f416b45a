import { expect, it } from 'vitest';
import { questionInWords } from '../../../../domain/reports/question-words.ts';
import type { ReportName } from '../../../../domain/reports/report-question.ts';
import { readQuestion } from '../../../../domain/reports/report-question.ts';
import { TODAY } from '../../../factories/clock.ts';

it.each([
  ['now', 'by=place', 'Everybody; by council.'],
  ['discharges', 'month=2026-10', 'October 2026; National measure; by trust.'],
  ['situation', 'day=2026-11-21&population=everybody', '21 November 2026; Everybody.'],
  ['why', 'month=2026-10', 'October 2026; National measure.'],
  [
    'trends',
    'every=week&provider=uhl',
    'Remaining with no criteria to reside; by weeks; Our hospitals; National measure.',
  ],
  ['trends', '', 'Remaining with no criteria to reside; by days; All trusts; National measure.'],
  [
    'equity',
    'quarter=2026-07&across=sex',
    /^Discharged from July to September 2026; .*; compared by sex\.$/,
  ],
] satisfies [ReportName, string, string | RegExp][])(
  'a report of %s asked by %s says so on paper',
  (report, params, words) => {
    const question = readQuestion(report, new URLSearchParams(params), TODAY);
    const said = questionInWords(question, [{ id: 'uhl', name: 'Our hospitals' }]);
    if (typeof words === 'string') expect(said).toBe(words);
    else expect(said).toMatch(words);
  },
);
