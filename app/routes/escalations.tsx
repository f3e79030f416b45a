import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ESCALATION_LEVELS } from '../../domain/escalation/escalation.ts';
import type { EscalationLevel } from '../../domain/escalation/escalation.ts';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { EscalationTable } from '../escalations/escalation-table.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Escalations – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor } = signedIn;
  if (actor.role === 'admin') throw new Response(null, { status: 403 });
  const { clock } = services;
  const moment = { now: clock.now(), today: clock.today(), timeZone: clock.timeZone };
  return { rows: services.escalations(actor), moment, isHub: actor.role === 'hub' };
}

export default function EscalationsRoute() {
  const { rows, moment, isHub } = useLoaderData<typeof loader>();
  const levels = ESCALATION_LEVELS.filter((level) => rows.some((row) => row.level === level));
  return (
    <Page width="wide">
      <h1 className="nhsuk-heading-l">Escalations</h1>
      <p className="hub-quiet">
        Tasks that need somebody above those who do them, of the patients that you see. What nobody
        has taken on comes first. As of {formatInstant(moment.now, moment.timeZone)}.
      </p>
      {isHub && (
        <p>
          <Link to="/escalations/settings">
            Working hours, bank holidays and when tasks are raised
          </Link>
        </p>
      )}
      {levels.map((level) => (
        <EscalationTable
          key={level}
          title={TITLES[level]}
          rows={rows.filter((row) => row.level === level)}
          moment={moment}
        />
      ))}
      {rows.length === 0 && (
        <EmptyState title="Nothing is escalated">
          <p>Tasks are escalated from the patient’s plan, or when their target passed long ago.</p>
        </EmptyState>
      )}
    </Page>
  );
}

const TITLES: Record<EscalationLevel, string> = {
  team_lead: 'With the team’s lead',
  hub: 'With the hub',
  duty_director: 'With the duty director',
};
