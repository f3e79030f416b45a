import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { useBoardState, useLiveBoard } from './board-context.ts';
import { countOf } from '../count-words.ts';

type SignedOutProps = { message: string };

/** In place of the patients once the session has ended; what is not saved is kept behind it. */
export function SignedOut({ message }: SignedOutProps) {
  const { resume } = useLiveBoard();
  const { pathname } = useLocation();
  const me = useBoardState((state) => state.me);
  const unsaved = useBoardState((state) => state.pending.length);
  const notice = useFocusMeanwhile();
  return (
    <div className="hub-signed-out" role="alert" tabIndex={-1} ref={notice}>
      <EmptyState title={message}>
        {unsaved > 0 && (
          <p>{countOf(unsaved, 'change is', 'changes are')} kept here and not saved yet.</p>
        )}
        <p>
          What {me.name} was writing is kept for {me.name}, for as long as this page is open.
        </p>
        <p>
          <a href={`/login?next=${encodeURIComponent(pathname)}`} target="_blank" rel="noreferrer">
            Sign in again (opens in a new tab)
          </a>
          , then come back here.
        </p>
        <button type="button" className="hub-button" onClick={resume}>
          I have signed in again
        </button>
      </EmptyState>
    </div>
  );
}

/** What had the focus is out of sight; it has it again once it is back. */
function useFocusMeanwhile() {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    notice.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return notice;
}
