import { EmptyState } from '../components/empty-state.tsx';
import type { QueueTab } from './queue-tabs.ts';
import type { QueueUrl } from './queue-url.ts';
import { NO_FILTERS } from './queue-url.ts';

type QueueEmptyProps = { url: QueueUrl; isWhole: boolean; found: number };

const NOTHING: Record<QueueTab, string> = {
  unclaimed: 'Somebody has every task',
  mine: 'You have no tasks',
  team: 'Your colleagues have no tasks',
  waiting: 'No task is waiting',
  questions: 'Nobody is waiting for an answer from you',
  after: 'No work on a home goes on after a discharge',
  done: 'Nothing was finished today yet',
};

export function QueueEmpty({ url, isWhole, found }: QueueEmptyProps) {
  if (!isWhole && found > 0) return <EmptyState title="Loading the tasks…" />;
  const isFiltered = Object.entries(NO_FILTERS).some(
    ([name]) => url[name as keyof typeof NO_FILTERS] !== null,
  ); // its own keys
  return (
    <EmptyState title={isFiltered ? 'No task matches' : NOTHING[url.tab]}>
      {isFiltered ? (
        <p>
          <a href={`/tasks?tab=${url.tab}`}>Clear the filters</a>
        </p>
      ) : (
        <p>New ones appear here by themselves.</p>
      )}
    </EmptyState>
  );
}
