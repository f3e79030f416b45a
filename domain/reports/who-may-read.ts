import type { Audience } from '../actor.ts';

/**
 * Reports are the hub's: they look across all wards and councils, and open into names of
 * everybody (handbook 10). Wards and councils are sent what concerns them by the hub.
 */
export function mayReadReports({ role }: Pick<Audience, 'role'>): boolean {
  return role === 'hub';
}
