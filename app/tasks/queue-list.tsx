import type { Me } from '../../domain/protocol.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { useBoardState } from '../live/board-context.ts';
import { TAB_NAMES } from './queue-tabs.ts';
import { QueueRowItem } from './queue-row.tsx';
import type { QueueUrl } from './queue-url.ts';
import type { LiveQueue } from './use-queue.ts';

type QueueListProps = {
  me: Me;
  url: QueueUrl;
  queue: LiveQueue;
  onOpen: (spellId: string, taskId: string) => void;
};

export function QueueList({ me, url, queue, onOpen }: QueueListProps) {
  const catalogue = useBoardState((state) => state.lookups.catalogue);
  const timeZone = useBoardState((state) => state.timeZone);
  const pending = useBoardState((state) => state.pending);
  const pendingIds = new Set(
    pending.flatMap(({ command }) => ('taskId' in command ? [command.taskId] : [])),
  );
  return (
    <ol className="hub-queue__rows" aria-label={TAB_NAMES[url.tab]}>
      {queue.rows.map((row) => (
        <QueueRowItem
          key={row.task.id}
          {...{ row, me, timeZone, onOpen }}
          tab={url.tab}
          taskName={taskTypeName(catalogue, row.task.type)}
          now={queue.now}
          isPending={pendingIds.has(row.task.id)}
          isSelected={row.card.id === url.patientId}
        />
      ))}
    </ol>
  );
}
