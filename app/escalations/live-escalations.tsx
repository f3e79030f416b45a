import { Link, useSearchParams } from '@remix-run/react';
import { ESCALATION_LEVELS } from '../../domain/escalation/escalation.ts';
import { formatInstant } from '../../domain/time.ts';
import type { EscalationRow } from '../../server/services.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { useBoardState } from '../live/board-context.ts';
import type { FirstSaid } from '../live/first-list.ts';
import { LiveList, useAsOf } from '../live/live-list.tsx';
import { useNow } from '../live/use-now.ts';
import { EscalationTable } from './escalation-table.tsx';
import { RUNG_TITLES, RungTabs, rungOf } from './rung-tabs.tsx';
import { useEscalations } from './use-escalations.ts';

/** The live list of what is escalated. */
export function LiveEscalations({ first }: { first: FirstSaid<EscalationRow> }) {
  return (
    <LiveList first={first}>
      <Escalations first={first} />
    </LiveList>
  );
}

function Escalations({ first }: { first: FirstSaid<EscalationRow> }) {
  const { me, timeZone } = first;
  const [params] = useSearchParams();
  const all = useEscalations(first);
  const now = useNow();
  const today = useBoardState((state) => state.asOfDay);
  const asOf = useAsOf();
  const chosen = rungOf(params.get('with'));
  const rows = all.filter(({ level }) => chosen === null || level === chosen);
  const levels = ESCALATION_LEVELS.filter((level) => rows.some((row) => row.level === level));
  return (
    <>
      <h1 className="nhsuk-heading-l">Escalations</h1>
      <p className="hub-quiet">
        What needs somebody above those who work on it, of the patients that you see. What nobody
        has taken on comes first, then the longest delay. As of {formatInstant(asOf, timeZone)}.
      </p>
      {me.role === 'hub' && (
        <p className="hub-escalations__settings">
          <Link to="/escalations/settings">
            Working hours, bank holidays and what is raised by itself
          </Link>
        </p>
      )}
      <RungTabs chosen={chosen} rows={all} />
      {levels.map((level) => (
        <EscalationTable
          key={level}
          title={RUNG_TITLES[level]}
          rows={rows.filter((row) => row.level === level)}
          showsDelay={me.role !== 'housing'}
          moment={{ now, today, timeZone }}
        />
      ))}
      {rows.length === 0 && <NothingHere isAll={chosen === null} />}
    </>
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
