import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import type { Card } from '../../domain/spell/card.ts';
import { newId } from '../new-id.ts';
import { commandFromForm } from './command-from-form.ts';
import type { PageFailure } from './form-failure.ts';
import { keyOfValues } from './form-failure.ts';
import { sectionAnchor } from './form-key.ts';
import { valuesOfForm } from './form-values.ts';
import { signInPath } from '../sign-in-path.ts';

type Posted =
  | {
      ok: true;
      type: FormDataEntryValue | null;
      /** Where the page shows what came of it. */
      anchor: string;
      card: Card | null;
    }
  | { ok: false; failure: PageFailure };

/** What became of a form of one patient's plan that was posted to a page. */
export async function postedPlanForm(
  { services, signedIn }: ActionFunctionArgs['context'],
  request: Request,
  spellId: string,
): Promise<Posted> {
  if (!signedIn) throw redirect(signInPath(request), 303);
  const form = await request.formData();
  form.set('spellId', spellId);
  const { timeZone } = services.clock;
  const { role } = signedIn.actor;
  const parsed = commandFromForm(form, { timeZone, role, newId });
  const answer = parsed.ok ? await services.execute(signedIn.actor, parsed.command) : parsed;
  const values = valuesOfForm(form);
  if (!answer.ok) return { ok: false, failure: { values, refusal: answer } };
  const anchor = sectionAnchor(keyOfValues(values));
  return { ok: true, type: form.get('type'), anchor, card: answer.card };
}
