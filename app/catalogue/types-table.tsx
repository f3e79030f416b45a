import { Link } from '@remix-run/react';
import { DELAY_REASONS } from '../../domain/delay/delay-reasons.ts';
import type { CatalogueEntry } from '../../domain/tasks/catalogue.ts';
import { targetInWords } from '../../domain/tasks/target-words.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { TASK_OWNER_NAMES, isOwnTaskType } from '../../domain/tasks/task-types.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { Tag } from '../components/tag.tsx';

type TypesTableProps = { owner: TaskOwner; types: readonly CatalogueEntry[] };

/** The types of task of one team. */
export function TypesTable({ owner, types }: TypesTableProps) {
  if (types.length === 0) return null;
  const name = TASK_OWNER_NAMES[owner];
  return (
    <ScrollRegion label={`Tasks of ${name}`} className="hub-table__scroll">
      <table className="hub-table">
        <caption className="nhsuk-table__caption">{name}</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Target</th>
            <th scope="col">Reason while it is arranged</th>
            <th scope="col">Reason without capacity</th>
          </tr>
        </thead>
        <tbody>
          {types.map((entry) => (
            <tr key={entry.type}>
              <th scope="row">
                <Link to={`/catalogue/types/${entry.type}`}>{entry.name}</Link>{' '}
                {isOwnTaskType(entry.type) && <Tag colour="blue">Made here</Tag>}{' '}
                {!entry.isOffered && <Tag>No longer offered</Tag>}
              </th>
              <td>{targetInWords(entry.target)}</td>
              <td>{DELAY_REASONS[entry.processReason]}</td>
              <td>
                {entry.capacityReason === null ? 'The same' : DELAY_REASONS[entry.capacityReason]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
