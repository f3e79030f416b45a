import { NavLink, useMatches } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { countOf } from '../count-words.ts';
import { LiveRegion } from '../components/live-region.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { useUnread, useUnreadStore } from '../live/unread-context.ts';
import { hearUnread } from '../stores/unread-store.ts';

const MOST_SHOWN = 99;

/** How many notices the person has not read: a link, whose number is kept while the page is open. */
export function NoticesBell({ userId }: { userId: string }) {
  const count = useUnread((unread) => unread.count);
  const message = useNews();
  useHearing(userId);
  return (
    <div className="hub-bell">
      <NavLink className="hub-header__link hub-bell__link" to="/notices">
        <BellShape />
        Notices{' '}
        {count > 0 && (
          <span className="hub-bell__count">
            {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
            <VisuallyHidden> unread</VisuallyHidden>
          </span>
        )}
      </NavLink>
      <LiveRegion message={message} />
    </div>
  );
}

/** Read aloud only when there are more than before; fewer is what the person did themselves. */
function useNews(): string {
  const store = useUnreadStore();
  const [message, setMessage] = useState('');
  useEffect(
    () =>
      store.subscribe((is, was) => {
        if (was.isHeard && is.count > was.count) {
          setMessage(countOf(is.count, 'unread notice', 'unread notices'));
        }
      }),
    [store],
  );
  return message;
}

/** Live pages hear it by the connection that they have; others open one, once they are shown. */
function useHearing(userId: string): void {
  const store = useUnreadStore();
  const isLive = useMatches().some(({ handle }) => isLiveHandle(handle));
  useEffect(() => {
    if (isLive) return;
    let isOver = false;
    let stop = () => {};
    void import('../realtime/notice-socket.ts').then(({ watchUnread }) => {
      if (isOver) return;
      stop = watchUnread(userId, (unread) => {
        hearUnread(store, unread);
      });
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [store, userId, isLive]);
}

function isLiveHandle(handle: unknown): boolean {
  return (
    typeof handle === 'object' && handle !== null && 'isLive' in handle && handle.isLive === true
  );
}

function BellShape() {
  return (
    <svg
      className="hub-bell__shape"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="currentColor"
        d="M10 1.5a1.3 1.3 0 0 1 1.3 1.4 5.2 5.2 0 0 1 3.9 5v3.6l1.6 2.6v1H3.2v-1l1.6-2.6V7.9a5.2 5.2 0 0 1 3.9-5A1.3 1.3 0 0 1 10 1.5Zm-2.3 14.7h4.6a2.3 2.3 0 0 1-4.6 0Z"
      />
    </svg>
  );
}
