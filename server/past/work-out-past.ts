import type { PastReader, ReportSources } from '../../db/past/past-reader.ts';
import type { Actor, Audience } from '../../domain/actor.ts';
import { isOnBoardOf, sightFacts } from '../../domain/audience.ts';
import { catalogueOf } from '../../domain/catalogue/catalogue-content.ts';
import { canSeePast } from '../../domain/past/past-sight.ts';
import type { PastBoard, PastFrame, PastPlan } from '../../domain/past/past-view.ts';
import type { Lookups } from '../../domain/protocol.ts';
import { projectCard } from '../../domain/spell/card.ts';
import { projectSpellView } from '../../domain/spell/spell-view.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
import { neighboursAmong, neighboursOf } from './past-neighbours.ts';

export type PastAsked = { at: Instant; timeZone: string };

/** A reader's board as it was: those who were on it then and are in their sight now. */
export function workOutPastBoard(
  { now }: Pick<ReportSources, 'now'>,
  past: PastReader,
  reader: Audience,
  asked: PastAsked,
): PastBoard {
  const then = past.onBoard().filter(({ spell }) => isOnBoardOf(reader, sightFacts(spell)));
  const inSight = sightNow(reader, (ids) => now.stays(ids));
  const isShown = inSight(then.map(({ spell }) => spell.id));
  const shown = then.filter(({ spell }) => isShown.has(spell.id));
  const frame = frameOf(past, asked);
  const context = contextOf(frame.lookups, asked);
  return {
    ...frame,
    ...neighboursAmong(past, asked.at, inSight),
    cards: shown.map(({ spell, seq }) => projectCard(spell, seq, reader, context)),
    isPartial: shown.length < then.length,
  };
}

/** One plan as it was; null where it was not there, not theirs then, or is not theirs now. */
export function workOutPastPlan(
  { now }: Pick<ReportSources, 'now'>,
  past: PastReader,
  { actor, spellId }: { actor: Actor; spellId: string },
  asked: PastAsked,
): PastPlan | null {
  const stay = past.stay(spellId);
  const [current] = now.stays([spellId]);
  if (stay === null || current === undefined) return null;
  if (!canSeePast(actor, sightFacts(stay.spell), sightFacts(current))) return null;
  const { spell, seq, events, journey, otherOpenStays } = stay;
  const frame = frameOf(past, asked);
  const context = { ...contextOf(frame.lookups, asked), journey, otherOpenStays, colleagues: [] };
  const view = projectSpellView(spell, seq, events, actor, context);
  return { ...frame, ...neighboursOf(past, spellId, asked.at), view };
}

/** Which stays somebody may see now, asked of many at a time; each is looked at once. */
function sightNow(reader: Audience, load: (ids: readonly string[]) => Spell[]) {
  const known = new Map<string, boolean>();
  return (ids: readonly string[]): ReadonlySet<string> => {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id));
    for (const id of unknown) known.set(id, false);
    for (const spell of unknown.length === 0 ? [] : load(unknown)) {
      const facts = sightFacts(spell);
      known.set(spell.id, canSeePast(reader, facts, facts));
    }
    return new Set(ids.filter((id) => known.get(id) === true));
  };
}

function frameOf(
  past: PastReader,
  { at, timeZone }: PastAsked,
): Omit<PastFrame, 'previous' | 'next'> {
  const { content, number: edition } = past.catalogueThen();
  const { settings, edition: settingsEdition } = past.settingsThen();
  const lookups: Lookups = {
    version: `as it was at ${at}`,
    ...{ edition, catalogue: catalogueOf(content), taskSets: content.sets },
    ...{ settings, settingsEdition },
    wards: past.wards(),
  };
  return { at, asOfDay: calendarDay(at, timeZone), lookups };
}

function contextOf({ wards, catalogue }: Lookups, { at, timeZone }: PastAsked) {
  return {
    wards: new Map(wards.map((ward) => [ward.id, ward])),
    ...{ catalogue, timeZone, asOfDay: calendarDay(at, timeZone) },
  };
}
