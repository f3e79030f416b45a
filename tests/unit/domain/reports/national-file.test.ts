import { describe, expect, it } from 'vitest';
import { compareWithNational, readNationalFile } from '../../../../domain/reports/national-file.ts';
import { NATIONAL_MEASURES, plainText } from '../../../../domain/reports/national-measures.ts';
import { readyDateStatistics } from '../../../../domain/reports/ready-date-statistics.ts';

/**
 * The headings of the sheet Provider of the discharge ready date monthly data since April 2024, in
 * its order, in the words of the Health Foundation's public analysis of it
 * (github.com/HFAnalyticsLab/Delayed_Discharges).
 */
const BANDS = ['1 day', '2-3 days', '4-6 days', '7-13 days', '14-20 days', '21 days or more'];
const HEADINGS = [
  ...['Region', 'ICB', 'Org Code', 'Org Name', '# of providers with acceptable data'],
  ...['% of providers with acceptable data', 'Data Source', 'Total # of patients discharged'],
  ...['Total bed days lost to DD', 'DoD is same as DRD (%)', 'DoD is 1+ days after DRD (%)'],
  ...['#', '%'].flatMap((unit) => [
    `No delay between DoD & DRD (${unit})`,
    ...['1', '2–3', '4-6', '7-13', '14-20', '21'].map(
      (days) => `${days} day delay between DoD & DRD (${unit})`,
    ),
  ]),
  ...BANDS.map((band) => `Patients delayed but discharged within ${band} (%) `),
  ...BANDS.map((band) => `Total bed days after DRD for patients discharged within ${band}`),
  ...['Average days from DRD to DoD (inc 0-day delays)'],
  ...['Average days from DRD to DoD (exc 0-day delays)'],
];
const LEICESTER = [
  ...['MIDLANDS', 'QK1', 'RWE', 'UNIVERSITY HOSPITALS OF LEICESTER', '', '', 'SUS'],
  ...['9,876', '12,345', '86.1%', '13.9%'],
  ...['8,503', '494', '296', '198', '198', '*', '88'],
  ...['86.1%', '5.0%', '3.0%', '2.0%', '2.0%', '*', '0.9%'],
  ...['35.9%', '21.5%', '14.4%', '14.4%', '*', '6.4%'],
  ...['494', '711', '959', '1,802', '1,300', '7,079', '1.25', '-'],
];
const OCTOBER = { month: '2026-10', codes: ['RWE', 'QK1'] };

const read = (lines: string[][], asked = OCTOBER) => readNationalFile(lines, asked);
const valuesOf = (lines: string[][]) => {
  const file = read(lines);
  if (!file.ok) throw new Error(file.message);
  return file.rows[0]?.values ?? {};
};

