import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Page } from '../components/page.tsx';
import { NoticeGroups } from '../notices/notice-groups.tsx';
import { NoticeSettings } from '../notices/notice-settings.tsx';
import { NoticesHeading } from '../notices/notices-heading.tsx';
import { readOrder } from '../notices/read-order.ts';
import { UnreadLine } from '../notices/unread-line.tsx';
import { signInPath } from '../sign-in-path.ts';

export const meta: MetaFunction = () => [{ title: 'Notices – Discharge Hub' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request));
  const { actor } = signedIn;
  // They work no tasks, and see no patients.
  if (actor.role === 'admin') throw redirect('/admin');
  const { notices, clock } = services;
  const [page, settings] = await Promise.all([notices.page(actor), notices.settings(actor)]);
  const isSaved = new URL(request.url).searchParams.has('saved');
  return { ...page, settings, isSaved, today: clock.today(), timeZone: clock.timeZone };
}

/** What somebody has read, and what they want to be told of; nothing of a patient changes. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { signedIn, services } = context;
  if (signedIn === null) throw redirect(signInPath(request), 303);
  const { actor } = signedIn;
  if (actor.role === 'admin') throw new Response(null, { status: 404 });
  const order = readOrder(await request.formData());
  if (order === null) throw new Response(null, { status: 400 });
  if ('kinds' in order) {
    await services.notices.setSettings(actor, order.kinds);
    throw redirect('/notices?saved', 303);
  }
  const areTheirs = await services.notices.markRead(actor, order);
  if (!areTheirs) throw new Response(null, { status: 404 });
  throw redirect('/notices', 303);
}

export default function NoticesRoute() {
  const { groups, unread, upToId, hasMore, settings, isSaved, today, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <Page>
      <NoticesHeading title="Notices" />
      <UnreadLine {...{ unread, upToId }} />
      <NoticeGroups {...{ groups, today, timeZone }} />
      {hasMore && (
        <p className="hub-quiet">
          Older notices are not listed. Marking all as read includes them.
        </p>
      )}
      <NoticeSettings {...{ settings, isSaved }} />
    </Page>
  );
}
