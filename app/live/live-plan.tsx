import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Lookups, Me, Viewer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { RefusedCommand } from '../stores/board-store.ts';
import { spellIdOf } from '../stores/overlay.ts';
import { useBoardState, useLiveBoard } from './board-context.ts';
import { foreseenView } from './foreseen-view.ts';
import { useNow } from './use-now.ts';
import type { SpellReading } from './use-spell-view.ts';
import { useSpellView } from './use-spell-view.ts';

/** What the plan of one stay is drawn from. The route gives the drawing: features do not know each other. */
export type PlanProps = {
  view: SpellView;
  me: Me;
  lookups: Lookups;
  asOfDay: CalendarDay;
  timeZone: string;
  now: Instant;
  onCommand: (command: SpellCommandInput) => void;
  /** Commands, and tasks of commands, that have no answer yet. */
  pendingIds: ReadonlySet<string>;
  refusals: readonly RefusedCommand[];
  onDismissRefusal: (commandId: string) => void;
  /** Who else has this plan open. */
  others: readonly Viewer[];
  onEditing: (part: PlanPart | null) => void;
  /** The task that was asked for: the plan opens there. */
  atTaskId: string | null;
};
export type RenderPlan = (props: PlanProps) => ReactNode;

type LivePlanProps = {
  spellId: string;
  /** Null while it is being fetched. */
  renderPlan: RenderPlan | null;
  announce: (message: string) => void;
  /** The plan as the page came with it, if it did. */
  first?: SpellView | null;
  atTaskId?: string | null;
};

/** One patient's plan, kept up to date; drawn under a key of its patient. */
export function LivePlan(props: LivePlanProps) {
  const { spellId, renderPlan, announce, first = null, atTaskId = null } = props;
  const board = useLiveBoard();
  const { reading, readAgain } = useSpellView(spellId, first);
  const plan = usePlan(reading.status === 'ready' ? reading.view : null, atTaskId);
  useNewsAnnounced(reading, announce);

  useEffect(() => {
    board.view(spellId);
    return () => {
      board.view(null);
    };
  }, [board, spellId]);

  return (
    <>
      <ReadingNotice reading={reading} onReadAgain={readAgain} />
      {plan !== null && (renderPlan === null ? <Loading /> : renderPlan(plan))}
    </>
  );
}

function Loading() {
  return <p className="hub-panel__notice">Loading…</p>;
}

type ReadingNoticeProps = { reading: SpellReading; onReadAgain: () => void };

function ReadingNotice({ reading, onReadAgain }: ReadingNoticeProps) {
  if (reading.status === 'loading') return <Loading />;
  if (reading.status === 'missing') {
    return <p className="hub-panel__notice">This patient is not there, or is not yours to see.</p>;
  }
  if (reading.status === 'ready' && !reading.isOld) return null;
  return (
    <div className="hub-panel__notice">
      <p>
        {reading.status === 'ready'
          ? 'There is news of this patient that could not be read yet.'
          : 'This plan could not be read just now.'}
      </p>
      <button type="button" className="hub-button" onClick={onReadAgain}>
        Try again
      </button>
    </div>
  );
}

/** The plan with what is on its way laid over it. */
function usePlan(view: SpellView | null, atTaskId: string | null): PlanProps | null {
  const { send, dismiss, view: tell } = useLiveBoard();
  const spellId = view?.card.id ?? '';
  const me = useBoardState((state) => state.me);
  const viewers = useBoardState((state) => state.viewers.get(spellId));
  const lookups = useBoardState((state) => state.lookups);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const timeZone = useBoardState((state) => state.timeZone);
  const pending = useBoardState((state) => state.pending);
  const refusals = useBoardState((state) => state.refusals);
  const now = useNow();
  const onEditing = useCallback((part: PlanPart | null) => tell(spellId, part), [tell, spellId]);

  return useMemo(() => {
    if (view === null) return null;
    const { catalogue, taskSets, settings } = lookups;
    const context = { me, asOfDay, timeZone, catalogue, taskSets, settings };
    return {
      view: foreseenView(view, pending, context),
      ...{ me, lookups, asOfDay, timeZone, now },
      onCommand: send,
      onDismissRefusal: dismiss,
      others: (viewers ?? []).filter(({ id }) => id !== me.id),
      ...{ onEditing, atTaskId },
      pendingIds: new Set(pending.flatMap(({ command }) => idsOf(command))),
      refusals: refusals.filter(({ command }) => spellIdOf(command) === spellId),
    };
  }, [
    view,
    spellId,
    me,
    lookups,
    asOfDay,
    timeZone,
    pending,
    refusals,
    viewers,
    now,
    atTaskId,
    send,
    dismiss,
    onEditing,
  ]);
}

function idsOf(command: SpellCommandInput): string[] {
  const taskId = 'taskId' in command ? command.taskId : null;
  return taskId === null ? [command.id] : [command.id, taskId];
}

/** Says what somebody else has just done to the patient whose plan is open. */
function useNewsAnnounced(reading: SpellReading, announce: (message: string) => void): void {
  const meId = useBoardState((state) => state.me.id);
  const heardSeq = useRef<number | null>(null);
  useEffect(() => {
    if (reading.status !== 'ready') return;
    const { card, history } = reading.view;
    const before = heardSeq.current;
    heardSeq.current = card.seq;
    if (before === null || card.seq <= before) return;
    const news = history.filter(({ seq, by }) => seq > before && by.id !== meId);
    const latest = news.reduce<(typeof news)[number] | null>(
      (newest, line) => (newest === null || line.seq > newest.seq ? line : newest),
      null,
    );
    if (latest !== null) announce(`${card.person.name}. ${latest.by.name}: ${latest.text}`);
  }, [reading, meId, announce]);
}