describe('the national file', () => {
  it('has a column for each of our measures, and each of its own is one of ours or no measure', () => {
    for (const { key, isHeading } of NATIONAL_MEASURES) {
      const found = HEADINGS.filter((heading) => isHeading(plainText(heading).toLowerCase()));
      expect([key, found]).toEqual([key, [expect.any(String)]]);
    }
    expect(HEADINGS.length - NATIONAL_MEASURES.length).toBe(7);
  });

  it('is read below its title, with thousands, per cent, what is withheld and what is not there', () => {
    const title = [['Discharge Ready Date'], ['Period:', 'October 2026'], []];
    expect(valuesOf([...title, HEADINGS, LEICESTER])).toMatchObject({
      ...{ discharged: 9876, bed_days: 12345, on_ready_date: 0.861, 'count_2-3': 296 },
      ...{
        'count_14-20': 'suppressed',
        share_21: expect.closeTo(0.009, 9),
        delayed_share_1: 0.359,
      },
      ...{ 'bed_days_7-13': 1802, mean_all: 1.25, mean_delayed: null },
    });
  });

  it.each([
    ['as shares', ['0.861', '0.05'], [0.861, 0.05]],
    ['as per cent without the sign', ['86.1', '5'], [0.861, 0.05]],
    ['as spreadsheets write small numbers', ['0.861', '5E-2'], [0.861, 0.05]],
  ])('is read with its shares %s', (_what, [share = '', oneDay = ''], wanted) => {
    const headings = ['Code', 'Organisation Name', 'DoD is same as DRD (%)', '1 day delay (%)'];
    const values = valuesOf([headings, ['RWE', 'Leicester', share, oneDay]]);
    expect([values['on_ready_date'], values['share_1']].map((one) => Number(one))).toEqual(
      wanted.map((one) => expect.closeTo(one, 9)),
    );
  });

  it('is read one figure a line, too', () => {
    const headings = ['Period', 'Org Code', 'Org Name', 'Metric', 'Value'];
    const line = (metric: string, value: string) => ['Oct', 'QK1', 'LLR', metric, value];
    expect(
      valuesOf([
        headings,
        line('Total number of patients discharged', '14,002'),
        line('Something else', 'x'),
      ]),
    ).toEqual({ discharged: 14002 });
  });

  it('tells in words what of our lines it cannot read, and which measures it lacks', () => {
    const headings = ['Org Code', 'Org Name', 'Total patients discharged'];
    const lines = [['RWE', 'Leicester', '12 or so'], ['RWE', 'Leicester', '12'], ['RWE', 'Leicester', '13'], ['RXX', 'Elsewhere', 'rubbish']]; // prettier-ignore
    const file = read([headings, ...lines]);
    expect(file).toMatchObject({
      rows: [{ code: 'RWE', values: { discharged: 12 } }],
      problems: [
        'Line 2, RWE, Patients discharged: “12 or so” is not a number.',
        'Line 4, RWE, Patients discharged: this is there twice. The first counts.',
      ],
    });
    expect(file.ok && file.missing).toHaveLength(NATIONAL_MEASURES.length - 1);
  });

  it.each([
    ['no headings', [['a', 'b', 'c']], /no line of headings/],
    ['another month', [['Period: September 2026'], HEADINGS, LEICESTER], /is of September 2026/],
    ['nobody of ours', [HEADINGS, ['', '', 'RXX', 'Elsewhere']], /no line of RWE or QK1/],
    ['nothing at all', [], /no line of headings/],
  ])('is refused with %s', (_what, lines, words) => {
    expect(read(lines)).toMatchObject({ ok: false, message: expect.stringMatching(words) });
  });

  it('has no more figures than cells, whatever its headings say', () => {
    const headings = ['Org Code', 'Org Name', ...Array<string>(10_000).fill('Total bed days lost')];
    const lines = Array.from({ length: 10_000 }, () => ['RWE', 'Leicester', '7']);
    const file = read([headings, ...lines]);
    expect(file).toMatchObject({ rows: [{ values: { bed_days: 7 } }] });
    expect(file.ok && file.problems).toHaveLength(50);
  });

  it('of a month is not mistaken for that of its publication', () => {
    const title = [['Published: 10 December 2026'], ['Period', 'October 2026']];
    expect(read([...title, HEADINGS, LEICESTER])).toMatchObject({ ok: true });
  });

  it('stands beside our figures with the difference, where both have one', () => {
    const file = read([HEADINGS, LEICESTER]);
    if (!file.ok) throw new Error(file.message);
    const [compared] = compareWithNational(file.rows, [
      { code: 'RWE', figures: readyDateStatistics([]) },
    ]);
    const of = (key: string) => compared?.measures.find((measure) => measure.key === key);
    expect(of('discharged')).toMatchObject({ national: 9876, ours: 0, difference: -9876 });
    expect(of('on_ready_date')).toMatchObject({ national: 0.861, ours: null, difference: null });
    expect(of('count_14-20')).toMatchObject({ national: 'suppressed', difference: null });
    const [alone] = compareWithNational(file.rows, []);
    expect(alone?.measures.every(({ ours }) => ours === null)).toBe(true);
  });
});
