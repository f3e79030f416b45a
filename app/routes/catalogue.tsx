import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TASK_OWNERS } from '../../domain/tasks/task-types.ts';
import { formatInstant } from '../../domain/time.ts';
import { catalogueReader } from '../catalogue/catalogue-reader.ts';
import { SetsTable } from '../catalogue/sets-table.tsx';
import { TypesTable } from '../catalogue/types-table.tsx';
import { Page } from '../components/page.tsx';

export const meta: MetaFunction = ({ error }) => [
  { title: error ? 'There is a problem – Discharge Hub' : 'Task catalogue – Discharge Hub' },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { current } = await catalogueReader(context, request);
  const { content, number, saved } = current;
  const { timeZone } = context.services.clock;
  const savedBy = saved && `${saved.by.name}, ${formatInstant(saved.at, timeZone)}`;
  return { ...content, number, savedBy };
}

export default function CatalogueRoute() {
  const { types, sets, number, savedBy } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="nhsuk-heading-l">Task catalogue</h1>
      <p>
        What people can add to a plan, who does it and how soon, and which official reason waiting
        for it has.
      </p>
      <p className="hub-quiet">
        Edition {number}, {savedBy === null ? 'as the hub began' : `saved by ${savedBy}`}.{' '}
        <Link to="/catalogue/editions">Editions and what changed</Link>
      </p>
      <p className="hub-actions">
        <Link to="/catalogue/types/new">Add a type of task</Link>
        <Link to="/catalogue/sets/new">Add a set of tasks</Link>
      </p>
      <h2 className="nhsuk-heading-m" id="sets">
        Sets of tasks
      </h2>
      <SetsTable {...{ sets, types }} />
      <h2 className="nhsuk-heading-m" id="types">
        Types of task
      </h2>
      {TASK_OWNERS.map((owner) => (
        <TypesTable key={owner} owner={owner} types={types.filter((one) => one.owner === owner)} />
      ))}
    </Page>
  );
}
