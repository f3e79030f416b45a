import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import type { CatalogueEdition } from '../../domain/catalogue/edition.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import type { Instant } from '../../domain/time.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import { commandIdOf } from '../command-id.ts';
import type { Clock, Services } from '../services.ts';

type Deps = {
  store: Pick<Store, 'eventsOf' | 'finishFollowing' | 'unfollowedEditions'>;
  projection: Pick<BoardProjection, 'spells'>;
  execute: Services['execute'];
  clock: Clock;
};

type Followed = Pick<CatalogueEdition, 'number' | 'follow' | 'saved'> & {
  commandId: string | null;
};

/**
 * Lets open tasks follow editions that were saved with that wish, through the door for all changes.
 * A stay's command has an id that follows from the edition's, so that one that was carried out
 * before the server ended is not carried out again.
 */
export function createFollowEdition({ store, projection, execute, clock }: Deps) {
  async function follow(edition: Followed, actor: Actor): Promise<void> {
    const { number, follow: wish, commandId, saved } = edition;
    if (wish === null || commandId === null || saved === null) return;
    const types = new Set(wish.types);
    const stays = [...projection.spells()]
      .filter(({ spell }) =>
        spell.tasks.some((task) => types.has(task.type) && isOpenState(task.state)),
      )
      .map(({ spell }) => spell.id);
    for (const spellId of stays) {
      // A refusal means that the patient left, or the task ended, meanwhile.
      await execute(actor, {
        ...{
          id: commandIdOf(['FollowCatalogue', commandId, spellId]),
          type: 'FollowCatalogue',
          spellId,
        },
        ...{ taskTypes: [...wish.types], targets: wish.targets, owners: wish.owners },
      });
    }
    const changed = await countChanged(stays, saved.at);
    await store.finishFollowing({ edition: number, finishedAt: clock.now(), changed });
  }

  async function countChanged(spellIds: readonly string[], since: Instant): Promise<number> {
    const changed = new Set<string>();
    for (const spellId of spellIds) {
      for (const event of await store.eventsOf(spellId)) {
        if (event.recordedAt < since || event.taskId === null) continue;
        if (event.type !== 'TaskDueSet' && event.type !== 'TaskAssigned') continue;
        if (event.data.because === 'catalogue_changed') changed.add(event.taskId);
      }
    }
    return changed.size;
  }

  return {
    follow,
    /** What a server that ended meanwhile left to be done, as the hub itself. */
    followRest: async (): Promise<void> => {
      for (const edition of await store.unfollowedEditions()) await follow(edition, TIMER_ACTOR);
    },
  };
}
