import type { Actor } from '../../domain/actor.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../factories/actor.ts';

/** Five people who see different parts of one board. */
export const STAFF: readonly Actor[] = [
  wardCoordinator(),
  broker(),
  broker({ id: 'user-rutland', name: 'Rut Broker', place: 'rutland' }),
  housingOfficer(),
  hubManager(),
];
