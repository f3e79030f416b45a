import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { WaitingTask } from '../../domain/notices/todays-work.ts';
import { taskTypeName } from '../../domain/tasks/catalogue.ts';
import { ASKED_OF } from '../../domain/tasks/task-types.ts';
import { formatInstant } from '../../domain/time.ts';
import { Page } from '../components/page.tsx';
import { NoticesHeading } from '../notices/notices-heading.tsx';
import { TodaysWork } from '../notices/todays-work.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = () => [{ title: 'Waiting for me today – Discharge Hub' }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request));
  const { actor } = signedIn;
  if (actor.role === 'admin') throw redirect('/admin');
  const { clock } = services;
  const { catalogue } = services.lookups();
  const { due, asked, escalated, ...rest } = services.notices.today(actor);
  const named = (task: WaitingTask) => ({ ...task, name: taskTypeName(catalogue, task.taskType) });
  return {
    ...{ due: due.map(named), asked: asked.map(named), ...rest },
    escalated: escalated.map(({ patient, task, at }) => ({
      ...{ patient, at, taskId: task?.id ?? null },
      name: task === null ? 'The stay' : taskTypeName(catalogue, task.type),
    })),
    isAbove: actor.role === 'hub' || (actor.isTeamLead && actor.role !== 'ward'),
    queueHref: actor.role === 'housing' ? '/lightbulb' : '/tasks?tab=unclaimed',
    canBeAsked: ASKED_OF.some((team) => team === actor.role),
    ...{ isWard: actor.role === 'ward', now: clock.now(), timeZone: clock.timeZone },
  };
}

export default function NoticesTodayRoute() {
  const { now, ...work } = useLoaderData<typeof loader>();
  return (
    <Page>
      <NoticesHeading title="Waiting for me today" />
      <p className="hub-quiet">As of {formatInstant(now, work.timeZone)}.</p>
      <TodaysWork {...{ ...work, now }} />
    </Page>
  );
}
