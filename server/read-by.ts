import type { ReadAudit } from '../db/store.ts';
import type { Actor } from '../domain/actor.ts';
import type { Clock } from './services.ts';

/** Who looks, under the name and role of now, and when: what every note of a look at records begins with. */
export function readBy(
  { id, name, role }: Actor,
  clock: Pick<Clock, 'now'>,
): Pick<ReadAudit, 'at' | 'actorId' | 'actorName' | 'role'> {
  return { at: clock.now(), actorId: id, actorName: name, role };
}
