import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import type { Me } from '../../domain/protocol.ts';
import { BatchBar } from './batch-bar.tsx';
import type { BatchResult } from './batch-results.tsx';
import { BatchResults } from './batch-results.tsx';
import type { BatchOrder, Picked } from './queue-commands.ts';
import { readBatch } from './queue-commands.ts';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueList } from './queue-list.tsx';
import type { QueueUrl } from './queue-url.ts';
import { ROWS, withQueueUrl } from './queue-url.ts';
import type { LiveQueue } from './use-queue.ts';

/** What the page's action answers with, where the page runs without script. */
export type PostedBatch = { results: readonly BatchResult[]; problem: string | null };

type QueueFormProps = {
  me: Me;
  url: QueueUrl;
  params: URLSearchParams;
  queue: LiveQueue;
  posted: PostedBatch | undefined;
  results: readonly BatchResult[];
  onBatch: (picked: readonly Picked[], order: BatchOrder) => void;
  onCloseResults: () => void;
  onOpen: (spellId: string, taskId: string) => void;
  onMore: (limit: number) => void;
};

/** The rows, each with its box and button: one form, which is posted where there is no script. */
export function QueueForm(props: QueueFormProps) {
  const { me, url, params, queue, posted, results, onBatch, onCloseResults, onOpen } = props;
  const form = useRef<HTMLFormElement>(null);
  const [picked, setPicked] = useState(0);
  const [problem, setProblem] = useState<string | null>(posted?.problem ?? null);
  const count = () => {
    const boxes = form.current?.querySelectorAll('input[name=task]:checked') ?? [];
    setPicked(boxes.length);
  };
  const pickAll = (isPicked: boolean) => {
    const boxes = form.current?.querySelectorAll<HTMLInputElement>('input[name=task]') ?? [];
    for (const box of boxes) box.checked = isPicked;
    count();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const { submitter } = event.nativeEvent as SubmitEvent; // what React's own type leaves out
    if (submitter instanceof HTMLButtonElement) data.set(submitter.name, submitter.value);
    const batch = readBatch(data);
    if (typeof batch === 'string') {
      setProblem(batch);
      return;
    }
    setProblem(null);
    onBatch(batch.picked, batch.order);
    if (!data.has('claim')) pickAll(false);
  };
  const more = withQueueUrl(params, { limit: url.limit + ROWS });
  return (
    <form
      className="hub-queue"
      method="post"
      action={`/tasks?${params.toString()}`}
      ref={form}
      onChange={count}
      onSubmit={submit}
    >
      {problem !== null && (
        <ErrorSummary title="There is a problem" errors={[{ message: problem }]} />
      )}
      <BatchResults results={posted?.results ?? []} />
      <BatchResults results={results} onClose={onCloseResults} />
      {queue.rows.length === 0 ? (
        <QueueEmpty url={url} isWhole={queue.isWhole} found={queue.found} />
      ) : (
        <>
          <BatchBar key={url.tab} tab={url.tab} picked={picked} onPickAll={pickAll} />
          <QueueList {...{ me, url, queue, onOpen }} />
        </>
      )}
      {queue.found > queue.rows.length && queue.rows.length > 0 && (
        <p className="hub-queue__more">
          <a
            className="hub-button"
            href={`/tasks?${more.toString()}`}
            onClick={(event) => {
              event.preventDefault();
              props.onMore(url.limit + ROWS);
            }}
          >
            Show {ROWS} more
          </a>
        </p>
      )}
    </form>
  );
}
