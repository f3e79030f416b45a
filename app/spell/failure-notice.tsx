import { useState } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import type { FormFailure } from './form-failure.ts';
import { errorsOf, insistenceOf } from './form-failure.ts';
import { usePlan } from './plan-context.ts';
import { RefusedText } from './refused-text.tsx';

type FailureNoticeProps = {
  failure: FormFailure;
  /** The matter is closed: what was typed may go. */
  onSettled?: () => void;
  /** Given where what was typed is not in the form, because another text is. */
  onPutBack?: () => void;
};

/** Why a form was not accepted: a choice where somebody else came first, else what to mend. */
export function FailureNotice({ failure, onSettled, onPutBack }: FailureNoticeProps) {
  const { dismiss, timeZone } = usePlan();
  // Kept, as the summary takes the focus for each list it is given.
  const [errors] = useState(() => errorsOf(failure));
  const insistence = insistenceOf(failure, timeZone);
  const settle = () => {
    dismiss(failure);
    // What stands in the form is something else where the refused text waits beside it.
    if (onPutBack === undefined) onSettled?.();
  };

  if (insistence !== null) {
    return (
      <ConflictChoice
        failure={failure}
        insistence={insistence}
        takesFocus={onPutBack === undefined}
        onSettled={settle}
      />
    );
  }
  if (onPutBack !== undefined) {
    return <WaitingNotice failure={failure} onPutBack={onPutBack} onDiscard={settle} />;
  }
  return (
    <>
      <ErrorSummary title={titleOf(failure)} errors={errors} />
      {failure.origin === 'sent' && (
        <p>
          <DiscardButton onClick={settle} />
        </p>
      )}
    </>
  );
}

type WaitingNoticeProps = { failure: FormFailure; onPutBack: () => void; onDiscard: () => void };

/** A refusal that came while the person is writing something else: it does not take the focus. */
function WaitingNotice({ failure, onPutBack, onDiscard }: WaitingNoticeProps) {
  return (
    <div className="hub-choice">
      <p role="alert">Not saved: {failure.refusal.message}</p>
      <RefusedText values={failure.values} />
      <div className="hub-cluster">
        <button type="button" className="hub-button" onClick={onPutBack}>
          Put it back in the form
        </button>
        <DiscardButton onClick={onDiscard} />
      </div>
    </div>
  );
}

function DiscardButton({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" className="hub-button" onClick={onClick}>
      Discard what I entered
    </button>
  );
}

function titleOf({ refusal, origin }: FormFailure): string {
  return origin === 'sent' || refusal.code !== 'INVALID' ? 'Not saved' : 'There is a problem';
}
