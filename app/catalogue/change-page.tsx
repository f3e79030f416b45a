import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Page } from '../components/page.tsx';
import type { ChangeState } from './catalogue-action.ts';
import { ChangeCheck } from './change-check.tsx';
import { errorsOf } from './typed-fields.ts';
import './catalogue.scss';

type ChangePageProps = {
  title: string;
  state: ChangeState | undefined;
  /** What the catalogue says now, shown where somebody else came first. */
  standing: ReactNode;
  children: ReactNode;
};

const FIELDS = ['name', 'owner', 'target', 'amount', 'processReason', 'capacityReason', 'tasks'];

/** The page of one change: the form, or what follows from it. */
export function ChangePage({ title, state, standing, children }: ChangePageProps) {
  const refusal = state?.refusal ?? null;
  const check = state?.check ?? null;
  return (
    <Page width="reading">
      <p>
        <Link to="/catalogue">Task catalogue</Link>
      </p>
      {refusal !== null && (
        <ErrorSummary errors={errorsOf(refusal, (name) => FIELDS.includes(name))} />
      )}
      <h1 className="nhsuk-heading-l">
        {title}
        {check !== null && <span className="nhsuk-caption-l">Check before you save</span>}
      </h1>
      {refusal?.code === 'CONFLICT' && standing}
      {state !== undefined && check !== null ? (
        <ChangeCheck check={check} state={state} />
      ) : (
        children
      )}
    </Page>
  );
}
