import type Database from 'better-sqlite3';
import type { Person } from '../../domain/persons/person.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import type { BulkWriter } from '../bulk-writer.ts';
import { writeInBulk } from '../bulk-writer.ts';
import type { PlayContext, PlayedEvent } from './play-plan.ts';
import { playPlan } from './play-plan.ts';
import type { SpellPlan } from './spell-plan.ts';

export type StaysProgress = { stays: number; events: number; until: Instant };
export type StaysCounts = { spells: number; openSpells: number; events: number };

type Lookups = Omit<PlayContext, 'personOf' | 'stayOf'>;
type EndedStay = NonNullable<ReturnType<PlayContext['stayOf']>>;

/** Later than anything that happens. */
const THE_END: Instant = '9999-12-31T23:59:59.999Z';

/** Stays between two times of writing down what happened in them. */
const STAYS_AT_ONCE = 250;

/**
 * Plays plans, which come in order of admission, and writes what happened in order of time. Only
 * who is in hospital is held in memory, so that years of stays can be made.
 */
export function writeStays(
  db: Database.Database,
  plans: Iterable<SpellPlan>,
  { lookups, onProgress }: { lookups: Lookups; onProgress?: (progress: StaysProgress) => void },
): StaysCounts {
  const play = playerOf(lookups);
  let [stays, openSpells] = [0, 0];
  return writeInBulk(db, (writer) => {
    const log = inOrderOfTime(writer);
    for (const plan of plans) {
      if (stays > 0 && stays % STAYS_AT_ONCE === 0) {
        log.writeUntil(plan.admittedAt);
        onProgress?.({ stays, events: log.events(), until: plan.admittedAt });
      }
      const played = play(plan);
      log.add(played);
      stays += 1;
      if (played.at(-1)?.after.discharge === null) openSpells += 1;
    }
    log.writeUntil(THE_END);
    onProgress?.({ stays, events: log.events(), until: lookups.now });
    return { spells: stays, openSpells, events: log.events() };
  });
}

/** Plays one plan after another; who people are and where they were before is remembered. */
function playerOf(lookups: Lookups): (plan: SpellPlan) => PlayedEvent[] {
  const people = new Map<string, Person>();
  const ended = new Map<string, EndedStay>();
  const personOf = (nhsNumber: string) => people.get(nhsNumber) ?? null;
  const stayOf = (planId: string) => ended.get(planId) ?? null;
  return (plan) => {
    const played = playPlan(plan, { ...lookups, personOf, stayOf });
    const stay = played.at(-1)?.after ?? null;
    if (stay !== null && stay.person.nhsNumber !== null) {
      people.set(stay.person.nhsNumber, stay.person);
    }
    if (stay !== null && stay.discharge !== null) ended.set(plan.id, endedStay(stay));
    return played;
  };
}

function endedStay({ id: spellId, admittedAt, discharge, person: { nhsNumber } }: Spell) {
  return { spellId, admittedAt, dischargedAt: discharge?.at ?? null, nhsNumber };
}

/**
 * Holds back what has happened until nothing earlier can come, and a stay until all of it has been
 * written, and all stays that began before it: those of one person are written in their order.
 */
function inOrderOfTime(writer: BulkWriter) {
  let waiting: PlayedEvent[] = [];
  let events = 0;
  const begun = new Map<string, { spell: Spell; seq: number; left: number }>();
  const lengthOf = new Map<string, number>();

  function write({ event, after, actor, commandId, recordedAt }: PlayedEvent): void {
    const { role, organisation } = actor;
    const seq = writer.addEvent({ ...event, role, organisation, commandId, recordedAt }, after);
    const left = (begun.get(event.spellId)?.left ?? lengthOf.get(event.spellId) ?? 0) - 1;
    begun.set(event.spellId, { spell: after, seq, left });
    lengthOf.delete(event.spellId);
    events += 1;
  }

  function writeStaysThatAreWhole(): void {
    for (const [spellId, { spell, seq, left }] of begun) {
      if (left > 0) return;
      writer.addSpell(spell, seq);
      begun.delete(spellId);
    }
  }

  return {
    events: () => events,
    add(played: readonly PlayedEvent[]): void {
      const [first] = played;
      if (first !== undefined) lengthOf.set(first.event.spellId, played.length);
      for (const each of played) waiting.push(each);
    },
    writeUntil(until: Instant): void {
      // What happened at one instant stays in the order in which it was played.
      waiting.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0)); // prettier-ignore
      const past = waiting.findIndex(({ recordedAt }) => recordedAt >= until);
      const ready = past === -1 ? waiting : waiting.slice(0, past);
      waiting = past === -1 ? [] : waiting.slice(past);
      for (const each of ready) write(each);
      writeStaysThatAreWhole();
    },
  };
}
