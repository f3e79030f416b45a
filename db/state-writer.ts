import type { Spell } from '../domain/spell/state.ts';
import type { PersonQueries } from './queries/person-rows.ts';
import type { RowWriter } from './row-writer.ts';
import { rowsOfSpell } from './spell-rows.ts';
import { changesBetween } from './state-changes.ts';

export type StateWriter = {
  /** Makes the state rows those of a stay; `before` is the stay they hold now, null for a new one. */
  write(before: { spell: Spell; seq: number } | null, after: { spell: Spell; seq: number }): void;
};

export function stateWriter(writer: RowWriter, people: PersonQueries): StateWriter {
  return {
    write(before, after) {
      // Somebody who was here before has rows already, which an admission brings up to date.
      const known =
        before === null
          ? people.rows(after.spell.person.id)
          : rowsOfSpell(before.spell, before.seq);
      for (const change of changesBetween(known, rowsOfSpell(after.spell, after.seq))) {
        writer[change.kind](change.table, change.row);
      }
    },
  };
}
