import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { signInPath } from '../spell/sign-in-path.ts';
import { countCards } from '../spell/ward-counts.ts';
import type { CountedWard } from '../spell/wards-table.tsx';
import { WardsTable } from '../spell/wards-table.tsx';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Wards – Discharge Hub' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { actor } = signedIn;
  if (actor.role === 'admin') throw new Response(null, { status: 403 });
  const asOf = formatInstant(services.clock.now(), services.clock.timeZone);
  // Those who work across hospitals have a board, and no ward.
  if (actor.role !== 'ward' && actor.role !== 'hub') return { wards: null, asOf };
  const today = services.clock.today();
  const wards = services.wards(actor).map((ward) => {
    return { ward, counts: countCards(services.wardCards(actor, ward.id) ?? [], today) };
  });
  return { wards, asOf };
}

export default function WardsRoute() {
  const { wards, asOf } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="nhsuk-heading-l">Wards</h1>
      {wards !== null && (
        <p>
          <Link to="/find">Find a patient by NHS number</Link>
        </p>
      )}
      {wards === null ? <BoardInstead /> : <WardsBySite wards={wards} asOf={asOf} />}
    </Page>
  );
}

function BoardInstead() {
  return (
    <EmptyState title="Your work is on the board">
      <p>Ward lists are for wards and the hub.</p>
      <p>
        <Link to="/board">Go to your board</Link>
      </p>
    </EmptyState>
  );
}

type WardsBySiteProps = { wards: readonly CountedWard[]; asOf: string };

function WardsBySite({ wards, asOf }: WardsBySiteProps) {
  if (wards.length === 0) {
    return (
      <EmptyState title="No wards yet">
        <p>Your account covers no ward with patients. Your administrator can change that.</p>
      </EmptyState>
    );
  }
  const sites = [...new Set(wards.map(({ ward }) => ward.site))];
  return (
    <>
      <p className="hub-quiet">As of {asOf}</p>
      {sites.map((site) => (
        <WardsTable key={site} site={site} wards={wards.filter(({ ward }) => ward.site === site)} />
      ))}
    </>
  );
}
