import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { mayLookBack } from '../../domain/past/past-sight.ts';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import { askedMoment } from '../past/asked-moment.ts';
import { signInPath } from '../sign-in-path.ts';

/** Everybody on a board of the past, for its page, which shows the first of them by itself. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { services, signedIn } = context;
  if (!signedIn) throw redirect(signInPath(request));
  if (!mayLookBack(signedIn.actor)) throw new Response(null, { status: 403 });
  const { clock } = services;
  const { at } = askedMoment(new URL(request.url), { now: clock.now(), timeZone: clock.timeZone });
  if (at === null) throw new Response(null, { status: 400 });
  const reading = await services.past.board(signedIn.actor, at);
  if (reading.state === 'refused') {
    throw new Response(null, { status: REFUSAL_STATUS[reading.refusal.code] });
  }
  if (reading.state === 'working') return new Response(null, { status: 202 });
  return Response.json({ cards: reading.answer.cards });
}
