import { Form, Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import type { ReportQuestion } from '../../domain/reports/report-question.ts';
import { Button } from '../components/button.tsx';
import { reportPath } from './report-links.ts';

const LOOK_AGAIN_MS = 1_000;

type ReportWorkingProps = {
  question: ReportQuestion;
  done: number;
  of: number;
  /** Where one looks again; the report itself otherwise. */
  path?: string;
};

/** A report that is still being worked out: how far it is, and a way to stop it. */
export function ReportWorking({ question, done, of, path }: ReportWorkingProps) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return undefined;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [revalidate, state, done]);
  return (
    <div className="hub-report__working" role="status">
      <p>
        <label htmlFor="report-progress">Working this report out</label>
      </p>
      <p>
        <progress id="report-progress" value={of === 0 ? undefined : done} max={of || undefined} />
        {of > 0 && (
          <span className="hub-numbers">
            {' '}
            {done} of {of}
          </span>
        )}
      </p>
      <p>
        <Link to={path ?? reportPath(question)}>Look again</Link>
      </p>
      <Form method="post">
        <Button variant="secondary" size="small" name="intent" value="stop">
          Stop it
        </Button>
      </Form>
    </div>
  );
}
