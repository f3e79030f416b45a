import { createHash } from 'node:crypto';
import type { LoadedSpell, SightChange, Store, StoredEvent } from '../../db/store.ts';
import type { Audience } from '../../domain/actor.ts';
import type { SightFacts } from '../../domain/audience.ts';
import { audienceKey, isLive, isLiveFor, sightFacts } from '../../domain/audience.ts';
import { catalogueOf } from '../../domain/catalogue/catalogue-content.ts';
import type { CatalogueEdition } from '../../domain/catalogue/edition.ts';
import type { BoardAnswer, Lookups, Removal } from '../../domain/protocol.ts';
import { PROTOCOL_VERSION, digestOf } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import { projectCard } from '../../domain/spell/card.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Wards } from '../../domain/spell/state.ts';
import type { TargetSettings } from '../../domain/tasks/target-settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock, Cursor } from '../services.ts';

/** For so long a client that was away can catch up; after that it takes a snapshot. */
export const CATCH_UP_DAYS = 7;

/** How many touches are remembered for frames; whoever is further behind is served by a scan. */
const REMEMBERED_TOUCHES = 10_000;

type Entry = LoadedSpell & { facts: SightFacts; cards: Map<string, Card> };

/**
 * The live board in memory: every stay on it, and those that have left with a home that is followed
 * up; kept by the publisher, read by everyone.
 */
export type BoardProjection = {
  epoch: string;
  isDemo: boolean;
  lookups(): Lookups;
  /** Takes in another edition of the task catalogue; reasons on cards follow from it. */
  takeCatalogue(edition: CatalogueEdition): void;
  /** Takes in settings that were saved: from now on they count. */
  takeSettings(settings: TargetSettings, edition: number): void;
  wards: Wards;
  seq(): number;
  get(spellId: string): LoadedSpell | undefined;
  spells(): Iterable<LoadedSpell>;
  /** Takes in the next event; only the publisher calls it, in order. */
  apply(event: StoredEvent): Promise<void>;
  answer(reader: Audience, since?: Cursor): BoardAnswer;
  cards(reader: Audience): Card[];
  /** The card of one stay, or null when it is not on this reader's board. */
  card(reader: Audience, spellId: string): Card | null;
  /** What an audience must be told of everything after a seq, each list in seq order. */
  frame(reader: Audience, afterSeq: number): { cards: Card[]; removed: Removal[] };
  digest(reader: Audience): string;
  /** Forgets who could see what before an instant; cursors older than that start afresh. */
  forgetSightsBefore(instant: Instant): Promise<void>;
};

/** What the board needs of the database. */
type BoardSource = Pick<
  Store,
  | 'readMark'
  | 'wards'
  | 'catalogue'
  | 'targetSettings'
  | 'liveSpells'
  | 'loadSpell'
  | 'lastSeq'
  | 'sightChanges'
  | 'seqBefore'
  | 'forgetSightChanges'
>;

