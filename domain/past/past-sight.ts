import type { Audience } from '../actor.ts';
import type { SightFacts } from '../audience.ts';
import { canSee } from '../audience.ts';

/**
 * Who may look back: wards, brokers and the hub, each at what is theirs. Lightbulb works from what
 * is, and an administrator sees no patients (handbook 15).
 */
export function mayLookBack({ role }: Pick<Audience, 'role'>): boolean {
  return role === 'hub' || role === 'ward' || role === 'broker';
}

/**
 * Whether a stay as it was may be shown: to whoever could see it then and can see it now. The past
 * opens nothing that has been closed since, and nothing that was closed then (decision 25).
 */
export function canSeePast(reader: Audience, then: SightFacts, now: SightFacts): boolean {
  return mayLookBack(reader) && canSee(reader, then) && canSee(reader, now);
}
