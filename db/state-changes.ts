import { keyOf } from './row-writer.ts';
import type { SpellRows } from './spell-rows.ts';
import type { RowOf } from './tables.ts';

export type StateTable = keyof SpellRows;
export type StateRows = { [Name in StateTable]: RowOf<Name>[] };

/** Parents before children. */
export const STATE_TABLES = [
  'persons',
  'person_identifiers',
  'spells',
  'nctr_periods',
  'tasks',
  'task_questions',
  'task_providers',
  'escalations',
  'stay_escalations',
  'actions',
  'action_chases',
  'notes',
  'homes',
  'housing_steps',
] as const satisfies readonly StateTable[];

export type RowChange<Name extends StateTable = StateTable> =
  | { kind: 'insert' | 'remove'; table: Name; row: RowOf<Name> }
  | { kind: 'update'; table: Name; row: RowOf<Name>; changed: readonly string[] };

/** What has to be written so that the rows of before become those of after; unchanged rows are left. */
export function changesBetween(before: Partial<StateRows>, after: StateRows): RowChange[] {
  const changes = STATE_TABLES.flatMap((table) =>
    changesOf(table, before[table] ?? [], after[table]),
  );
  // A value that moves from one row to another must be free before it is taken again; a person goes
  // when no stay is theirs any more.
  const isLast = ({ kind, table }: RowChange) => kind === 'remove' && table === 'persons';
  return [
    ...changes.filter((change) => change.kind === 'remove' && !isLast(change)).reverse(),
    ...changes.filter(({ kind }) => kind !== 'remove'),
    ...changes.filter(isLast),
  ];
}

function changesOf<Name extends StateTable>(
  table: Name,
  before: readonly RowOf<Name>[],
  after: readonly RowOf<Name>[],
): RowChange<Name>[] {
  const key = KEYS[table];
  const known = new Map(before.map((row) => [key(row), row]));
  const changes: RowChange<Name>[] = [];
  const wanted = new Map(after.map((row) => [key(row), row]));
  for (const row of wanted.values()) {
    const old = known.get(key(row));
    known.delete(key(row));
    const changed = old === undefined ? [] : changedIn(old, row);
    if (old === undefined) changes.push({ kind: 'insert', table, row });
    else if (changed.length > 0) changes.push({ kind: 'update', table, row, changed });
  }
  for (const row of known.values()) changes.push({ kind: 'remove', table, row });
  return changes;
}

type AnyRow = Readonly<Record<string, unknown>>;

export function isSameRow(left: AnyRow, right: AnyRow): boolean {
  return changedIn(left, right).length === 0;
}

/** Values of rows are text, numbers, booleans and null. */
function changedIn(before: AnyRow, after: AnyRow): string[] {
  return Object.keys(before).filter((property) => before[property] !== after[property]);
}

const KEYS = Object.fromEntries(
  STATE_TABLES.map((table) => {
    const properties = keyOf(table);
    const key = (row: AnyRow) => properties.map((property) => String(row[property])).join('\n');
    return [table, key];
  }),
) as Record<StateTable, (row: AnyRow) => string>; // one for each of STATE_TABLES
