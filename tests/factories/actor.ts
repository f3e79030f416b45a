import type { Actor } from '../../domain/actor.ts';

function anActor(actor: Actor, changes: Partial<Actor>): Actor {
  return { ...actor, ...changes };
}

const nobody = { wardIds: [], place: null, isTeamLead: false };
const hospital = 'University Hospitals of Leicester';

/** Coordinates Ward 23 and Ward 31 of the Royal Infirmary. */
export function wardCoordinator(changes: Partial<Actor> = {}): Actor {
  const wardIds = ['lri-23', 'lri-31'];
  const name = 'Priya Coordinator';
  return anActor(
    { ...nobody, id: 'user-ward', name, role: 'ward', organisation: hospital, wardIds },
    changes,
  );
}

/** Brokers care for Leicester City Council. */
export function broker(changes: Partial<Actor> = {}): Actor {
  const organisation = 'Leicester City Council';
  const name = 'Ben Broker';
  return anActor(
    { ...nobody, id: 'user-broker', name, role: 'broker', organisation, place: 'leicester' },
    changes,
  );
}

export function housingOfficer(changes: Partial<Actor> = {}): Actor {
  const name = 'Holly Housing';
  return anActor(
    { ...nobody, id: 'user-housing', name, role: 'housing', organisation: 'Lightbulb' },
    changes,
  );
}

export function hubManager(changes: Partial<Actor> = {}): Actor {
  const name = 'Hana Hub';
  return anActor(
    { ...nobody, id: 'user-hub', name, role: 'hub', organisation: 'Discharge hub' },
    changes,
  );
}

export function administrator(changes: Partial<Actor> = {}): Actor {
  const name = 'Adam Admin';
  return anActor(
    { ...nobody, id: 'user-admin', name, role: 'admin', organisation: 'Discharge hub' },
    changes,
  );
}

export function hospitalFeed(changes: Partial<Actor> = {}): Actor {
  const name = 'Hospital feed';
  return anActor(
    { ...nobody, id: 'feed-uhl', name, role: 'feed', organisation: hospital },
    changes,
  );
}
