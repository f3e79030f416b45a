import type { AppLoadContext } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { mayEditCatalogue } from '../../domain/catalogue/who-may-edit.ts';

/** Who opens a page of the catalogue, with every edition; others are told that it is not theirs. */
export async function catalogueReader({ services, signedIn }: AppLoadContext, request: Request) {
  if (!signedIn) {
    throw redirect(`/login?next=${encodeURIComponent(new URL(request.url).pathname)}`, 303);
  }

  if (!mayEditCatalogue(signedIn.actor)) throw new Response(null, { status: 403 });
  const editions = await services.catalogue.editions();
  const current = editions.at(-1);
  if (current === undefined) throw new Error('There is no edition of the catalogue');
  return { actor: signedIn.actor, editions, current };
}
