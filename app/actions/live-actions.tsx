import { useSearchParams } from '@remix-run/react';
import type { ActionFilter, WhoseActions } from '../../domain/actions/action-list.ts';
import { filterActions } from '../../domain/actions/action-list.ts';
import { formatInstant } from '../../domain/time.ts';
import type { ActionRow } from '../../server/services.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { FirstSaid } from '../live/first-list.ts';
import { LiveList, useAsOf } from '../live/live-list.tsx';
import { actionFilterOf } from './action-filter.ts';
import { ActionFilters } from './action-filters.tsx';
import { ActionTable } from './action-table.tsx';
import { useActions } from './use-actions.ts';

/** The live list of what is agreed. */
export function LiveActions({ first }: { first: FirstSaid<ActionRow> }) {
  return (
    <LiveList first={first}>
      <Actions first={first} />
    </LiveList>
  );
}

function Actions({ first }: { first: FirstSaid<ActionRow> }) {
  const { me, timeZone } = first;
  const [params] = useSearchParams();
  const all = useActions(first);
  const asOf = useAsOf();
  const filter = actionFilterOf(params, me.role);
  const open = all.filter(({ action }) => action.state === 'open');
  const ended = filter.isOverdue ? [] : all.filter(({ action }) => action.state !== 'open');
  const countOf = (whose: WhoseActions) => filterActions(open, { ...filter, whose }, me).length;
  const shown = filterActions(open, filter, me);
  const shownEnded = filterActions(ended, filter, me);
  return (
    <>
      <h1 className="nhsuk-heading-l">Actions</h1>
      <p className="hub-quiet">
        What was agreed about the patients that you see: who does what by when, what is overdue
        first. As of {formatInstant(asOf, timeZone)}.
      </p>
      <ActionFilters {...{ filter, countOf }} hasTeams={me.role !== 'housing'} />
      {shown.length === 0 ? (
        <NothingOpen filter={filter} />
      ) : (
        <ActionTable title="Open" rows={shown} timeZone={timeZone} />
      )}
      {shownEnded.length > 0 && (
        <ActionTable title="Ended in the last 7 days" rows={shownEnded} timeZone={timeZone} />
      )}
    </>
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
