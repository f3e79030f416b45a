import { daysOverdue } from '../../domain/actions/action.ts';
import type { ActionSource } from '../../domain/actions/action.ts';
import type { ActionView } from '../../domain/actions/action-sight.ts';
import { ActionItem } from './action-item.tsx';
import { AddActionForm } from './add-action-form.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';
import './actions.scss';

/** What was agreed about this person: who does what by when; what is open first, by day. */
export function ActionsSection({ source = 'plan' }: { source?: ActionSource }) {
  const { view, forms, asOfDay } = usePlan();
  const { hasFailed } = usePlanFields('AddAction');
  const open = view.actions
    .filter(({ state }) => state === 'open')
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)));
  const closed = view.actions.filter(({ state }) => state !== 'open').reverse();
  const mayAdd = forms.actionTeams.length > 0;
  if (view.actions.length === 0 && !mayAdd) return null;
  return (
    <PlanSection id="actions" title="Actions" digest={digestOf(open, asOfDay)}>
      {open.length === 0 && <p className="hub-quiet">No open actions.</p>}
      <Items actions={open} />
      {closed.length > 0 && (
        <Disclosure summary={`Ended (${closed.length})`}>
          <Items actions={closed} />
        </Disclosure>
      )}
      {mayAdd && (
        <Disclosure summary="Add an action" isOpen={hasFailed || source !== 'plan'}>
          <AddActionForm source={source} />
        </Disclosure>
      )}
    </PlanSection>
  );
}

function Items({ actions }: { actions: readonly ActionView[] }) {
  if (actions.length === 0) return null;
  return (
    <ul className="hub-lines hub-actions-list">
      {actions.map((action) => (
        <ActionItem key={action.id} action={action} />
      ))}
    </ul>
  );
}

function digestOf(open: readonly ActionView[], today: string): string {
  const overdue = open.filter((action) => daysOverdue(action, action.state, today) > 0).length;
  return `${open.length} open${overdue === 0 ? '' : `, ${overdue} overdue`}`;
}
