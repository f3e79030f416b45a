import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { WHOSE_ACTIONS, filterActions } from '../../domain/actions/action-list.ts';
import type { ActionFilter, WhoseActions } from '../../domain/actions/action-list.ts';
import { formatInstant } from '../../domain/time.ts';
import { actionFilterOf } from '../actions/action-filter.ts';
import { ActionFilters } from '../actions/action-filters.tsx';
import { ActionTable } from '../actions/action-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Actions – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor, user } = signedIn;
  if (actor.role === 'admin') throw new Response(null, { status: 403 });
  const filter = actionFilterOf(new URL(request.url).searchParams, user.role);
  const { open, ended } = services.actions(actor);
  const { clock } = services;
  return {
    filter,
    open: filterActions(open, filter, actor),
    ended: filter.isOverdue ? [] : filterActions(ended, filter, actor),
    counts: countsOf((whose) => filterActions(open, { ...filter, whose }, actor).length),
    hasTeams: actor.role !== 'housing',
    asOf: formatInstant(clock.now(), clock.timeZone),
    timeZone: clock.timeZone,
  };
}

export default function ActionsRoute() {
  const { filter, open, ended, counts, hasTeams, asOf, timeZone } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <h1 className="nhsuk-heading-l">Actions</h1>
      <p className="hub-quiet">
        What was agreed about the patients that you see: who does what by when, what is overdue
        first. As of {asOf}.
      </p>
      <ActionFilters {...{ filter, counts, hasTeams }} />
      {open.length === 0 ? (
        <NothingOpen filter={filter} />
      ) : (
        <ActionTable title="Open" rows={open} timeZone={timeZone} />
      )}
      {ended.length > 0 && (
        <ActionTable title="Ended in the last 7 days" rows={ended} timeZone={timeZone} />
      )}
    </Page>
  );
}

function NothingOpen({ filter: { isOverdue, owner } }: { filter: ActionFilter }) {
  const isFiltered = isOverdue || owner !== null;
  return (
    <EmptyState title={isFiltered ? 'No action is like that' : 'No open actions here'}>
      <p>Actions are added in a patient’s plan, in a long-stay review and in a board round.</p>
    </EmptyState>
  );
}

function countsOf(count: (whose: WhoseActions) => number): Record<WhoseActions, number> {
  const [mine, team, asked, all] = WHOSE_ACTIONS.map(count);
  return { mine: mine ?? 0, team: team ?? 0, asked: asked ?? 0, all: all ?? 0 };
}
