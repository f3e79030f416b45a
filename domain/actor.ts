import type { Place } from './persons/place.ts';

/** The care roles of people; a session acts in one at a time (handbook 10). */
export const ROLES = ['ward', 'broker', 'housing', 'hub', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Timers and feeds act too, through the same door, with rows of their own in the permission table. */
export type ActorRole = Role | 'timer' | 'feed';

export const ROLE_NAMES: Record<ActorRole, string> = {
  ward: 'Ward discharge coordinator',
  broker: 'Social care broker',
  housing: 'Lightbulb housing',
  hub: 'Hub manager',
  admin: 'Administrator',
  timer: 'Timer',
  feed: 'Hospital feed',
};

/** Who did something, as people are shown it. */
export type ActorRef = { id: string; name: string };

/** What a role reaches: the wards of a ward coordinator, the council of a broker. */
export type Audience = {
  role: ActorRole;
  wardIds: readonly string[];
  place: Place | null;
};

export type Actor = Audience &
  ActorRef & {
    organisation: string;
    isTeamLead: boolean;
  };

export const TIMER_ACTOR: Actor = {
  id: 'timer',
  name: 'Discharge Hub',
  role: 'timer',
  organisation: 'Discharge Hub',
  wardIds: [],
  place: null,
  isTeamLead: false,
};
