import { useNavigate } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LiveRegion } from '../components/live-region.tsx';
import {
  BoardProvider,
  useBoardState,
  useConnection,
  useLiveBoard,
} from '../live/board-context.ts';
import { ConnectionBar } from '../live/connection-bar.tsx';
import { LeaveGuard } from '../live/leave-guard.tsx';
import { RefusalList } from '../live/refusal-list.tsx';
import { SignedOut } from '../live/signed-out.tsx';
import type { LivePage } from '../live/start-live-board.ts';
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
  const signedOut = useConnection((connection) => connection.signedOut);
  return (
    <>
      <LiveRegion message={message} />
      <StatusBar />
      <div className="hub-page hub-page--wide hub-homes">
        {signedOut === null ? (
          <>
            <Refusals />
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

function StatusBar() {
  const connection = useConnection((state) => state);
  const unsavedCount = useBoardState(({ pending }) => pending.length);
  const timeZone = useBoardState((state) => state.timeZone);
  return (
    <div className="hub-homes__status">
      <ConnectionBar {...{ connection, unsavedCount, timeZone }} />
    </div>
  );
}

function Refusals() {
  const { store, dismiss } = useLiveBoard();
  const refusals = useBoardState((state) => state.refusals);
  const navigate = useNavigate();
  return (
    <RefusalList
      refusals={refusals}
      nameOf={(spellId) => store.getState().shown.get(spellId)?.person.name ?? null}
      onOpen={(spellId) => navigate(`/spells/${spellId}#plan-home`)}
      onDismiss={dismiss}
    />
  );
}
