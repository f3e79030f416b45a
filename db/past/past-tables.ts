import type Database from 'better-sqlite3';
import type { Instant } from '../../domain/time.ts';
import { STATE_TABLES } from '../state-changes.ts';
import type { StateTable } from '../state-changes.ts';
import type { TableName } from '../tables.ts';

/** How far back the past is: the last event that counts, and when it was. */
export type PastMoment = { seq: number; at: Instant };

/**
 * Which rows of a table of state hold as they are, because nothing was recorded about them since.
 * A stay's row says which event touched it last; `moved_*` are made by `moveTables`.
 */
const UNMOVED: Record<StateTable, (moment: PastMoment) => string> = {
  persons: () => 'id NOT IN (SELECT id FROM temp.moved_persons)',
  person_identifiers: () => 'person_id NOT IN (SELECT id FROM temp.moved_persons)',
  spells: ({ seq }) => `seq <= ${seq}`,
  nctr_periods: ofUnmovedStay,
  tasks: ofUnmovedStay,
  task_questions: ofUnmovedStay,
  task_providers: ofUnmovedStay,
  escalations: ofUnmovedStay,
  stay_escalations: ofUnmovedStay,
  actions: ofUnmovedStay,
  action_chases: ofUnmovedStay,
  notes: ofUnmovedStay,
  homes: ofUnmovedStay,
  housing_steps: ofUnmovedStay,
};

function ofUnmovedStay(): string {
  return 'spell_id NOT IN (SELECT id FROM temp.moved_spells)';
}

/** What is only ever added to: the rows that were there by then. */
const RECORDED: Partial<Record<TableName, (moment: PastMoment) => string>> = {
  events: ({ seq }) => `seq <= ${seq}`,
  event_details: ({ seq }) => `seq <= ${seq}`,
  edd_history: ({ seq }) => `seq <= ${seq}`,
  ctr_reviews: ({ seq }) => `seq <= ${seq}`,
  board_rounds: ({ seq }) => `seq <= ${seq}`,
  task_state_history: ({ seq }) => `seq <= ${seq}`,
  catalogue_editions: ({ at }) => `saved_at IS NULL OR saved_at <= '${at}'`,
  target_settings: ({ at }) => `saved_at <= '${at}'`,
};

/** Empty tables, by the names of the real ones, for the rows that have changed since. */
export function addMovedTables(db: Database.Database, { seq }: PastMoment): void {
  db.exec('CREATE TEMP TABLE moved_spells (id TEXT PRIMARY KEY) WITHOUT ROWID');
  db.exec('CREATE TEMP TABLE moved_persons (id TEXT PRIMARY KEY) WITHOUT ROWID');
  db.prepare('INSERT INTO moved_spells SELECT id FROM main.spells WHERE seq > ?').run(seq);
  for (const table of STATE_TABLES) {
    db.exec(`CREATE TEMP TABLE ${table} AS SELECT * FROM main.${table} WHERE 0`);
  }
}

/**
 * Puts the past in the place of the present: on this connection every name of a table now means its
 * rows as they were, those that have not moved from the file and the others from `addMovedTables`.
 * Whatever reads by these names reads the past, and nothing has to know of it.
 */
export function showPast(db: Database.Database, moment: PastMoment): void {
  for (const table of STATE_TABLES) {
    const key = KEYS[table];
    db.exec(`ALTER TABLE temp.${table} RENAME TO past_${table}`);
    db.exec(`CREATE INDEX temp.past_${table}_by_key ON past_${table} (${key})`);
    view(
      db,
      table,
      `SELECT * FROM main.${table} WHERE ${UNMOVED[table](moment)}
       UNION ALL SELECT * FROM temp.past_${table}`,
    );
  }
  for (const [table, condition] of Object.entries(RECORDED)) {
    view(db, table, `SELECT * FROM main.${table} WHERE ${condition(moment)}`);
  }
}

/** What rows of a table are looked for by. */
const KEYS: Record<StateTable, string> = {
  persons: 'id',
  person_identifiers: 'person_id',
  spells: 'id',
  nctr_periods: 'spell_id',
  tasks: 'spell_id',
  task_questions: 'spell_id',
  task_providers: 'spell_id',
  escalations: 'spell_id',
  stay_escalations: 'spell_id',
  actions: 'spell_id',
  action_chases: 'spell_id',
  notes: 'spell_id',
  homes: 'spell_id',
  housing_steps: 'spell_id',
};

function view(db: Database.Database, name: string, select: string): void {
  db.exec(`CREATE TEMP VIEW ${name} AS ${select}`);
}

/** The tables that are read as they were; every other one is read as it is now. */
export const PAST_TABLES: ReadonlySet<string> = new Set([
  ...STATE_TABLES,
  ...Object.keys(RECORDED),
]);
