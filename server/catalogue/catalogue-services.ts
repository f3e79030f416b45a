import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { catalogueOf } from '../../domain/catalogue/catalogue-content.ts';
import type { CatalogueEdition } from '../../domain/catalogue/edition.ts';
import type { CatalogueEffects } from '../../domain/catalogue/effects.ts';
import { effectsOf } from '../../domain/catalogue/effects.ts';
import type { CatalogueAnswer, SaveCatalogue } from '../../domain/catalogue/save-catalogue.ts';
import {
  changedTypes,
  decideSaveCatalogue,
  parseSaveCatalogue,
} from '../../domain/catalogue/save-catalogue.ts';
import type { Refusal } from '../../domain/result.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock, Services } from '../services.ts';
import { createFollowEdition } from './follow-edition.ts';
import { BUSY, ID_USED } from '../save-refusals.ts';

const TRIES = 4;

/** What would follow from a change, before it is saved; `content` is what the catalogue would say. */
export type CataloguePreview =
  { ok: true; content: CatalogueEdition['content']; effects: CatalogueEffects } | Refusal;

export type CatalogueServices = {
  /** Every edition, the first one first; the last one holds. */
  editions(): Promise<CatalogueEdition[]>;
  preview(actor: Actor, body: unknown): Promise<CataloguePreview>;
  save(actor: Actor, body: unknown): Promise<CatalogueAnswer>;
};

type Deps = {
  store: Store;
  projection: BoardProjection;
  execute: Services['execute'];
  clock: Clock;
  /** Tells open pages. */
  announce: () => void;
  onFault: (fault: unknown) => void;
};

/** The catalogue's own door: shape, permission, decision, one edition in one transaction, news. */
export function createCatalogueServices(deps: Deps) {
  const { store, projection, execute, clock, announce, onFault } = deps;
  const following = createFollowEdition({ store, projection, execute, clock });

  function decide(editions: readonly CatalogueEdition[], command: SaveCatalogue, actor: Actor) {
    const { timeZone } = clock;
    return decideSaveCatalogue(editions, command, { actor, now: clock.now(), timeZone });
  }

  async function saveOnce(
    actor: Actor,
    command: SaveCatalogue,
  ): Promise<CatalogueAnswer | 'again'> {
    const editions = await store.catalogueEditions();
    const answered = editions.find(({ commandId }) => commandId === command.id);
    // A repeat of the same command, as of a form that was sent twice.
    if (answered !== undefined) {
      if (answered.saved?.by.id !== actor.id) return ID_USED;
      return { ok: true, number: answered.number };
    }
    const decision = decide(editions, command, actor);
    if (!decision.ok) return decision;
    const { draft } = decision;
    if (draft === null) return { ok: true, number: editions.length };
    const saved = await store.saveEdition(draft);
    if (!saved.ok) return 'again';
    projection.takeCatalogue({ ...draft, followed: null });
    announce();
    // The edition is saved: what does not follow now is followed by the timer.
    await following.follow(draft, actor).catch(onFault);
    return { ok: true, number: draft.number };
  }

  const services: CatalogueServices = {
    editions: () => store.catalogueEditions(),
    async preview(actor, body) {
      const parsed = parseSaveCatalogue(body);
      if (!parsed.ok) return parsed;
      const editions = await store.catalogueEditions();
      const decision = decide(editions, parsed.command, actor);
      if (!decision.ok) return decision;
      const current = projection.lookups().catalogue;
      const before = editions.at(-1)?.content;
      const content = decision.draft?.content ?? before;
      if (before === undefined || content === undefined) return BUSY;
      const types = changedTypes(before, content);
      const stays = await staysFor(new Set(types));
      const { settings } = projection.lookups();
      const context = { actor, now: clock.now(), timeZone: clock.timeZone, settings };
      const change = { before: current, after: catalogueOf(content), types };
      const effects = effectsOf(stays, change, context);
      return { ok: true, content, effects };
    },
    async save(actor, body) {
      const parsed = parseSaveCatalogue(body);
      if (!parsed.ok) return parsed;
      for (let tries = 0; tries < TRIES; tries += 1) {
        const answer = await saveOnce(actor, parsed.command);
        if (answer !== 'again') return answer;
      }
      return BUSY;
    },
  };

  /** Only where tasks may follow is it asked what happened before. */
  async function staysFor(types: ReadonlySet<string>) {
    const stays = [];
    for (const { spell } of projection.spells()) {
      const mayFollow = spell.tasks.some(
        ({ type, state }) => types.has(type) && isOpenState(state),
      );
      stays.push({ spell, history: mayFollow ? await store.eventsOf(spell.id) : [] });
    }
    return stays;
  }

  return { services, followRest: following.followRest };
}
