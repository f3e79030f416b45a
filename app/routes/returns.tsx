import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { RETURN_PART_NAMES } from '../../domain/reports/return-versions.ts';
import { formatDay, formatInstant } from '../../domain/time.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { returnFilePath, returnPath } from '../reports/return-links.ts';
import { standingInWords } from '../reports/return-words.ts';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = ({ error }) => [
  { title: `${error ? 'There is a problem' : 'Signed returns'} – Discharge Hub` },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  const { clock, reports } = services;
  const returns = await reports.returns.list(signedIn.actor);
  if (returns === null) throw new Response(null, { status: 403 });
  return returns.map((version) => ({
    ...version,
    at: formatInstant(version.at, clock.timeZone),
  }));
}

export default function ReturnsRoute() {
  const returns = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <ReportFrame report="situation" title="Signed returns">
        <p className="hub-report__back">
          <Link to="/reports/situation">Situation report</Link>
        </p>
        {returns.length === 0 ? (
          <EmptyState title="No return is signed yet">
            <p>Open the situation report of a day that is over, and sign its return from there.</p>
          </EmptyState>
        ) : (
          <ScrollRegion className="hub-table__scroll" label="Returns">
            <table className="hub-table">
              <caption className="nhsuk-table__caption">Returns, the last first</caption>
              <thead>
                <tr>
                  {['Day', 'Return', 'Version', 'Standing', 'By', 'Note', 'File'].map((name) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {returns.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      <Link to={returnPath(one)}>{formatDay(one.day)}</Link>
                    </th>
                    <td>{RETURN_PART_NAMES[one.part]}</td>
                    <td className="hub-table__number">{one.version}</td>
                    <td>{standingInWords(one.standing)}</td>
                    <td>
                      {one.by.name}, {one.at}
                    </td>
                    <td>{one.note ?? '–'}</td>
                    <td>
                      {one.standing === 'signed' ? (
                        <a href={returnFilePath(one)} download>
                          CSV
                          <span className="nhsuk-u-visually-hidden">
                            {' '}
                            of the {RETURN_PART_NAMES[one.part].toLowerCase()} of{' '}
                            {formatDay(one.day)}
                          </span>
                        </a>
                      ) : (
                        '–'
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </ReportFrame>
    </Page>
  );
}
