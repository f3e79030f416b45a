import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { ReportName, ReportQuestion } from '../../domain/reports/report-question.ts';
import { REPORTS, REPORT_NAMES } from '../../domain/reports/report-question.ts';
import { filePath, pagePath } from './report-links.ts';
import './reports.scss';

type ReportFrameProps = {
  report: ReportName;
  title: string;
  children: ReactNode;
};

/** Every report: which there are, and which this is. */
export function ReportFrame({ report, title, children }: ReportFrameProps) {
  return (
    <div className="hub-report">
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

type ReportFilesProps = { question: ReportQuestion; asOf: string; children?: ReactNode };

/** Of when a report is, and what it can be taken away as. */
export function ReportFiles({ question, asOf, children }: ReportFilesProps) {
  return (
    <div className="hub-report__files">
      <p className="hub-quiet">As of {asOf}</p>
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
