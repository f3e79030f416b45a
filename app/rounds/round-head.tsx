import { Link } from '@remix-run/react';
import type { RoundTime } from '../../domain/rounds/board-round.ts';
import type { WardRound } from '../../domain/rounds/ward-round.ts';
import type { Ward } from '../../domain/spell/state.ts';
import { progressInWords, roundTitle } from './round-words.ts';

type RoundHeadProps = {
  ward: Ward;
  round: RoundTime;
  progress: WardRound;
  /** The addresses of the patients before and after; null where there is nobody else. */
  steps: { previous: string; next: string } | null;
  onStep: () => void;
};

/** Which round of which ward it is, how far it has come, and the way to the next patient. */
export function RoundHead({ ward, round, progress, steps, onStep }: RoundHeadProps) {
  return (
    <div className="hub-round__head">
      <h1 className="hub-round__title">
        {ward.name} <span className="hub-round__which">{roundTitle(round)}</span>
      </h1>
      <p className="hub-round__progress" role="status">
        {progressInWords(progress)}
      </p>
      {steps !== null && (
        <div className="hub-round__steps">
          <Link className="hub-button" to={steps.previous} onClick={onStep} preventScrollReset>
            Previous <kbd>p</kbd>
          </Link>
          <Link className="hub-button" to={steps.next} onClick={onStep} preventScrollReset>
            Next <kbd>n</kbd>
          </Link>
        </div>
      )}
      <Link to={`/wards/${encodeURIComponent(ward.id)}`}>Back to the ward’s list</Link>
    </div>
  );
}
