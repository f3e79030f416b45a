import type Database from 'better-sqlite3';
import { asc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { evolve } from '../domain/spell/evolve.ts';
import type { Spell } from '../domain/spell/state.ts';
import type { HistoryRows } from './event-rows.ts';
import { historyRowsOf, noHistory } from './event-rows.ts';
import { prepareEventQueries } from './queries/events.ts';
import { preparePersonQueries } from './queries/person-rows.ts';
import { prepareSpellRows } from './queries/spell-rows.ts';
import { boardRounds, ctrReviews, eddHistory, taskStateHistory } from './schema/histories.ts';
import { spells } from './schema/spells.ts';
import type { SpellRows } from './spell-rows.ts';
import { rowsOfSpell } from './spell-rows.ts';
import { STATE_TABLES, changesBetween, isSameRow } from './state-changes.ts';
import type { StoredEvent } from './store.ts';
import type { TableName } from './tables.ts';

/** A stay whose rows are not what its events say. Which values differ is left out: they identify. */
export type TableDifference = { spellId: string; table: TableName };

/**
 * Builds every stay again from its events and compares it with the tables. A person's rows follow
 * whichever of their stays last said who they are. Erased details differ unless the tables were
 * erased too. Of years of stays, those of one person in so many may do.
 */
export function checkTables(
  db: Database.Database,
  { onePersonIn = 1 }: { onePersonIn?: number } = {},
): TableDifference[] {
  return db.transaction(() => differences(db, onePersonIn)).deferred();
}

type Rebuilt = { rows: SpellRows; history: HistoryRows; personSeq: number };
type PersonRows = Pick<SpellRows, 'persons' | 'person_identifiers'>;

function differences(db: Database.Database, onePersonIn: number): TableDifference[] {
  const orm = drizzle(db);
  const log = prepareEventQueries(orm);
  const people = preparePersonQueries(orm);
  const readRows = prepareSpellRows(orm, eq(spells.id, sql.placeholder('id')));
  const readHistory = prepareHistory(orm);
  const saidLast = new Map<string, { spellId: string; seq: number; rows: PersonRows }>();
  const found: TableDifference[] = [];

  for (const spellId of onePersonIn === 1 ? spellIds(db) : sampledIds(db, onePersonIn)) {
    const rebuilt = rebuild(log.ofSpell(spellId));
    const kept = readRows({ id: spellId })[0];
    if (rebuilt === null || kept === undefined) {
      found.push({ spellId, table: rebuilt === null ? 'events' : 'spells' });
      continue;
    }
    const { persons, person_identifiers, ...stay } = rebuilt.rows;
    const rows: PersonRows = { persons, person_identifiers };
    const last = saidLast.get(persons[0].id);
    if (last === undefined || last.seq < rebuilt.personSeq) {
      saidLast.set(persons[0].id, { spellId, seq: rebuilt.personSeq, rows });
    }
    const tables = [
      ...differingTables({ ...kept, ...rows }, { ...stay, ...rows }),
      ...differingHistory(readHistory(spellId), rebuilt.history),
    ];
    found.push(...tables.map((table) => ({ spellId, table })));
  }
  for (const [personId, { spellId, rows }] of saidLast) {
    const none = {
      ...{ spells: [], nctr_periods: [], notes: [], homes: [], housing_steps: [] },
      ...{ tasks: [], task_questions: [], task_providers: [], escalations: [] },
      stay_escalations: [],
      ...{ actions: [], action_chases: [] },
    };
    const tables = differingTables({ ...none, ...people.rows(personId) }, { ...none, ...rows });
    found.push(...tables.map((table) => ({ spellId, table })));
  }
  return found;
}

function rebuild(events: readonly StoredEvent[]): Rebuilt | null {
  const history = noHistory();
  let spell: Spell | null = null;
  let seq = 0;
  let personSeq = 0;
  for (const event of events) {
    const after: Spell = evolve(spell, event);
    if (after.person !== spell?.person) personSeq = event.seq;
    const added = historyRowsOf(event, after);
    history.edd_history.push(...added.edd_history);
    history.ctr_reviews.push(...added.ctr_reviews);
    history.board_rounds.push(...added.board_rounds);
    history.task_state_history.push(...added.task_state_history);
    spell = after;
    seq = event.seq;
  }
  return spell === null ? null : { rows: rowsOfSpell(spell, seq), history, personSeq };
}

type AnyStateRows = Parameters<typeof changesBetween>[1];

function differingTables(kept: AnyStateRows, rebuilt: AnyStateRows): TableName[] {
  const changes = changesBetween(kept, rebuilt);
  return STATE_TABLES.filter((table) => changes.some((change) => change.table === table));
}

const HISTORY_TABLES = [
  'edd_history',
  'ctr_reviews',
  'board_rounds',
  'task_state_history',
] as const;

function differingHistory(kept: HistoryRows, rebuilt: HistoryRows): TableName[] {
  return HISTORY_TABLES.filter((table) => {
    const rows = kept[table];
    const expected = rebuilt[table];
    return (
      rows.length !== expected.length ||
      rows.some((row, index) => !isSameRow(row, expected[index] ?? {}))
    );
  });
}

function prepareHistory(orm: BetterSQLite3Database): (spellId: string) => HistoryRows {
  const spellId = sql.placeholder('spellId');
  const edds = orm
    .select()
    .from(eddHistory)
    .where(eq(eddHistory.spellId, spellId))
    .orderBy(asc(eddHistory.seq))
    .prepare();
  const reviews = orm
    .select()
    .from(ctrReviews)
    .where(eq(ctrReviews.spellId, spellId))
    .orderBy(asc(ctrReviews.seq))
    .prepare();
  const rounds = orm
    .select()
    .from(boardRounds)
    .where(eq(boardRounds.spellId, spellId))
    .orderBy(asc(boardRounds.seq))
    .prepare();
  const steps = orm
    .select()
    .from(taskStateHistory)
    .where(eq(taskStateHistory.spellId, spellId))
    .orderBy(asc(taskStateHistory.seq))
    .prepare();
  return (id) => ({
    edd_history: edds.all({ spellId: id }),
    ctr_reviews: reviews.all({ spellId: id }),
    board_rounds: rounds.all({ spellId: id }),
    task_state_history: steps.all({ spellId: id }),
  });
}

function spellIds(db: Database.Database): string[] {
  return db
    .prepare<[], string>('SELECT spell_id FROM events UNION SELECT id FROM spells ORDER BY 1')
    .pluck()
    .all();
}

/** All stays of every so manieth person, in order of their ids. */
function sampledIds(db: Database.Database, onePersonIn: number): string[] {
  return db
    .prepare<[number], string>(
      `SELECT spells.id FROM spells JOIN (
         SELECT id, row_number() OVER (ORDER BY id) AS number FROM persons
       ) person ON person.id = person_id WHERE number % ? = 0 ORDER BY spells.id`,
    )
    .pluck()
    .all(onePersonIn);
}