/** Builds the board from the database. The server holds the lock, so nothing changes meanwhile. */
export async function createBoardProjection(
  store: BoardSource,
  clock: Clock,
): Promise<BoardProjection> {
  const [mark, wardList, edition, standing] = await Promise.all([
    store.readMark(),
    store.wards(),
    store.catalogue(),
    store.targetSettings(),
  ]);
  const wards: Wards = new Map(wardList.map((ward) => [ward.id, ward]));
  const { settings, edition: settingsEdition } = standing;
  let lookups = withVersion({
    wards: wardList,
    ...catalogueIn(edition),
    settings,
    settingsEdition,
  });

  const entries = new Map<string, Entry>();
  const hold = ({ spell, seq }: LoadedSpell): SightFacts => {
    const facts = sightFacts(spell);
    if (isLive(facts)) entries.set(spell.id, { spell, seq, facts, cards: new Map() });
    else entries.delete(spell.id);
    return facts;
  };
  for (const loaded of await store.liveSpells()) hold(loaded);
  let headSeq = await store.lastSeq();
  let sights: SightChange[] = await store.sightChanges();
  let oldestCursor = await store.seqBefore(catchUpLimit(clock.now()));
  let touches: { seq: number; spellId: string }[] = [];
  let touchesAfter = headSeq;

  function cardOf(entry: Entry, reader: Audience): Card {
    const asOfDay = clock.today();
    const shape = `${cardShape(reader)} ${asOfDay}`;
    const known = entry.cards.get(shape);
    if (known !== undefined) return known;
    const { catalogue } = lookups;
    const context = { wards, catalogue, asOfDay, timeZone: clock.timeZone };
    const card = projectCard(entry.spell, entry.seq, reader, context);
    entry.cards.set(shape, card);
    return card;
  }

  function* inSight(reader: Audience): Iterable<Entry> {
    for (const entry of entries.values()) if (isLiveFor(reader, entry.facts)) yield entry;
  }

  /** By ward and bed, as people look for them; like beside like also compresses best. */
  const cards = (reader: Audience) =>
    [...inSight(reader)].sort(byWardAndBed).map((entry) => cardOf(entry, reader));

  /** The stays touched after a seq, each with the seq of its last touch. */
  function touchedAfter(afterSeq: number): Map<string, number> {
    const touched = new Map<string, number>();
    if (afterSeq >= touchesAfter) {
      for (let index = touches.length - 1; index >= 0; index -= 1) {
        const touch = touches[index];
        if (touch === undefined || touch.seq <= afterSeq) break;
        if (!touched.has(touch.spellId)) touched.set(touch.spellId, touch.seq);
      }
      return touched;
    }
    for (const { spell, seq } of entries.values()) if (seq > afterSeq) touched.set(spell.id, seq);
    for (const { spellId, seq } of sights) if (seq > afterSeq) touched.set(spellId, seq);
    return touched;
  }

  function frame(reader: Audience, afterSeq: number) {
    const shown: Card[] = [];
    const removed: Removal[] = [];
    const leavers = new Set<string>();
    for (const [spellId] of touchedAfter(afterSeq)) {
      const entry = entries.get(spellId);
      if (entry !== undefined && isLiveFor(reader, entry.facts)) shown.push(cardOf(entry, reader));
      else leavers.add(spellId);
    }
    // Newest first: the last sight of a stay is the one that its removal is dated by.
    for (let index = sights.length - 1; index >= 0 && leavers.size > 0; index -= 1) {
      const sight = sights[index];
      if (sight === undefined || sight.seq <= afterSeq) break;
      if (!leavers.has(sight.spellId) || !isLiveFor(reader, sight.before)) continue;
      leavers.delete(sight.spellId);
      removed.push({ id: sight.spellId, seq: sight.seq });
    }
    return {
      cards: shown.sort((a, b) => a.seq - b.seq),
      removed: removed.sort((a, b) => a.seq - b.seq),
    };
  }

  async function apply(event: StoredEvent): Promise<void> {
    if (event.seq <= headSeq) return;
    const before = entries.get(event.spellId);
    if (before === undefined || before.seq < event.seq) {
      const facts = hold(await nextState(store, before, event));
      if (before !== undefined && differ(before.facts, facts)) {
        const { seq, spellId, recordedAt: at } = event;
        sights.push({ seq, spellId, before: before.facts, at });
      }
    }
    touches.push({ seq: event.seq, spellId: event.spellId });
    if (touches.length > 2 * REMEMBERED_TOUCHES) {
      touches = touches.slice(-REMEMBERED_TOUCHES);
      touchesAfter = (touches[0]?.seq ?? headSeq) - 1;
    }
    headSeq = event.seq;
  }

  function answer(reader: Audience, since?: Cursor): BoardAnswer {
    const key = audienceKey(reader);
    const isUsable =
      since !== undefined &&
      since.epoch === mark.epoch &&
      (since.key === undefined || since.key === key) &&
      since.seq >= oldestCursor &&
      since.seq <= headSeq;
    return {
      protocol: PROTOCOL_VERSION,
      epoch: mark.epoch,
      key,
      seq: headSeq,
      asOfDay: clock.today(),
      reset: !isUsable,
      ...(isUsable ? frame(reader, since.seq) : { cards: cards(reader), removed: [] }),
      lookups,
    };
  }

  return {
    epoch: mark.epoch,
    isDemo: mark.isDemo,
    lookups: () => lookups,
    takeCatalogue: (to) => {
      lookups = withVersion({ ...lookups, ...catalogueIn(to) });
      for (const { cards: made } of entries.values()) made.clear();
    },
    takeSettings: (taken, number) => {
      lookups = withVersion({ ...lookups, settings: taken, settingsEdition: number });
    },
    wards,
    seq: () => headSeq,
    get: (spellId) => entries.get(spellId),
    spells: () => entries.values(),
    apply,
    answer,
    cards,
    card: (reader, spellId) => {
      const entry = entries.get(spellId);
      return entry === undefined || !isLiveFor(reader, entry.facts) ? null : cardOf(entry, reader);
    },
    frame,
    digest: (reader) => digestOf(idsOf(inSight(reader))),
    forgetSightsBefore: async (instant) => {
      oldestCursor = await store.seqBefore(instant);
      sights = sights.filter((sight) => sight.seq > oldestCursor);
      await store.forgetSightChanges(instant);
    },
  };
}

function catalogueIn({ content, number: edition }: CatalogueEdition) {
  return { edition, catalogue: catalogueOf(content), taskSets: content.sets };
}

function withVersion(named: Omit<Lookups, 'version'> & { version?: string }): Lookups {
  const { version: _before, ...lookups } = named;
  const version = createHash('sha256').update(JSON.stringify(lookups)).digest('hex').slice(0, 16);
  return { version, ...lookups };
}

/** The instant before which cursors are too old to catch up. */
export function catchUpLimit(now: Instant): Instant {
  return new Date(Date.parse(now) - CATCH_UP_DAYS * 86_400_000).toISOString();
}

/** Evolves what is held; a stay that is not held, or does not evolve, is loaded again. */
async function nextState(
  store: BoardSource,
  before: LoadedSpell | undefined,
  event: StoredEvent,
): Promise<LoadedSpell> {
  if (before !== undefined || event.type === 'PatientAdmitted') {
    return { spell: evolve(before?.spell ?? null, event), seq: event.seq };
  }
  const loaded = await store.loadSpell(event.spellId);
  if (loaded === null) throw new Error(`Event ${event.seq} is of a stay that is not there`);
  return loaded;
}

/** Readers of one shape see a stay alike. */
function cardShape({ role }: Audience): string {
  return role === 'housing' || role === 'broker' ? role : 'hospital';
}

function byWardAndBed({ spell: a }: LoadedSpell, { spell: b }: LoadedSpell): number {
  return compare(a.wardId, b.wardId) || compare(a.bed ?? '', b.bed ?? '') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function differ(a: SightFacts, b: SightFacts): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

function* idsOf(entries: Iterable<Entry>): Iterable<{ id: string; seq: number }> {
  for (const { spell, seq } of entries) yield { id: spell.id, seq };
}
