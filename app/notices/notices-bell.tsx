import { NavLink } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SessionEnd } from '../../domain/protocol.ts';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { usePageLock } from '../live/page-lock.ts';
import { useHearUnread, useUnread } from '../live/unread-context.ts';

const MOST_SHOWN = 99;

type NoticesBellProps = {
  userId: string;
  /** Whether the page has a connection of its own, which tells the number too. */
  isLive: boolean;
};

/** How many notices the person has not read: a link, whose number is kept while the page is open. */
export function NoticesBell({ userId, isLive }: NoticesBellProps) {
  const { count } = useUnread();
  const message = useNews();
  useHearing(userId, isLive);
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
      <span role="status" className="nhsuk-u-visually-hidden">
        {message}
      </span>
    </div>
  );
}

/** Read aloud only when there are more than before; fewer is what the person did themselves. */
function useNews(): string {
  const { count, isHeard } = useUnread();
  const [last, setLast] = useState({ count, isHeard, message: '' });
  if (last.count !== count || last.isHeard !== isHeard) {
    const isNews = last.isHeard && count > last.count;
    setLast({ count, isHeard, message: isNews ? `Notices: ${count} unread` : last.message });
  }
  return last.message;
}

/** Live pages hear it by the connection that they have; others open one, once they are shown. */
function useHearing(userId: string, isLive: boolean): void {
  const hear = useHearUnread();
  const lock = usePageLock();
  const isLocked = useStore(lock, (state) => state.isLocked);
  useEffect(() => {
    if (isLive || isLocked) return;
    const onSessionEnd = (why: SessionEnd) => {
      if (why.isLocked === true) lock.setState({ isLocked: true });
    };
    let isOver = false;
    let stop = () => {};
    void import('../live/start-live-board.ts').then(({ watchUnread }) => {
      if (!isOver) stop = watchUnread(userId, hear, onSessionEnd);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [hear, userId, isLive, lock, isLocked]);
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
