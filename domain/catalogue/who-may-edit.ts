import type { Audience } from '../actor.ts';

/** The catalogue is the hub's, and the administrator's who sets the hub up (handbook 10). */
export function mayEditCatalogue({ role }: Pick<Audience, 'role'>): boolean {
  return role === 'hub' || role === 'admin';
}

/** Open tasks are patients' matters: an administrator changes no stay. */
export function mayLetTasksFollow({ role }: Pick<Audience, 'role'>): boolean {
  return role === 'hub';
}
