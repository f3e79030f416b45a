import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Provider } from '../../domain/reports/places.ts';
import { questionInWords } from '../../domain/reports/question-words.ts';
import type { ReportName, ReportQuestion } from '../../domain/reports/report-question.ts';
import { REPORTS, REPORT_NAMES } from '../../domain/reports/report-question.ts';
import { PrintHeader } from '../components/print-header.tsx';
import { filePath, pagePath } from './report-links.ts';
import './reports.scss';

type ReportFrameProps = {
  report: ReportName;
  title: string;
  /** Of when it is, for paper. */
  asOf?: string | null;
  children: ReactNode;
};

/** Every report: which there are, and which this is. */
export function ReportFrame({ report, title, asOf = null, children }: ReportFrameProps) {
  return (
    <div className="hub-report">
      <PrintHeader
        words={['Discharge Hub', title, asOf && `as of ${asOf}`].filter(Boolean).join(', ')}
      />
      <nav className="hub-tabs" aria-label="Reports">
        <ul className="hub-lines hub-tabs__list">
          {REPORTS.map((name) => (
            <li key={name}>
              <Link to={pagePath(name)} aria-current={name === report ? 'page' : undefined}>
                {REPORT_NAMES[name]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <h1 className="nhsuk-heading-l hub-report__title">{title}</h1>
      {children}
    </div>
  );
}

type ReportFilesProps = {
  question: ReportQuestion;
  asOf: string;
  providers?: readonly Provider[];
  children?: ReactNode;
};

/** Of when a report is, and what it can be taken away as. */
export function ReportFiles({ question, asOf, providers = [], children }: ReportFilesProps) {
  return (
    <div className="hub-report__files">
      <p className="hub-quiet">
        As of {asOf}
        <span className="hub-report__asked">. {questionInWords(question, providers)}</span>
      </p>
      <ul className="hub-lines hub-cluster hub-report__downloads">
        {children}
        <li>
          <a href={filePath(question, 'xlsx')} download>
            Excel file
          </a>
        </li>
      </ul>
    </div>
  );
}
