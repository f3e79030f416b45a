import { Form, Link, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { Button } from '../components/button.tsx';
import './reports.scss';

const LOOK_AGAIN_MS = 1_000;

type ReportWorkingProps = {
  done: number;
  of: number;
  /** Where one looks again, and where it is stopped. */
  path: string;
};

/** A report that is still being worked out: how far it is, and a way to stop it. */
export function ReportWorking({ done, of, path }: ReportWorkingProps) {
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
        <Link to={path}>Look again</Link>
      </p>
      <Form method="post" action={path}>
        <Button variant="secondary" size="small" name="intent" value="stop">
          Stop it
        </Button>
      </Form>
    </div>
  );
}
