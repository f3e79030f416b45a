import { Form, Link } from '@remix-run/react';
import type { ActionFilter, WhoseActions } from '../../domain/actions/action-list.ts';
import { WHOSE_ACTIONS } from '../../domain/actions/action-list.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { WHOSE_NAMES, actionsPath } from './action-filter.ts';

type ActionFiltersProps = {
  filter: ActionFilter;
  countOf: (whose: WhoseActions) => number;
  /** Housing sees the actions of one team. */
  hasTeams: boolean;
};

/** Whose actions, of which team, and whether only what is overdue; all of it in the address. */
export function ActionFilters({ filter, countOf, hasTeams }: ActionFiltersProps) {
  return (
    <>
      <nav className="hub-tabs hub-action-tabs" aria-label="Whose actions">
        <ul className="hub-lines hub-tabs__list">
          {WHOSE_ACTIONS.map((whose) => (
            <li key={whose}>
              <Link
                to={actionsPath({ ...filter, whose })}
                aria-current={whose === filter.whose ? 'page' : undefined}
              >
                {WHOSE_NAMES[whose]} ({countOf(whose)})
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        method="get"
        action="/actions"
        className="hub-action-filter"
        key={actionsPath(filter)}
        aria-label="Which actions"
      >
        <input type="hidden" name="whose" value={filter.whose} />
        {hasTeams && (
          <SelectField
            id="actions-team"
            name="team"
            label="Team"
            options={TEAMS}
            defaultValue={filter.owner ?? ''}
          />
        )}
        <CheckboxField
          id="actions-overdue"
          name="overdue"
          label="Overdue only"
          defaultChecked={filter.isOverdue}
          size="small"
        />
        <Button size="small" variant="secondary">
          Show
        </Button>
      </Form>
    </>
  );
}

const TEAMS = [
  { value: '', label: 'Every team' },
  ...TASK_OWNERS.map((owner) => ({ value: owner, label: TASK_OWNER_NAMES[owner] })),
];
