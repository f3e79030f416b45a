import type { SQL } from 'drizzle-orm';
import { asc, inArray } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { groupBy } from '../../domain/group-by.ts';
import { actionChases, actions } from '../schema/actions.ts';
import { homes, housingSteps } from '../schema/homes.ts';
import { personIdentifiers, persons } from '../schema/persons.ts';
import { nctrPeriods, notes, spells } from '../schema/spells.ts';
import { escalations, stayEscalations } from '../schema/timers.ts';
import { taskProviders, taskQuestions, tasks } from '../schema/tasks.ts';
import type { IdentifierRow, SpellRow, SpellRows } from '../spell-rows.ts';

/**
 * Reads all rows of the stays that a condition on `spells` picks: one query for each table,
 * stitched, as a join repeats the stay for every task. For one snapshot, call it in a transaction.
 */
export function prepareSpellRows(orm: BetterSQLite3Database, condition: SQL) {
  const ids = orm.select({ id: spells.id }).from(spells).where(condition);
  const personIds = orm.select({ id: spells.personId }).from(spells).where(condition);
  const queries = {
    spells: orm.select().from(spells).where(condition).prepare(),
    persons: orm.select().from(persons).where(inArray(persons.id, personIds)).prepare(),
    identifiers: orm
      .select()
      .from(personIdentifiers)
      .where(inArray(personIdentifiers.personId, personIds))
      .prepare(),
    nctrPeriods: orm
      .select()
      .from(nctrPeriods)
      .where(inArray(nctrPeriods.spellId, ids))
      .orderBy(asc(nctrPeriods.spellId), asc(nctrPeriods.position))
      .prepare(),
    tasks: orm
      .select()
      .from(tasks)
      .where(inArray(tasks.spellId, ids))
      .orderBy(asc(tasks.spellId), asc(tasks.position))
      .prepare(),
    questions: orm
      .select()
      .from(taskQuestions)
      .where(inArray(taskQuestions.spellId, ids))
      .orderBy(asc(taskQuestions.spellId), asc(taskQuestions.taskId), asc(taskQuestions.position))
      .prepare(),
    providers: orm
      .select()
      .from(taskProviders)
      .where(inArray(taskProviders.spellId, ids))
      .orderBy(asc(taskProviders.spellId), asc(taskProviders.taskId), asc(taskProviders.position))
      .prepare(),
    escalations: orm.select().from(escalations).where(inArray(escalations.spellId, ids)).prepare(),
    stayEscalations: orm
      .select()
      .from(stayEscalations)
      .where(inArray(stayEscalations.spellId, ids))
      .prepare(),
    actions: orm
      .select()
      .from(actions)
      .where(inArray(actions.spellId, ids))
      .orderBy(asc(actions.spellId), asc(actions.position))
      .prepare(),
    chases: orm
      .select()
      .from(actionChases)
      .where(inArray(actionChases.spellId, ids))
      .orderBy(asc(actionChases.actionId), asc(actionChases.position))
      .prepare(),
    notes: orm
      .select()
      .from(notes)
      .where(inArray(notes.spellId, ids))
      .orderBy(asc(notes.spellId), asc(notes.position))
      .prepare(),
    homes: orm.select().from(homes).where(inArray(homes.spellId, ids)).prepare(),
    housingSteps: orm
      .select()
      .from(housingSteps)
      .where(inArray(housingSteps.spellId, ids))
      .prepare(),
  };
  return (values: Record<string, unknown> = {}): SpellRows[] => {
    const found = queries.spells.all(values);
    if (found.length === 0) return [];
    const personOf = new Map(queries.persons.all(values).map((row) => [row.id, row]));
    const identifiersOf = groupBy(
      queries.identifiers.all(values),
      (row: IdentifierRow) => row.personId,
    );
    const bySpell = (row: { spellId: string }) => row.spellId;
    const periodsOf = groupBy(queries.nctrPeriods.all(values), bySpell);
    const tasksOf = groupBy(queries.tasks.all(values), bySpell);
    const homesOf = groupBy(queries.homes.all(values), bySpell);
    const stepsOf = groupBy(queries.housingSteps.all(values), bySpell);
    const questionsOf = groupBy(queries.questions.all(values), bySpell);
    const providersOf = groupBy(queries.providers.all(values), bySpell);
    const escalationsOf = groupBy(queries.escalations.all(values), bySpell);
    const stayEscalationsOf = groupBy(queries.stayEscalations.all(values), bySpell);
    const actionsOf = groupBy(queries.actions.all(values), bySpell);
    const chasesOf = groupBy(queries.chases.all(values), bySpell);
    const notesOf = groupBy(queries.notes.all(values), bySpell);
    return found.map((row: SpellRow) => {
      const person = personOf.get(row.personId);
      if (person === undefined) throw new Error(`The stay ${row.id} has no person`);
      return {
        persons: [person],
        person_identifiers: identifiersOf.get(row.personId) ?? [],
        spells: [row],
        nctr_periods: periodsOf.get(row.id) ?? [],
        tasks: tasksOf.get(row.id) ?? [],
        task_questions: questionsOf.get(row.id) ?? [],
        task_providers: providersOf.get(row.id) ?? [],
        escalations: escalationsOf.get(row.id) ?? [],
        stay_escalations: stayEscalationsOf.get(row.id) ?? [],
        actions: actionsOf.get(row.id) ?? [],
        action_chases: chasesOf.get(row.id) ?? [],
        notes: notesOf.get(row.id) ?? [],
        homes: homesOf.get(row.id) ?? [],
        housing_steps: stepsOf.get(row.id) ?? [],
      };
    });
  };
}
