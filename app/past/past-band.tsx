import type { ReactNode } from 'react';
import type { Instant } from '../../domain/time.ts';
import type { Band } from './asked-moment.ts';
import './past.scss';

type PastBandProps = {
  band: Band;
  /** What it is of: "The board", "The plan". */
  what: string;
  pathAt: (at: Instant) => string;
  children?: ReactNode;
};

/** Says that this is the past, of when it is, and steps to what was before and after. */
export function PastBand({ band, what, pathAt, children }: PastBandProps) {
  const { words, steps, previous, next } = band;
  return (
    <section className="hub-past" aria-label="What this page shows">
      <p className="hub-past__when">
        <strong>
          {what} as it was on {words}.
        </strong>{' '}
        Nothing can be changed here. It shows what had been recorded by then; wards and staff have
        today’s names. That you looked is recorded.
      </p>
      <nav aria-label="Other moments">
        <ul className="hub-lines hub-past__steps">
          <Step to={steps.dayBack} words="A day back" pathAt={pathAt} />
          <Step to={steps.hourBack} words="An hour back" pathAt={pathAt} />
          <Step to={previous} words="Change before" pathAt={pathAt} />
          <Step to={next} words="Next change" pathAt={pathAt} />
          <Step to={steps.hourOn} words="An hour on" pathAt={pathAt} />
          <Step to={steps.dayOn} words="A day on" pathAt={pathAt} />
        </ul>
      </nav>
      {children}
    </section>
  );
}

type StepProps = { to: Instant | null; words: string; pathAt: (at: Instant) => string };

/** A whole page load: each moment is another page, whatever is held of this one. */
function Step({ to, words, pathAt }: StepProps) {
  return (
    <li>
      {to === null ? (
        <span className="hub-past__none">
          {words}
          <span className="nhsuk-u-visually-hidden">: there is none</span>
        </span>
      ) : (
        <a href={pathAt(to)}>{words}</a>
      )}
    </li>
  );
}
