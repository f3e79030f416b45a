import { Link } from '@remix-run/react';
import type { CatalogueEntry, TaskSet } from '../../domain/tasks/catalogue.ts';
import { EmptyState } from '../components/empty-state.tsx';

type SetsTableProps = { sets: readonly TaskSet[]; types: readonly CatalogueEntry[] };

/** The sets of tasks that wards and the hub can add at once. */
export function SetsTable({ sets, types }: SetsTableProps) {
  if (sets.length === 0) {
    return (
      <EmptyState title="No sets yet">
        <p>A set adds several tasks at once, such as those of a home with a package of care.</p>
      </EmptyState>
    );
  }
  const entries = new Map(types.map((entry) => [entry.type, entry]));
  const nameOf = ({ type, blocking }: TaskSet['tasks'][number]) => {
    const entry = entries.get(type);
    const without = entry?.isOffered === false ? ' (no longer offered)' : '';
    return `${entry?.name ?? type}${blocking ? '' : ' (does not block)'}${without}`;
  };
  return (
    <table className="hub-table">
      <caption className="nhsuk-table__caption">Added together, with one press</caption>
      <thead>
        <tr>
          <th scope="col">Set</th>
          <th scope="col">Tasks</th>
        </tr>
      </thead>
      <tbody>
        {sets.map((set) => (
          <tr key={set.key}>
            <th scope="row">
              <Link to={`/catalogue/sets/${set.key}`}>{set.name}</Link>
            </th>
            <td>{set.tasks.map(nameOf).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
