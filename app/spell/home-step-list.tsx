import type { HousingStep } from '../../domain/housing/housing-steps.ts';
import {
  HOUSING_AUTHORITY_NAMES,
  HOUSING_STEP_NAMES,
  isBooking,
} from '../../domain/housing/housing-steps.ts';
import { formatInstant } from '../../domain/time.ts';
import { StatusShape } from '../components/status-shape.tsx';
import { roomsInWords, stepDaysInWords } from '../step-words.ts';
import { usePlan } from './plan-context.ts';

/** Every step that was recorded, in the order in which a home is made ready. */
export function HomeStepList() {
  const { view } = usePlan();
  if (view.home.steps.length === 0) {
    return <p className="hub-quiet hub-plan__block">No step recorded yet.</p>;
  }
  return (
    <ol className="hub-lines hub-steps" aria-label="Steps of the home">
      {view.home.steps.map((step) => (
        <StepLine key={step.step} step={step} />
      ))}
    </ol>
  );
}

function StepLine({ step }: { step: HousingStep }) {
  const { timeZone } = usePlan();
  const { authority, note, who, setBy, setAt } = step;
  const isDone = step.doneOn !== null;
  const facts = [
    authority === null ? '' : HOUSING_AUTHORITY_NAMES[authority],
    who === null ? '' : `By ${who}`,
    roomsInWords(step.rooms),
    note ?? '',
  ].filter((text) => text !== '');
  return (
    <li className={isDone ? 'hub-steps__item' : 'hub-steps__item hub-steps__item--planned'}>
      <span className="hub-steps__shape">
        <StatusShape shape={isDone ? 'disc' : 'arc'} />
      </span>
      <span>
        <strong>{HOUSING_STEP_NAMES[step.step]}</strong> {stepDaysInWords(step)}
        {!isDone && !isBooking(step.step) && ' (not yet)'}
        {facts.length > 0 && <span className="hub-steps__facts">{facts.join('. ')}</span>}
        <span className="hub-facts__by">
          {setBy.name}, {formatInstant(setAt, timeZone)}
        </span>
      </span>
    </li>
  );
}
