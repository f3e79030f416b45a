import { useNavigate } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LiveRegion } from '../components/live-region.tsx';
import { useConnection } from '../live/board-context.ts';
import { BoardProvider } from '../live/board-provider.tsx';
import { LeaveGuard } from '../live/leave-guard.tsx';
import { RefusalList } from '../live/refusal-list.tsx';
import { SignedOut } from '../live/signed-out.tsx';
import type { LivePage } from '../live/start-live-board.ts';
import { StatusBar } from '../live/status-bar.tsx';
import { useAnnouncements } from '../live/use-announcements.ts';
import { useBoardEngine } from '../live/use-board-engine.ts';
import './lightbulb.scss';

type LightbulbProps = { first: LivePage; children: ReactNode };

/** A live page of homes: starts with what the server drew, and is kept by it from then on. */
export function Lightbulb({ first, children }: LightbulbProps) {
  const board = useBoardEngine(first);
  return (
    <BoardProvider value={board}>
      <Frame>{children}</Frame>
    </BoardProvider>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { message } = useAnnouncements();
  const navigate = useNavigate();
  const signedOut = useConnection((connection) => connection.signedOut);
  return (
    <>
      <LiveRegion message={message} />
      <div className="hub-homes__status">
        <StatusBar />
      </div>
      <div className="hub-page hub-page--wide hub-homes">
        {signedOut === null ? (
          <>
            <RefusalList onOpen={(spellId) => navigate(`/spells/${spellId}#plan-home`)} />
            {children}
          </>
        ) : (
          <SignedOut message={signedOut} />
        )}
      </div>
      <LeaveGuard within="/lightbulb" />
    </>
  );
}
