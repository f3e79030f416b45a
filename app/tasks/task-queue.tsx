import { BoardProvider } from '../live/board-provider.tsx';
import type { RenderPlan } from '../live/live-plan.tsx';
import { useBoardEngine } from '../live/use-board-engine.ts';
import type { FirstQueue } from './first-queue.ts';
import type { PostedBatch } from './queue-form.tsx';
import { QueuePage } from './queue-page.tsx';
import './queue.scss';

type TaskQueueProps = {
  first: FirstQueue;
  renderPlan: RenderPlan | null;
  posted: PostedBatch | undefined;
};

/** The live list of tasks: the board's own store and connection, seen by what has to be done. */
export function TaskQueue({ first, renderPlan, posted }: TaskQueueProps) {
  const board = useBoardEngine(first);
  return (
    <BoardProvider value={board}>
      <QueuePage first={first} renderPlan={renderPlan} posted={posted} />
    </BoardProvider>
  );
}
