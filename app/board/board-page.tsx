import type { RefObject } from 'react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { LiveRegion } from '../components/live-region.tsx';
import { BoardFactsProvider, boardFacts } from './board-facts.ts';
import { BoardColumns } from './board-columns.tsx';
import { useBoardState, useConnection, useLiveBoard } from '../live/board-context.ts';
import { BoardLoading, Nobody, NobodyMatches } from './board-empty.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import type { FirstScreen } from './first-screen.ts';
import { LeaveGuard } from '../live/leave-guard.tsx';
import { NoScriptNote } from './no-script-note.tsx';
import type { RenderPlan } from '../live/live-plan.tsx';
import { PatientPanel } from '../live/patient-panel.tsx';
import { RefusalList } from '../live/refusal-list.tsx';
import { SignedOut } from '../live/signed-out.tsx';
import { StatusBar } from '../live/status-bar.tsx';
import { useIsHydrated } from '../live/use-is-hydrated.ts';
import { useLate } from '../live/use-late.ts';
import type { BoardColumns as Shown } from './use-board-columns.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardView } from './use-board-view.ts';
import { showColumnOf } from './use-card-focus.ts';
import { useMoveQuestion } from './use-move-question.ts';
import { usePathwayDrag } from './use-pathway-drag.ts';

type BoardPageProps = { first: FirstScreen; renderPlan: RenderPlan | null };

/** Everything on the board's page: what is chosen, what has the focus, and what is asked. */
export function BoardPage({ first, renderPlan }: BoardPageProps) {
  const { me } = first;
  const isHydrated = useIsHydrated();
  const view = useBoardView(first);
  const { root, url, choose, shown, columns, lastId, sought, goTo, announce, toolbar } = view;
  const [hasKeysOpen, setHasKeysOpen] = useState(false);
  const Questions = useLate(loadQuestions);
  const { store } = useLiveBoard();
  const facts = useMemo(() => boardFacts(first, () => store.getState().cursor), [first, store]);
  const question = useMoveQuestion(columns, facts.settable);
  const { dropTarget, note } = usePathwayDrag(root, url.group, question, announce);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const signedOut = useConnection((connection) => connection.signedOut);
  const isStale = useConnection(({ state, hasBeenLive }) => hasBeenLive && state !== 'live');
  const { patientId } = url;

  const open = useCallback((spellId: string) => choose({ patientId: spellId }), [choose]);
  const close = () => {
    if (patientId === null) return;
    choose({ patientId: null });
    const isShown = columns.some(({ cards }) => cards.some(({ id }) => id === patientId));
    if (isShown) goTo(patientId);
    else view.focusSearch();
  };
  useBoardKeys(root, {
    rove: view.rove,
    move: question.ask,
    search: view.focusSearch,
    showKeys: () => setHasKeysOpen(true),
    escape: close,
  });
  useColumnShown(root, patientId);
  const onMove = question.ask;
  const place = useMemo(
    () => ({ lastId, selectedId: patientId, sought, onOpen: open, onMove }),
    [lastId, patientId, sought, open, onMove],
  );

  return (
    <BoardFactsProvider value={facts}>
      <div className="hub-board-page">
        <h1 className="nhsuk-u-visually-hidden">Discharge board</h1>
        <LiveRegion message={view.message} />
        <StatusBar />
        <NoScriptNote wards={shown.wards} />
        {signedOut !== null && <SignedOut message={signedOut} />}
        {/* Hidden, not taken away: what is being typed is there again for the same person. */}
        <div className="hub-board-page__inside" ref={root} hidden={signedOut !== null}>
          <BoardToolbar
            {...{ ...toolbar, note }}
            context={{ wards: shown.wards, asOfDay }}
            onShowKeys={() => setHasKeysOpen(true)}
          />
          <RefusalList openId={patientId} onOpen={open} />
          <div className="hub-board-area">
            {emptiness(shown, me, toolbar.onClear) ?? (
              <BoardColumns {...{ shown, isHydrated, isStale, place, dropTarget }} />
            )}
            {patientId !== null && (
              <PatientPanel
                key={patientId}
                spellId={patientId}
                renderPlan={renderPlan}
                announce={announce}
                onClose={close}
              />
            )}
          </div>
        </div>
        {signedOut === null && Questions !== null && (
          <Questions
            {...{ me, question, hasKeysOpen }}
            onMoved={goTo}
            onCloseKeys={() => setHasKeysOpen(false)}
          />
        )}
        <LeaveGuard />
      </div>
    </BoardFactsProvider>
  );
}

async function loadQuestions() {
  const { BoardQuestions } = await import('./board-questions.tsx');
  return BoardQuestions;
}

/** What stands in place of the columns when there is nothing to put into them. */
function emptiness({ total, found, isWhole }: Shown, me: FirstScreen['me'], onClear: () => void) {
  if (found > 0) return null;
  if (total > 0) return <NobodyMatches onClear={onClear} />;
  return isWhole ? <Nobody me={me} /> : <BoardLoading />;
}

/** A plan takes room from the board: its patient's column stays in view. */
function useColumnShown(root: RefObject<HTMLElement>, spellId: string | null): void {
  useEffect(() => {
    const card = spellId === null ? null : root.current?.querySelector('.hub-card--selected');
    if (card) showColumnOf(card);
  }, [root, spellId]);
}
