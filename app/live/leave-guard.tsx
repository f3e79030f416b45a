import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useBoardState } from './board-context.ts';
import { countOf } from '../count-words.ts';

type LeaveGuardProps = {
  /** The start of the addresses that share this page's memory; going there loses nothing. */
  within?: string | null;
};

/** Keeps people from leaving the page while something is unsent: it is held by this page only. */
export function LeaveGuard({ within = null }: LeaveGuardProps) {
  const unsaved = useBoardState((state) => state.pending.length);
  useBeforeUnload(
    useCallback(
      (event) => {
        if (unsaved > 0) event.preventDefault();
      },
      [unsaved],
    ),
  );
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved > 0 &&
      currentLocation.pathname !== nextLocation.pathname &&
      (within === null || !nextLocation.pathname.startsWith(within)),
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog title="Not everything is saved" tone="warning" onClose={() => blocker.reset()}>
      <p>
        {countOf(unsaved, 'change has', 'changes have')} not reached the hub yet. If you leave this
        page now, what is not saved is lost.
      </p>
      <div className="hub-actions">
        <Button type="button" onClick={() => blocker.reset()}>
          Stay here
        </Button>
        <Button type="button" variant="warning" onClick={() => blocker.proceed()}>
          Leave and lose it
        </Button>
      </div>
    </Dialog>
  );
}
