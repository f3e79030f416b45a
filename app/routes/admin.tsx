import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { InsetText } from '../components/inset-text.tsx';
import { Page } from '../components/page.tsx';

type Duty = { what: string; command: string };

const DUTIES: readonly Duty[] = [
  { what: 'See every account, its role and what it covers', command: 'user list' },
  { what: 'Add an account for a new colleague', command: 'user add' },
  { what: 'Give somebody a new password', command: 'user password' },
  { what: 'Close the account of somebody who leaves', command: 'user disable' },
];

export const meta: MetaFunction = () => [{ title: 'Accounts – Discharge Hub' }];

export function loader({ context }: LoaderFunctionArgs) {
  if (!context.signedIn) throw redirect('/login?next=%2Fadmin');
  if (context.signedIn.user.role !== 'admin') throw new Response(null, { status: 404 });
  return null;
}

export default function AdminRoute() {
  return (
    <Page>
      <h1 className="nhsuk-heading-l">Accounts</h1>
      <p>
        Accounts are managed on the server’s command line. Whoever may sign in there may change who
        sees patients, and every change is kept in the audit trail.
      </p>
      <InsetText>
        <p>This account sees no patients.</p>
      </InsetText>
      <table className="hub-table">
        <caption className="nhsuk-table__caption">What an administrator does</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">On the server</th>
          </tr>
        </thead>
        <tbody>
          {DUTIES.map(({ what, command }) => (
            <tr key={command}>
              <td>{what}</td>
              <td>
                <code>npm run hub -- {command}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Each command explains itself: <code>npm run hub -- user --help</code>. Backups and the audit
        trail are there too: <code>npm run hub -- --help</code>.
      </p>
    </Page>
  );
}
