import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ESCALATION_LEVELS } from '../../domain/escalation/escalation.ts';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { EscalationTable } from '../escalations/escalation-table.tsx';
import { RUNG_TITLES, RungTabs, rungOf } from '../escalations/rung-tabs.tsx';
import { useLiveList } from '../escalations/use-live-list.ts';
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
  const rows = services.escalations(actor);
  const chosen = rungOf(new URL(request.url).searchParams.get('with'));
  const countOf = (level: (typeof ESCALATION_LEVELS)[number]) =>
    rows.filter((row) => row.level === level).length;
  return {
    chosen,
    rows: rows.filter(({ level }) => chosen === null || level === chosen),
    counts: {
      team_lead: countOf('team_lead'),
      hub: countOf('hub'),
      duty_director: countOf('duty_director'),
    },
    spellIds: rows.map(({ card }) => card.id),
    moment: { now: clock.now(), today: clock.today(), timeZone: clock.timeZone },
    ...{ userId: actor.id, isHub: actor.role === 'hub', showsDelay: actor.role !== 'housing' },
  };
}

export default function EscalationsRoute() {
  const { chosen, rows, counts, spellIds, moment, ...reader } = useLoaderData<typeof loader>();
  const isLive = useLiveList(reader.userId, spellIds);
  const levels = ESCALATION_LEVELS.filter((level) => rows.some((row) => row.level === level));
  return (
    <Page width="wide">
      <h1 className="nhsuk-heading-l">Escalations</h1>
      <p className="hub-quiet">
        What needs somebody above those who work on it, of the patients that you see. What nobody
        has taken on comes first, then the longest delay. As of{' '}
        {formatInstant(moment.now, moment.timeZone)}
        {isLive === true && ', kept up to date'}
        {isLive === false && ': not up to date, as there is no connection'}.
      </p>
      {reader.isHub && (
        <p className="hub-escalations__settings">
          <Link to="/escalations/settings">
            Working hours, bank holidays and what is raised by itself
          </Link>
        </p>
      )}
      <RungTabs chosen={chosen} counts={counts} />
      {levels.map((level) => (
        <EscalationTable
          key={level}
          title={RUNG_TITLES[level]}
          rows={rows.filter((row) => row.level === level)}
          showsDelay={reader.showsDelay}
          moment={moment}
        />
      ))}
      {rows.length === 0 && <NothingHere isAll={chosen === null} />}
    </Page>
  );
}

function NothingHere({ isAll }: { isAll: boolean }) {
  if (!isAll) return <EmptyState title="Nothing is here now" />;
  return (
    <EmptyState title="Nothing is escalated">
      <p>
        What is escalated from a patient’s plan stands here, and what goes up by itself because it
        has waited for long.
      </p>
    </EmptyState>
  );
}
