import type { Spell } from '../domain/spell/state.ts';
import type { PersonQueries } from './queries/person-rows.ts';
import type { RowWriter } from './row-writer.ts';
import { rowsOfSpell } from './spell-rows.ts';
import type { StateRows, StateTable } from './state-changes.ts';
import { STATE_TABLES, changesBetween } from './state-changes.ts';

/** A stay and the seq of its last event, before and after; `before` is null for a new one. */
export type StateChange = {
  before: { spell: Spell; seq: number } | null;
  after: { spell: Spell; seq: number };
};

export type StateWriter = {
  /** Makes the state rows those of stays that change together; they hold what was before. */
  write(changes: readonly StateChange[]): void;
};

export function stateWriter(writer: RowWriter, people: PersonQueries): StateWriter {
  return {
    write(changes) {
      const known = changes.map(({ before, after }) =>
        // Somebody who was here before has rows already, which an admission brings up to date.
        before === null
          ? people.rows(after.spell.person.id)
          : rowsOfSpell(before.spell, before.seq),
      );
      const wanted = changes.map(({ after }) => rowsOfSpell(after.spell, after.seq));
      for (const change of changesBetween(inOne(known), inOne(wanted))) {
        if (change.kind === 'update') writer.update(change.table, change.row, change.changed);
        else writer[change.kind](change.table, change.row);
      }
    },
  };
}

/** The rows of several stays; of a person whom two of them share, the rows come twice alike. */
function inOne(parts: readonly Partial<StateRows>[]): StateRows {
  const rowsOf = (table: StateTable) => parts.flatMap<unknown>((part) => part[table] ?? []);
  const entries = STATE_TABLES.map((table) => [table, rowsOf(table)] as const);
  return Object.fromEntries(entries) as StateRows; // made from all of STATE_TABLES
}
