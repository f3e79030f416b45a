import type { AppLoadContext } from '@remix-run/node';
import { data, redirect } from '@remix-run/node';
import type { CatalogueEffects } from '../../domain/catalogue/effects.ts';
import type { WhatChanged } from '../../domain/catalogue/what-changed.ts';
import { whatChanged } from '../../domain/catalogue/what-changed.ts';
import { mayLetTasksFollow } from '../../domain/catalogue/who-may-edit.ts';
import { REFUSAL_STATUS } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Actor } from '../../domain/actor.ts';
import { textIn } from './change-from-form.ts';

/** What was typed, as it was sent: shown again after a refusal, and carried through the check. */
export type Typed = readonly (readonly [name: string, value: string])[];

export type Check = {
  changes: WhatChanged[];
  effects: CatalogueEffects;
  mayFollow: boolean;
};

/** After a post: what is to be checked before it is saved, or why it cannot be. */
export type ChangeState = { typed: Typed; check: Check | null; refusal: Refusal | null };

type Services = AppLoadContext['services'];

/** The three steps of every change of the catalogue: write, check what follows, save. */
export async function changeCatalogue(
  services: Services,
  actor: Actor,
  { form, command }: { form: FormData; command: Record<string, unknown> },
) {
  const typed = typedIn(form);
  const step = textIn(form, 'step');
  if (step === 'edit') return data<ChangeState>({ typed, check: null, refusal: null });
  if (step === 'save') {
    const answer = await services.catalogue.save(actor, command);
    if (!answer.ok) return refused(typed, answer);
    throw redirect(`/catalogue/editions#edition-${answer.number}`, 303);
  }
  const preview = await services.catalogue.preview(actor, command);
  if (!preview.ok) return refused(typed, preview);
  const current = (await services.catalogue.editions()).at(-1)?.content;
  const changes = current === undefined ? [] : whatChanged(current, preview.content);
  const mayFollow = mayLetTasksFollow(actor);
  const check = { changes, effects: preview.effects, mayFollow };
  return data<ChangeState>({ typed, check, refusal: null });
}

function refused(typed: Typed, refusal: Refusal) {
  const state: ChangeState = { typed, check: null, refusal };
  return data(state, { status: REFUSAL_STATUS[refusal.code] });
}

function typedIn(form: FormData): Typed {
  return [...form]
    .filter(([name]) => name !== 'step')
    .map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 4_000) : '']);
}
