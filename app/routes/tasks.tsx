import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '../new-id.ts';
import { useLate } from '../live/use-late.ts';
import { signInPath } from '../sign-in-path.ts';
import type { BatchResult } from '../tasks/batch-results.tsx';
import { firstQueue } from '../tasks/first-queue.ts';
import type { Picked } from '../tasks/queue-commands.ts';
import { commandFor, readBatch } from '../tasks/queue-commands.ts';
import type { PostedBatch } from '../tasks/queue-form.tsx';
import { readQueueUrl } from '../tasks/queue-url.ts';
import { TaskQueue } from '../tasks/task-queue.tsx';

export const handle = { fillsWindow: true, isLive: true };

export const meta: MetaFunction = () => [{ title: 'Tasks – Discharge Hub' }];

/** The whole list is on its way while the page's own script is. */
export const links: LinksFunction = () => [
  { rel: 'preload', as: 'fetch', href: '/api/board', crossOrigin: 'use-credentials' },
];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request));
  const { actor, user } = signedIn;
  // Their work is elsewhere.
  if (actor.role === 'admin' || actor.role === 'housing') throw redirect('/');
  const { scopeLabel: _scope, ...me } = user;
  return firstQueue(services.board(actor), {
    me,
    url: readQueueUrl(new URL(request.url).searchParams, me),
    now: services.clock.now(),
    timeZone: services.clock.timeZone,
  });
}

/** Several tasks at once, where the page runs without script: each is a command of its own. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request), 303);
  const batch = readBatch(await request.formData());
  if (typeof batch === 'string') {
    return data<PostedBatch>({ results: [], problem: batch }, { status: 400 });
  }
  const { actor } = signedIn;
  const { cards, lookups } = services.board(actor);
  const describe = ({ spellId, taskId }: Picked) => {
    const card = cards.find(({ id }) => id === spellId);
    const task = card?.tasks.find(({ id }) => id === taskId);
    const name = task === undefined ? 'A task' : taskTypeName(lookups.catalogue, task.type);
    return `${name} for ${card?.person.name ?? 'a patient not in sight'}`;
  };
  const results: BatchResult[] = [];
  for (const picked of batch.picked) {
    const id = newId();
    const answer = await services.execute(actor, commandFor(picked, batch.order, id));
    const what = describe(picked);
    results.push(
      answer.ok
        ? { id, what, outcome: 'done', message: null }
        : { id, what, outcome: 'refused', message: answer.message },
    );
  }
  return data<PostedBatch>({ results, problem: null });
}

/** The list keeps itself up to date; what is chosen on it asks nothing of the server. */
export const shouldRevalidate = () => false;

export default function TasksRoute() {
  const first = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  return <TaskQueue first={first} renderPlan={useLate(loadPlan)} posted={posted} />;
}

async function loadPlan() {
  const { drawPlan } = await import('../spell/plan-in-panel.tsx');
  return drawPlan;
}
