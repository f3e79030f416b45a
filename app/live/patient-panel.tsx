import { useEffect, useRef } from 'react';
import { useBoardState } from './board-context.ts';
import type { RenderPlan } from './live-plan.tsx';
import { LivePlan } from './live-plan.tsx';

type PatientPanelProps = {
  spellId: string;
  taskId?: string | null;
  /** Null while it is being fetched. */
  renderPlan: RenderPlan | null;
  announce: (message: string) => void;
  onClose: () => void;
};

/** One patient's plan beside the board. */
export function PatientPanel(props: PatientPanelProps) {
  const { spellId, taskId = null, renderPlan, announce, onClose } = props;
  const panel = useRef<HTMLElement>(null);
  const name = useBoardState((state) => state.shown.get(spellId)?.person.name ?? null);

  useEffect(() => {
    // The task that was asked for has it, where the plan is there already.
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus();
  }, [spellId]);

  return (
    <aside
      className="hub-panel"
      aria-label={name === null ? 'Patient’s plan' : `Plan of ${name}`}
      tabIndex={-1}
      ref={panel}
    >
      <div className="hub-panel__bar">
        <a className="hub-panel__page" href={`/spells/${spellId}`}>
          Open as a page
        </a>
        <button type="button" className="hub-button hub-panel__close" onClick={onClose}>
          Close
        </button>
      </div>
      <div className="hub-panel__body">
        <LivePlan {...{ spellId, renderPlan, announce }} atTaskId={taskId} />
      </div>
    </aside>
  );
}
