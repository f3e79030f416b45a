import { useBeforeUnload, useBlocker } from '@remix-run/react';
import { useCallback } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useBoardState } from './board-context.ts';
import { countOf } from '../count-words.ts';

/** Keeps people from leaving the page while something is unsent: it is held by this page only. */
export function LeaveGuard() {
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
      unsaved > 0 && currentLocation.pathname !== nextLocation.pathname,
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
