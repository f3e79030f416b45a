import { useCallback, useRef } from 'react';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { LiveRegion } from '../components/live-region.tsx';
import { countOf } from '../count-words.ts';
import { useConnection, useLiveBoard } from '../live/board-context.ts';
import { LeaveGuard } from '../live/leave-guard.tsx';
import type { RenderPlan } from '../live/live-plan.tsx';
import { PatientPanel } from '../live/patient-panel.tsx';
import { RefusalList } from '../live/refusal-list.tsx';
import { SignedOut } from '../live/signed-out.tsx';
import { StatusBar } from '../live/status-bar.tsx';
import { useAnnouncements } from '../live/use-announcements.ts';
import type { FirstQueue } from './first-queue.ts';
import type { Picked } from './queue-commands.ts';
import type { PostedBatch } from './queue-form.tsx';
import { QueueForm } from './queue-form.tsx';
import { offersClaim } from './queue-tabs.ts';
import { QueueToolbar } from './queue-toolbar.tsx';
import { useBatch } from './use-batch.ts';
import { focusRowOf, useQueueKeys } from './use-queue-keys.ts';
import { useQueueUrl } from './use-queue-url.ts';
import { useQueue } from './use-queue.ts';

type QueuePageProps = {
  first: FirstQueue;
  renderPlan: RenderPlan | null;
  posted: PostedBatch | undefined;
};

/** The list of tasks, in the order of work, with the plan of one patient beside it. */
export function QueuePage({ first, renderPlan, posted }: QueuePageProps) {
  const { me, lookups } = first;
  const root = useRef<HTMLDivElement>(null);
  const { params, url, choose } = useQueueUrl(me);
  const queue = useQueue(first, url);
  const { message, announce } = useAnnouncements(url.patientId);
  const signedOut = useConnection((connection) => connection.signedOut);
  const batch = useBatch(useDescribed());
  const { patientId, taskId } = url;
  const close = () => {
    if (patientId === null) return;
    choose({ patientId: null, taskId: null });
    focusRowOf(root.current, patientId, taskId);
  };
  useQueueKeys(root, {
    claim: (taskId) => {
      const row = queue.rows.find(({ task }) => task.id === taskId);
      if (row === undefined || !offersClaim(url.tab, row.task)) return;
      batch.sendAll([{ spellId: row.card.id, taskId }], { do: 'claim' });
    },
    escape: close,
  });
  const open = useCallback(
    (spellId: string, asked: string | null = null) => choose({ patientId: spellId, taskId: asked }),
    [choose],
  );
  const told = new Set(batch.results.map(({ id }) => id));

  return (
    <div className="hub-board-page" ref={root}>
      <h1 className="nhsuk-u-visually-hidden">Tasks</h1>
      <LiveRegion message={message} />
      <StatusBar />
      {signedOut !== null ? (
        <SignedOut message={signedOut} />
      ) : (
        <>
          <QueueToolbar
            {...{ me, url, params, queue, lookups }}
            found={countOf(queue.found, 'task', 'tasks')}
            onChoose={choose}
          />
          <RefusalList openId={patientId} told={told} onOpen={open} />
          <div className="hub-board-area">
            <QueueForm
              {...{ me, url, params, queue, posted }}
              results={batch.results}
              onBatch={batch.sendAll}
              onCloseResults={batch.close}
              onOpen={open}
              onMore={(limit) => choose({ limit })}
            />
            {patientId !== null && (
              <PatientPanel
                key={patientId}
                spellId={patientId}
                taskId={taskId}
                renderPlan={renderPlan}
                announce={announce}
                onClose={close}
              />
            )}
          </div>
        </>
      )}
      <LeaveGuard />
    </div>
  );
}

/** "Package of care sourcing for PATEL, Asha", of what is held just then. */
function useDescribed(): (picked: Picked) => string {
  const { store } = useLiveBoard();
  return ({ spellId, taskId }) => {
    const { shown, lookups } = store.getState();
    const card = shown.get(spellId);
    const task = card?.tasks.find(({ id }) => id === taskId);
    const name = task === undefined ? 'A task' : taskTypeName(lookups.catalogue, task.type);
    return `${name} for ${card?.person.name ?? 'a patient no longer in sight'}`;
  };
}
