import type Database from 'better-sqlite3';
import type { Person } from '../../domain/persons/person.ts';
import type { SpellEventType } from '../../domain/spell/events.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { EventRow } from '../event-rows.ts';
import { eventFromRow } from '../event-rows.ts';
import { quoted } from '../queries/stay-courses.ts';
import type { SpellRows } from '../spell-rows.ts';
import { rowsOfSpell } from '../spell-rows.ts';
import type { StoredEvent } from '../store.ts';

/** Told of while the past is made; throws when nobody wants it any more. */
export type PastProgress = (done: number, of: number) => void;

type PersonRows = Pick<SpellRows, 'persons' | 'person_identifiers'>;
type StayRows = Omit<SpellRows, keyof PersonRows>;

const TOLD_EVERY = 200;

/** The rows of stays that have moved since, as their events up to a seq make them, stay by stay. */
export function* pastStays(
  db: Database.Database,
  seq: number,
  progress: PastProgress,
): Generator<StayRows> {
  const total = db.prepare<[], number>('SELECT count(*) FROM temp.moved_spells').pluck().get() ?? 0;
  let done = 0;
  let spell: Spell | null = null;
  let lastSeq = 0;
  for (const event of eventsOf(db, 'temp.moved_spells', seq)) {
    if (spell !== null && spell.id !== event.spellId) {
      yield stayRows(spell, lastSeq);
      spell = null;
      done += 1;
      if (done % TOLD_EVERY === 0) progress(done, total);
    }
    spell = evolve(spell, event) satisfies Spell;
    lastSeq = event.seq;
  }
  if (spell !== null) yield stayRows(spell, lastSeq);
}

function stayRows(spell: Spell, seq: number): StayRows {
  const { persons: _person, person_identifiers: _numbers, ...rows } = rowsOfSpell(spell, seq);
  return rows;
}

/** What says who somebody is. */
const SAYS_WHO = [
  'PatientAdmitted',
  'PersonUpdated',
  'PersonsMerged',
  'MergeUndone',
] satisfies SpellEventType[];

/**
 * The people whom the moved stays are of, then and now, as they were: a record is what the last
 * event of any of its stays said. `temp.moved_persons` holds who they are.
 */
export function* pastPeople(db: Database.Database, seq: number): Generator<PersonRows> {
  // Within the past: whose the stays were then.
  db.exec(`CREATE TEMP TABLE stays_of_moved (id TEXT PRIMARY KEY) WITHOUT ROWID`);
  db.prepare(
    `INSERT INTO stays_of_moved
     SELECT id FROM main.spells WHERE person_id IN (SELECT id FROM temp.moved_persons)
     UNION SELECT id FROM temp.moved_spells`,
  ).run();
  const holders = new Map<string, Spell>();
  const people = new Map<string, { person: Person; spell: Spell }>();
  const events = [...eventsOf(db, 'temp.stays_of_moved', seq, SAYS_WHO)];
  for (const event of events.sort((one, other) => one.seq - other.seq)) {
    const held = holders.get(event.spellId) ?? null;
    // A stay knows what was said in it; the record may know more by now from another stay.
    const known = held === null ? undefined : people.get(held.person.id)?.person;
    const before = held === null || known === undefined ? held : { ...held, person: known };
    const spell = evolve(before, event);
    holders.set(event.spellId, spell);
    people.set(spell.person.id, { person: spell.person, spell });
  }
  // A record whose last stay went to another one is not there any more.
  const isHeld = new Set([...holders.values()].map(({ person }) => person.id));
  for (const [id, { person, spell }] of people) {
    if (!isHeld.has(id)) continue;
    const { persons, person_identifiers } = rowsOfSpell({ ...spell, person }, seq);
    yield { persons, person_identifiers };
  }
}

type LoggedRow = EventRow & { body: string | null };

/** Events of stays up to a seq with their details, in their order within each stay. */
function* eventsOf(
  db: Database.Database,
  stays: string,
  seq: number,
  types: readonly SpellEventType[] = [],
): Generator<StoredEvent> {
  const ofTypes = types.length === 0 ? '' : `AND e.type IN (${quoted(types)})`;
  // CROSS JOIN: the stays first, then their events by index; the log is never read through.
  const rows = db
    .prepare<[number], LoggedRow>(
      `SELECT e.seq, e.occurred_at AS occurredAt, e.recorded_at AS recordedAt,
         e.actor_id AS actorId, e.actor_name AS actorName, e.role, e.organisation,
         e.command_id AS commandId, e.spell_id AS spellId, e.task_id AS taskId, e.type, e.data,
         e.details_hash AS detailsHash, e.hash, d.body
       FROM ${stays} AS stay
       CROSS JOIN main.events AS e ON e.spell_id = stay.id AND e.seq <= ? ${ofTypes}
       LEFT JOIN main.event_details AS d ON d.seq = e.seq
       ORDER BY stay.id, e.seq`,
    )
    .iterate(seq);
  for (const row of rows) yield eventFromRow(row);
}
