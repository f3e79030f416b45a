import type { RefObject } from 'react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { LiveRegion } from '../components/live-region.tsx';
import { spellIdOf } from '../stores/overlay.ts';
import { BoardFactsProvider, boardFacts, useBoardFacts } from './board-facts.ts';
import { BoardColumns } from './board-columns.tsx';
import { useBoardState, useConnection, useLiveBoard } from '../live/board-context.ts';
import { BoardLoading, Nobody, NobodyMatches } from './board-empty.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { NOTHING_CHOSEN } from './board-url.ts';
import { ConnectionBar } from '../live/connection-bar.tsx';
import type { FirstScreen } from './first-screen.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { LeaveGuard } from '../live/leave-guard.tsx';
import { MoveToDialog } from './move-to-dialog.tsx';
import { NoScriptNote } from './no-script-note.tsx';
import type { RenderPlan } from '../live/live-plan.tsx';
import { PatientPanel } from '../live/patient-panel.tsx';
import { RefusalList } from '../live/refusal-list.tsx';
import { cardTowards } from './roving.ts';
import { SignedOut } from '../live/signed-out.tsx';
import { useAnnouncements } from '../live/use-announcements.ts';
import { useBoardColumns } from './use-board-columns.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardUrl } from './use-board-url.ts';
import { showColumnOf, useCardFocus } from './use-card-focus.ts';
import { useFound } from './use-found.ts';
import { useMoveQuestion } from './use-move-question.ts';
import { usePathwayDrag } from './use-pathway-drag.ts';

type BoardPageProps = { first: FirstScreen; renderPlan: RenderPlan | null };

/** Everything on the board's page: what is chosen, what has the focus, and what is asked. */
export function BoardPage({ first, renderPlan }: BoardPageProps) {
  const { me } = first;
  const root = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const isHydrated = useIsHydrated();
  const { params, url, choose } = useBoardUrl(me);
  const [search, setSearch] = useState('');
  const [hasKeysOpen, setHasKeysOpen] = useState(false);
  const deferredSearch = useDeferredValue(search);
  const shown = useBoardColumns(first, url, deferredSearch);
  const { columns } = shown;
  const { lastId, sought, goTo } = useCardFocus(root, columns);
  const { store } = useLiveBoard();
  const facts = useMemo(() => boardFacts(first, () => store.getState().cursor), [first, store]);
  const question = useMoveQuestion(columns, facts.settable);
  const { message, announce } = useAnnouncements(url.patientId);
  const { dropTarget, note } = usePathwayDrag(root, url.group, question, announce);
  const found = useFound(shown, url, deferredSearch, announce);
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
    else searchField.current?.focus();
  };
  const clear = () => {
    setSearch('');
    choose(NOTHING_CHOSEN);
    searchField.current?.focus();
  };
  useBoardKeys(root, {
    rove: (fromId, key) => {
      const nextId = cardTowards(columns, fromId, key);
      if (nextId !== null) goTo(nextId);
    },
    move: question.ask,
    search: () => searchField.current?.focus(),
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
        <LiveRegion message={message} />
        <StatusBar />
        <NoScriptNote wards={shown.wards} />
        {signedOut !== null && <SignedOut message={signedOut} />}
        {/* Hidden, not taken away: what is being typed is there again for the same person. */}
        <div className="hub-board-page__inside" ref={root} hidden={signedOut !== null}>
          <BoardToolbar
            {...{ me, url, params, search, searchField, found, note }}
            counts={shown.counts}
            context={{ wards: shown.wards, asOfDay }}
            onSearch={setSearch}
            onChoose={choose}
            onClear={clear}
            onShowKeys={() => setHasKeysOpen(true)}
          />
          <Refusals openId={patientId} onOpen={open} />
          <div className="hub-board-area">
            {emptiness(shown, me, clear) ?? (
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
        {signedOut === null && (
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

type QuestionsProps = {
  me: FirstScreen['me'];
  question: ReturnType<typeof useMoveQuestion>;
  hasKeysOpen: boolean;
  /** The focus goes to the card, wherever it is by then. */
  onMoved: (spellId: string) => void;
  onCloseKeys: () => void;
};

function Questions({ me, question, hasKeysOpen, onMoved, onCloseKeys }: QuestionsProps) {
  const { send, newId } = useLiveBoard();
  const { settable } = useBoardFacts();
  const { asked } = question;
  return (
    <>
      {asked !== null && (
        <MoveToDialog
          {...{ ...asked, me, settable, newId }}
          onMove={send}
          onClose={() => {
            question.close();
            onMoved(asked.card.id);
          }}
        />
      )}
      {hasKeysOpen && <KeysDialog onClose={onCloseKeys} />}
    </>
  );
}

function StatusBar() {
  const connection = useConnection((state) => state);
  const unsavedCount = useBoardState(({ pending }) => pending.length);
  const timeZone = useBoardState((state) => state.timeZone);
  return <ConnectionBar {...{ connection, unsavedCount, timeZone }} />;
}

type RefusalsProps = { openId: string | null; onOpen: (spellId: string) => void };

function Refusals({ openId, onOpen }: RefusalsProps) {
  const { store, dismiss } = useLiveBoard();
  const refusals = useBoardState((state) => state.refusals);
  return (
    <RefusalList
      refusals={refusals.filter(({ command }) => spellIdOf(command) !== openId)}
      nameOf={(spellId) => store.getState().shown.get(spellId)?.person.name ?? null}
      onOpen={onOpen}
      onDismiss={dismiss}
    />
  );
}

/** What stands in place of the columns when there is nothing to put into them. */
function emptiness(
  { total, found, isWhole }: ReturnType<typeof useBoardColumns>,
  me: FirstScreen['me'],
  onClear: () => void,
) {
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

/** False on the server and in the first drawing, which must be the same. */
function useIsHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  return isHydrated;
}
