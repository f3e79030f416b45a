import type { ReactNode } from 'react';
import type { Instant } from '../../domain/time.ts';
import { LiveRegion } from '../components/live-region.tsx';
import { Page } from '../components/page.tsx';
import { useConnection } from './board-context.ts';
import { BoardProvider } from './board-provider.tsx';
import { SignedOut } from './signed-out.tsx';
import { StatusBar } from './status-bar.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useBoardEngine } from './use-board-engine.ts';
import { useNow } from './use-now.ts';

type LiveListProps = { first: Parameters<typeof useBoardEngine>[0]; children: ReactNode };

/** A list beside the board that keeps itself up to date: the board's own store and connection. */
export function LiveList({ first, children }: LiveListProps) {
  const board = useBoardEngine(first);
  return (
    <BoardProvider value={board}>
      <ListPage>{children}</ListPage>
    </BoardProvider>
  );
}

function ListPage({ children }: { children: ReactNode }) {
  const { message } = useAnnouncements();
  const signedOut = useConnection((connection) => connection.signedOut);
  return (
    <>
      <LiveRegion message={message} />
      <StatusBar />
      <Page width="wide">{signedOut !== null ? <SignedOut message={signedOut} /> : children}</Page>
    </>
  );
}

/** Of when a list is: now, or when the server was heard last. */
export function useAsOf(): Instant {
  const now = useNow();
  const heardAt = useConnection(({ state, lastHeardAt }) =>
    state === 'live' ? null : lastHeardAt,
  );
  return heardAt ?? now;
}
