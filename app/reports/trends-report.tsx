import { Link } from '@remix-run/react';
import type { ReportAnswer, TrendAnswer } from '../../domain/reports/report-answer.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import { trendInWords } from '../../domain/reports/trend-words.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ReportTable } from './report-table.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { SpcChart } from './spc-chart.tsx';
import { SpcIcons, SpcLegend } from './spc-legend.tsx';
import { TrendMarkList } from './trend-mark-list.tsx';
import { marksPath } from './report-links.ts';

type TrendsReportProps = { answer: ReportAnswer; question: QuestionOf<'trends'> };

/** One measure over time. */
export function TrendsReport({ answer, question }: TrendsReportProps) {
  const { trend, tables } = answer;
  if (trend === null || trend.points.length === 0) {
    return (
      <EmptyState title="Nothing to draw yet">
        <p>A trend needs whole days, weeks or months with discharges. Try a shorter interval.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p className="hub-report__lead">{trendInWords(trend)}</p>
      <SpcIcons variation={trend.variation} assurance={trend.assurance} />
      <figure className="hub-chart">
        <ScrollRegion className="hub-chart__scroll" label={`Chart of ${trend.name}`}>
          <SpcChart trend={trend} />
        </ScrollRegion>
        <figcaption>
          <SpcLegend points={trend.points} />
          {trend.marks.length > 0 && <TrendMarkList marks={trend.marks} />}
          <p className="hub-report__marking">
            <Link to={marksPath(question)}>Mark a change or a note, or set the target</Link>
          </p>
          <TargetNote trend={trend} />
          <p className="hub-quiet">{trend.means}.</p>
        </figcaption>
      </figure>
      {tables.map((table) => (
        <ReportTable key={table.id} table={table} question={question} />
      ))}
    </>
  );
}

/** Whose the target of the chart is. */
function TargetNote({ trend: { target, targetSet } }: { trend: TrendAnswer }) {
  if (target === null) return null;
  return (
    <p className="hub-quiet">
      {targetSet === null
        ? 'The target is of this address alone; nobody has set it.'
        : `The target was set by ${targetSet.by.name}: ${targetSet.words}`}
    </p>
  );
}
