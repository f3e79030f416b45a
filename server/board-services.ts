import type { Store } from '../db/store.ts';
import type { Actor } from '../domain/actor.ts';
import { isOnBoardOf, sightFacts } from '../domain/audience.ts';
import { projectSpellView } from '../domain/spell/spell-view.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import { createActions } from './actions.ts';
import { createEscalations } from './escalations.ts';
import type { FindColleagues } from './colleagues.ts';
import { createFindByNhsNumber, createMayLookAt } from './find-by-nhs-number.ts';
import { createFindPeople } from './find-people.ts';
import { createLongStayFiles } from './long-stay-files.ts';
import { createLongStays } from './long-stays.ts';
import { createNoticeServices } from './notices/notice-services.ts';
import type { FileDesk } from './reports/file-desk.ts';
import { readBy } from './read-by.ts';
import type { Clock, Services } from './services.ts';
import { createTargetSettings } from './target-settings.ts';
import { createWardChanges } from './ward-changes.ts';

type Deps = {
  store: Store;
  projection: BoardProjection;
  execute: Services['execute'];
  reports: Services['reports'];
  files: FileDesk;
  past: Services['past'];
  catalogue: Services['catalogue'];
  clock: Clock;
  findColleagues: FindColleagues;
  /** Somebody has another number of notices that they did not read. */
  noticesChanged: (userId: string) => void;
  /** Everybody is to hear the names, the catalogue or the settings anew. */
  lookupsChanged: () => void;
};

/** What people may read, each thing shaped for who asks. */
export function createServices(deps: Deps): Services {
  const { store, projection, execute, reports, files, past, catalogue, clock } = deps;
  const { findColleagues, noticesChanged, lookupsChanged } = deps;
  const { wards } = projection;
  const mayLookAt = createMayLookAt({ store, clock });

  function* onWards(actor: Actor) {
    for (const { spell } of projection.spells()) {
      if (isOnBoardOf(actor, sightFacts(spell))) yield { id: spell.id, wardId: spell.wardId };
    }
  }

  function wardsOf(actor: Actor) {
    const withPatients = new Set([...onWards(actor)].map(({ wardId }) => wardId));
    // Coordinators find their wards here when they are empty, too.
    return projection
      .lookups()
      .wards.filter(({ id }) => withPatients.has(id) || actor.wardIds.includes(id));
  }

  function wardCards(actor: Actor, wardId: string) {
    if (!wardsOf(actor).some(({ id }) => id === wardId)) return null;
    return [...onWards(actor)]
      .filter((stay) => stay.wardId === wardId)
      .map((stay) => projection.card(actor, stay.id))
      .filter((card) => card !== null);
  }

  const longStays = createLongStays(projection);
  const lookups = () => projection.lookups();

  return {
    execute,
    reports,
    past,
    catalogue,
    clock,
    lookups,
    board: (actor, since) => projection.answer(actor, since),
    escalations: createEscalations(projection),
    longStays,
    longStayFiles: createLongStayFiles({ longStays, lookups, clock, files }),
    actions: createActions({ projection, clock }),
    ...createTargetSettings({ store, projection, clock, announce: lookupsChanged }),
    wards: wardsOf,
    wardCards,
    notices: createNoticeServices({ store, projection, clock, changed: noticesChanged }),
    ...createWardChanges({ store, projection, clock, wardCards }),
    findPeople: createFindPeople({ store, wards, clock }),
    findByNhsNumber: createFindByNhsNumber({ store, wards, clock }),
    async spellView(actor, spellId) {
      const loaded = await store.loadSpell(spellId);
      if (loaded === null || !(await mayLookAt(actor, loaded.spell))) return null;
      const { spell, seq } = loaded;
      // Before the record is shown: a look that cannot be noted does not happen.
      await store.recordRead({ ...readBy(actor, clock), kind: 'spell_viewed', spellId });
      const [events, journey, otherOpenStays, colleagues] = await Promise.all([
        store.eventsOf(spellId),
        store.journeyOf(spellId),
        store.otherOpenStays(spellId),
        findColleagues(actor, spell.wardId),
      ]);
      return projectSpellView(spell, seq, events, actor, {
        wards,
        asOfDay: clock.today(),
        catalogue: projection.lookups().catalogue,
        timeZone: clock.timeZone,
        journey,
        otherOpenStays,
        colleagues,
      });
    },
  };
}
