import type { Store } from '../db/store.ts';
import type { HistoryLine } from '../domain/spell/spell-view.ts';
import { historyLines } from '../domain/spell/spell-view.ts';
import type { BoardProjection } from './realtime/board-projection.ts';
import { readBy } from './read-by.ts';
import type { Clock, Services, WardChanges } from './services.ts';

const FIRST_LOOK_HOURS = 24;

type Deps = {
  store: Pick<Store, 'lastLook' | 'keepLook' | 'seqBefore' | 'eventsOf' | 'recordRead'>;
  projection: BoardProjection;
  clock: Clock;
  wardCards: Services['wardCards'];
};

/** What others changed on a ward since somebody last said that they had looked. */
export function createWardChanges({
  store,
  projection,
  clock,
  wardCards,
}: Deps): Pick<Services, 'wardChanges' | 'markLooked'> {
  async function since(userId: string, wardId: string) {
    const look = await store.lastLook(userId, wardId);
    if (look !== null) return { from: look.seq, lookedAt: look.at };
    const dayAgo = new Date(Date.parse(clock.now()) - FIRST_LOOK_HOURS * 3_600_000).toISOString();
    return { from: await store.seqBefore(dayAgo), lookedAt: null };
  }

  return {
    async wardChanges(actor, wardId) {
      const cards = wardCards(actor, wardId);
      if (cards === null) return null;
      const seq = projection.seq();
      const { from, lookedAt } = await since(actor.id, wardId);
      const context = {
        ...{ wards: projection.wards, catalogue: projection.lookups().catalogue },
        ...{ asOfDay: clock.today(), timeZone: clock.timeZone },
      };
      const isNews = (line: HistoryLine) =>
        line.seq > from && line.seq <= seq && line.by.id !== actor.id;
      const patients: WardChanges['patients'] = [];
      for (const card of cards.filter((one) => one.seq > from)) {
        const held = projection.get(card.id);
        if (held === undefined) continue;
        const events = await store.eventsOf(card.id);
        const lines = historyLines(held.spell, events, actor, context).filter(isNews);
        if (lines.length === 0) continue;
        // Before it is shown, as with the whole plan: it may quote what was written.
        const read = { ...readBy(actor, clock), spellId: card.id };
        await store.recordRead({ ...read, kind: 'spell_viewed' });
        patients.push({ card, lines: lines.toReversed() });
      }
      return { lookedAt, seq, patients };
    },
    async markLooked(actor, wardId, seq) {
      if (wardCards(actor, wardId) === null) return false;
      // What is not there yet cannot have been looked at.
      const upTo = Math.min(seq, projection.seq());
      await store.keepLook({ userId: actor.id, wardId, seq: upTo, at: clock.now() });
      return true;
    },
  };
}
