import { formatDayLong } from '../time.ts';
import { EQUITY, EQUITY_PATHWAY_NAMES } from './equity-groups.ts';
import { GROUPING_NAMES } from './grouping.ts';
import { formatMonth, formatQuarter } from './months.ts';
import type { Provider } from './places.ts';
import type { ReportQuestion } from './report-question.ts';
import { TREND_MEASURE_DEFINITIONS } from './trend-measures.ts';
import { INTERVAL_NAMES } from './trend-periods.ts';

const PEOPLE = { national: 'National measure', everybody: 'Everybody' } as const;

/** What a report was asked, in words: on paper its choices are not shown. */
export function questionInWords(
  question: ReportQuestion,
  providers: readonly Pick<Provider, 'id' | 'name'>[] = [],
): string {
  return `${partsOf(question, providers).join('; ')}.`;
}

function partsOf(
  question: ReportQuestion,
  providers: readonly Pick<Provider, 'id' | 'name'>[],
): string[] {
  switch (question.report) {
    case 'now':
      return [PEOPLE[question.population], brokenDown(question.by)];
    case 'discharges':
      return [formatMonth(question.month), PEOPLE[question.population], brokenDown(question.by)];
    case 'situation':
      return [formatDayLong(question.day), PEOPLE[question.population]];
    case 'why':
      return [formatMonth(question.month), PEOPLE[question.population]];
    case 'equity':
      return [
        `Discharged from ${formatQuarter(question.quarter)}`,
        EQUITY_PATHWAY_NAMES[question.pathway],
        `compared by ${EQUITY[question.across].name.toLowerCase()}`,
      ];
    case 'trends': {
      const { measure, every, provider, population } = question;
      const trust = providers.find(({ id }) => id === provider)?.name ?? 'All trusts';
      const points = `by ${INTERVAL_NAMES[every].toLowerCase()}`;
      return [TREND_MEASURE_DEFINITIONS[measure].name, points, trust, PEOPLE[population]];
    }
    default:
      return question satisfies never;
  }
}

function brokenDown(by: keyof typeof GROUPING_NAMES): string {
  return `by ${GROUPING_NAMES[by].toLowerCase()}`;
}
