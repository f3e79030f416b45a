import { grantClock } from '../../domain/housing/grant-clock.ts';
import { HOUSING_STEP_NAMES } from '../../domain/housing/housing-steps.ts';
import { formatDay } from '../../domain/time.ts';
import { countOf } from '../count-words.ts';
import { usePlan } from './plan-context.ts';

/** How far a Disabled Facilities Grant has come, against its target in working days. */
export function GrantLines() {
  const { view, asOfDay } = usePlan();
  const { steps, details } = view.home;
  const clock = grantClock(steps, { isUrgent: details.isGrantUrgent, today: asOfDay });
  if (clock === null) return null;
  const soFar = countOf(clock.workingDays, 'working day', 'working days');
  const target = `target ${clock.targetDays}, by ${formatDay(clock.dueOn)}`;
  return (
    <div className="hub-plan__part">
      <h3 className="hub-plan__lead-in">Disabled Facilities Grant</h3>
      <p className={clock.isPassed ? 'hub-plan__warning' : undefined}>
        {clock.isCompleted ? `Completed in ${soFar}` : `${soFar} so far`} ({target}
        {details.isGrantUrgent ? ', urgent' : ''}){clock.isPassed && ': target passed'}
      </p>
      <ul className="hub-lines hub-quiet">
        {clock.stages.map(({ step, on, workingDays }, index) => (
          <li key={step}>
            {HOUSING_STEP_NAMES[step].replace('Grant: ', '')} {formatDay(on)}
            {index > 0 && `, after ${countOf(workingDays, 'working day', 'working days')}`}
          </li>
        ))}
      </ul>
      {clock.decisionDueOn !== null && (
        <p className="hub-quiet">
          The council decides by {formatDay(clock.decisionDueOn)} (six months).
        </p>
      )}
    </div>
  );
}
