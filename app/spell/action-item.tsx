import {
  ACTION_OUTCOME_NAMES,
  ACTION_SOURCE_NAMES,
  daysOverdue,
} from '../../domain/actions/action.ts';
import type { ActionView } from '../../domain/actions/action-sight.ts';
import { formatInstant } from '../../domain/time.ts';
import { chasesInWords, dayOfAction, whoseAction } from '../action-words.ts';
import { ActionForms } from './action-forms.tsx';
import { usePlan } from './plan-context.ts';

/** One action of a plan: what, whose and by when, how often it was chased, and what came of it. */
export function ActionItem({ action }: { action: ActionView }) {
  const { asOfDay, timeZone, pendingIds } = usePlan();
  const { id, what, askedBy, askedAt, agreed } = action;
  const late = daysOverdue(action, action.state, asOfDay);
  const where = agreed === undefined || agreed.source === 'plan' ? null : agreed.source;
  return (
    <li className="hub-action" id={`action-${id}`} data-action-id={id} tabIndex={-1}>
      <p className="hub-action__what">{what}</p>
      <p className="hub-action__who">
        <strong>{whoseAction(action)}</strong>{' '}
        {late > 0 ? (
          <strong className="hub-plan__passed">{dayOfAction(action, late)}</strong>
        ) : (
          dayOfAction(action, late)
        )}
      </p>
      <p className="hub-facts__by">
        Asked for by {askedBy.name}, {formatInstant(askedAt, timeZone)}
        {where !== null && `, ${ACTION_SOURCE_NAMES[where].toLowerCase()}`}
        {pendingIds.has(id) && '. Not saved yet'}
      </p>
      <Chases action={action} />
      <Ended action={action} />
      <ActionForms action={action} />
    </li>
  );
}

/** When it was chased last, and what was said with it last, which may be earlier. */
function Chases({ action }: { action: ActionView }) {
  const { timeZone } = usePlan();
  const words = chasesInWords(action, timeZone);
  if (words === null) return null;
  const said = action.chases.findLast((chase) => chase.words !== null);
  return (
    <>
      <p className="hub-facts__by">{words}</p>
      {said !== undefined && (
        <p className="hub-action__said">
          {said.by.name}: {said.words}
        </p>
      )}
    </>
  );
}

function Ended({ action: { state, ended } }: { action: ActionView }) {
  const { timeZone } = usePlan();
  if (state === 'open') return null;
  if (ended === null) {
    return <p className="hub-action__said">Ended with the stay: nobody had finished it.</p>;
  }
  const { outcome, words, by, at } = ended;
  return (
    <p className="hub-action__said">
      <strong>{ACTION_OUTCOME_NAMES[outcome]}</strong>
      {words !== null && `: ${words}`}
      <span className="hub-facts__by">
        {by.name}, {formatInstant(at, timeZone)}
      </span>
    </p>
  );
}
