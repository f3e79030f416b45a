import { Link } from '@remix-run/react';
import { daysOverdue } from '../../domain/actions/action.ts';
import type { ActionView } from '../../domain/actions/action-sight.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { dayOfAction, whoseAction } from '../action-words.ts';

type OpenActionsProps = { actions: readonly ActionView[]; spellId: string; today: CalendarDay };

/** What is open of what was agreed about somebody: what, whose, and by when; overdue in words. */
export function OpenActions({ actions, spellId, today }: OpenActionsProps) {
  if (actions.length === 0) return null;
  return (
    <ul className="hub-lines hub-open-actions">
      {actions.map((action) => {
        const late = daysOverdue(action, action.state, today);
        const day = dayOfAction(action, late);
        return (
          <li key={action.id}>
            <Link to={`/spells/${spellId}#action-${action.id}`} discover="none">
              {action.what}
            </Link>
            <span className="hub-open-actions__who">
              {whoseAction(action)}
              {late > 0 ? ': ' : ', '}
              {late > 0 ? <strong className="hub-open-actions__late">{day}</strong> : day}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
