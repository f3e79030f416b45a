import type { ActorRef } from '../domain/actor.ts';

/** Who did something, from the two columns that say so; null while nobody has. */
export function refOf(id: string | null, name: string | null): ActorRef | null {
  return id === null || name === null ? null : { id, name };
}
