import { useNavigate } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { Ward } from '../../domain/spell/state.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { useBoardState, useConnection } from '../live/board-context.ts';
import { LeaveGuard } from '../live/leave-guard.tsx';
import type { PlanProps } from '../live/live-plan.tsx';
import { LivePlan } from '../live/live-plan.tsx';
import { RefusalList } from '../live/refusal-list.tsx';
import { SignedOut } from '../live/signed-out.tsx';
import { StatusBar } from '../live/status-bar.tsx';
import { useAnnouncements } from '../live/use-announcements.ts';
import { useIsHydrated } from '../live/use-is-hydrated.ts';
import { RoundHead } from './round-head.tsx';
import { RoundList } from './round-list.tsx';
import { nextToRecord } from './round-patients.ts';
import { RoundSummary } from './round-summary.tsx';
import { useRound } from './use-round.ts';
import { useRoundKeys } from './use-round-keys.ts';

export type RoundPageProps = {
  ward: Ward;
  /** Whose turn it is by the address; null: whoever is next. */
  chosenId: string | null;
  /** The plan that the page came with. */
  firstView: SpellView | null;
  path: (spellId: string | null) => string;
  /** `isLive`: the page's script runs, and sends what is entered. */
  renderPlan: (plan: PlanProps, isLive: boolean) => ReactNode;
};

/** One patient of the ward at a time, in bed order, with who is recorded beside it. */
export function RoundPage({ ward, chosenId, firstView, path, renderPlan }: RoundPageProps) {
  const root = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLElement>(null);
  const isLive = useIsHydrated();
  const navigate = useNavigate();
  const { patients, progress, round, pendingIds, timeZone } = useRound(ward.id);
  const isOnItsWay = (spellId: string) => pendingIds.has(spellId);
  // Whose turn it was when the page came stays their turn, whatever a colleague records.
  const [firstId] = useState(() => nextToRecord(patients, null));
  const openId = chosenId ?? firstId;
  const { message, announce } = useAnnouncements(openId);
  const signedOut = useConnection((connection) => connection.signedOut);
  const viewers = useBoardState((state) => state.viewers);
  const meId = useBoardState((state) => state.me.id);

  const hasMoved = useRef(false);
  useEffect(() => {
    if (hasMoved.current) place.current?.focus();
    hasMoved.current = false;
  }, [openId]);
  const moving = () => {
    hasMoved.current = true;
  };
  const goTo = (spellId: string | null) => {
    moving();
    navigate(path(spellId), { preventScrollReset: true });
  };
  const at = patients.findIndex(({ card }) => card.id === openId);
  const idAt = (index: number) => patients.at(index)?.card.id ?? null;
  const [previousId, nextId] = [idAt(Math.max(at, 0) - 1), idAt((at + 1) % patients.length)];
  useRoundKeys(root, { next: () => goTo(nextId), previous: () => goTo(previousId) });

  const plan = (props: PlanProps) =>
    renderPlan(
      {
        ...props,
        onCommand: (command) => {
          props.onCommand(command);
          if (command.type !== 'RecordBoardRound') return;
          goTo(nextToRecord(patients, command.spellId, isOnItsWay) ?? END);
        },
      },
      isLive,
    );
  const isOver = openId === null || openId === END;
  const first = firstView?.card.id === openId ? firstView : null;

  return (
    <div className="hub-round" ref={root}>
      <LiveRegion message={message} />
      <StatusBar />
      {signedOut !== null ? (
        <SignedOut message={signedOut} />
      ) : (
        <div className="hub-round__page">
          <RoundHead
            {...{ ward, round, progress }}
            steps={patients.length < 2 ? null : { previous: path(previousId), next: path(nextId) }}
            onStep={moving}
          />
          <RefusalList openId={openId} onOpen={goTo} />
          {patients.length === 0 && (
            <EmptyState title="No patients on this ward">
              <p>Admissions appear here as soon as the hospital sends them.</p>
            </EmptyState>
          )}
          <div className="hub-round__area">
            <RoundList
              {...{ patients, openId, path, pendingIds, timeZone }}
              viewersOf={(id) => (viewers.get(id) ?? []).filter((viewer) => viewer.id !== meId)}
              onOpen={moving}
            />
            <section
              className="hub-round__place"
              aria-label="The patient whose turn it is"
              tabIndex={-1}
              ref={place}
            >
              {!isOver && (
                <LivePlan
                  key={openId}
                  spellId={openId}
                  renderPlan={plan}
                  announce={announce}
                  first={first}
                />
              )}
              <RoundSummary {...{ patients, progress, timeZone }} />
            </section>
          </div>
        </div>
      )}
      <LeaveGuard within={path(null)} />
    </div>
  );
}

/** In the place of a patient: everybody is recorded. */
export const END = 'end';
