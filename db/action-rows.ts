import type { Action } from '../domain/actions/action.ts';
import { refOf } from './actor-ref.ts';
import type { actionChases, actions } from './schema/actions.ts';

export type ActionRow = typeof actions.$inferSelect;
export type ChaseRow = typeof actionChases.$inferSelect;

/** All rows that hold the actions of one stay. */
export type ActionRows = { actions: ActionRow[]; action_chases: ChaseRow[] };

export function rowsOfActions(spellId: string, actions: readonly Action[]): ActionRows {
  return {
    actions: actions.map((action, position) => actionRow(spellId, action, position)),
    action_chases: actions.flatMap(({ id: actionId, chases }) =>
      chases.map(({ by, at, because, words }, position) => ({
        ...{ actionId, position, spellId, because, words },
        ...{ chasedById: by.id, chasedByName: by.name, chasedAt: at },
      })),
    ),
  };
}

/** The actions that rows hold; all come in order of position. */
export function actionsFromRows(rows: ActionRows): Action[] {
  return rows.actions.map((row) => {
    const { id, what, owner, dueOn, source, taskId, askedAt, setAt } = row;
    return {
      ...{ id, what, owner, dueOn, source, taskId, askedAt, setAt },
      person: refOf(row.personId, row.personName),
      askedBy: { id: row.askedById, name: row.askedByName },
      setBy: { id: row.setById, name: row.setByName },
      chases: rows.action_chases.filter(({ actionId }) => actionId === id).map(chaseFromRow),
      ended: endedOf(row),
    };
  });
}

function actionRow(spellId: string, action: Action, position: number): ActionRow {
  const { id, what, owner, person, dueOn, source, taskId, askedAt, setAt, ended } = action;
  return {
    ...{ id, spellId, position, what, owner, dueOn, source, taskId, askedAt, setAt },
    ...{ personId: person?.id ?? null, personName: person?.name ?? null },
    ...{ askedById: action.askedBy.id, askedByName: action.askedBy.name },
    ...{ setById: action.setBy.id, setByName: action.setBy.name },
    outcome: ended?.outcome ?? null,
    outcomeWords: ended?.words ?? null,
    endedById: ended?.by.id ?? null,
    endedByName: ended?.by.name ?? null,
    endedAt: ended?.at ?? null,
    isEndedByTeam: ended === null ? null : Number(ended.byTeam),
  };
}

function endedOf(row: ActionRow): Action['ended'] {
  const { outcome, outcomeWords: words, endedAt: at, isEndedByTeam } = row;
  const by = refOf(row.endedById, row.endedByName);
  return outcome === null || words === null || by === null || at === null
    ? null
    : { outcome, words, by, at, byTeam: isEndedByTeam === 1 };
}

function chaseFromRow(row: ChaseRow): Action['chases'][number] {
  const { because, words, chasedAt: at } = row;
  return { because, words, at, by: { id: row.chasedById, name: row.chasedByName } };
}
