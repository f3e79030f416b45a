import type { ProviderApproach, Task, TaskQuestion } from '../domain/tasks/task.ts';
import { refOf } from './actor-ref.ts';
import type { EscalationRow } from './escalation-rows.ts';
import { escalationFromRow, escalationRows } from './escalation-rows.ts';
import type { taskProviders, taskQuestions, tasks } from './schema/tasks.ts';

export type TaskRow = typeof tasks.$inferSelect;
export type QuestionRow = typeof taskQuestions.$inferSelect;
export type ProviderRow = typeof taskProviders.$inferSelect;

/** All rows that hold the tasks of one stay. */
export type TaskRows = {
  tasks: TaskRow[];
  task_questions: QuestionRow[];
  task_providers: ProviderRow[];
  escalations: EscalationRow[];
};

export function rowsOfTasks(spellId: string, tasks: readonly Task[]): TaskRows {
  return {
    tasks: tasks.map((task, position) => taskRow(spellId, task, position)),
    task_questions: tasks.flatMap((task) =>
      task.questions.map((question, position) => ({
        ...{ spellId, taskId: task.id, position },
        ...questionColumns(question),
      })),
    ),
    task_providers: tasks.flatMap((task) =>
      task.providers.map(({ recordedBy, ...approach }, position) => ({
        ...{ spellId, taskId: task.id, position },
        ...approach,
        recordedById: recordedBy.id,
        recordedByName: recordedBy.name,
      })),
    ),
    escalations: tasks.flatMap((task) => escalationRows(spellId, task)),
  };
}

/** The tasks that rows hold; all come in order of position. */
export function tasksFromRows(rows: TaskRows): Task[] {
  return rows.tasks.map((row) => ({
    ...taskFromRow(row),
    questions: rows.task_questions.filter(({ taskId }) => taskId === row.id).map(questionFromRow),
    providers: rows.task_providers.filter(({ taskId }) => taskId === row.id).map(providerFromRow),
    escalation: escalationOf(row.id, rows.escalations),
  }));
}

function escalationOf(id: string, rows: readonly EscalationRow[]): Task['escalation'] {
  const row = rows.find(({ taskId }) => taskId === id);
  return row === undefined ? null : escalationFromRow(row);
}

function taskRow(spellId: string, task: Task, position: number): TaskRow {
  return {
    id: task.id,
    spellId,
    position,
    type: task.type,
    owner: task.owner,
    state: task.state,
    isBlocking: task.blocking,
    claimedById: task.claimedBy?.id ?? null,
    claimedByName: task.claimedBy?.name ?? null,
    claimedAt: task.claimedAt,
    dueAt: task.dueAt,
    addedAt: task.addedAt,
    addedById: task.addedBy.id,
    addedByName: task.addedBy.name,
    startedAt: task.startedAt,
    completedAt: task.completedAt,
    completedById: task.completedBy?.id ?? null,
    completedByName: task.completedBy?.name ?? null,
    blockingSince: task.blockingSince,
    declinedById: task.declined?.by.id ?? null,
    declinedByName: task.declined?.by.name ?? null,
    declinedReason: task.declined?.reason ?? null,
    declinedAt: task.declined?.at ?? null,
    declinedFrom: task.declined?.from ?? null,
    startsAt: task.startsAt,
    outcome: task.outcome,
  };
}

function taskFromRow(row: TaskRow): Omit<Task, 'questions' | 'providers' | 'escalation'> {
  return {
    id: row.id,
    type: row.type,
    owner: row.owner,
    state: row.state,
    blocking: row.isBlocking,
    blockingSince: row.blockingSince,
    claimedBy: refOf(row.claimedById, row.claimedByName),
    claimedAt: row.claimedAt,
    dueAt: row.dueAt,
    addedAt: row.addedAt,
    addedBy: { id: row.addedById, name: row.addedByName },
    startedAt: row.startedAt,
    completedAt: row.completedAt,
    completedBy: refOf(row.completedById, row.completedByName),
    declined: declinedOf(row),
    startsAt: row.startsAt,
    outcome: row.outcome,
  };
}

function declinedOf(row: TaskRow): Task['declined'] {
  const { declinedReason: reason, declinedAt: at, declinedFrom: from } = row;
  const by = refOf(row.declinedById, row.declinedByName);
  return by === null || reason === null || at === null || from === null
    ? null
    : { by, reason, at, from };
}

function questionColumns({ id, askedOf, owner, text, ...question }: TaskQuestion) {
  const { askedBy, askedAt, answer } = question;
  return {
    ...{ id, askedOf, owner, text, askedAt },
    askedById: askedBy.id,
    askedByName: askedBy.name,
    answer: answer?.text ?? null,
    answeredById: answer?.by.id ?? null,
    answeredByName: answer?.by.name ?? null,
    answeredAt: answer?.at ?? null,
  };
}

function questionFromRow(row: QuestionRow): TaskQuestion {
  const { id, askedOf, owner, text, askedAt, answer, answeredAt: at } = row;
  const by = refOf(row.answeredById, row.answeredByName);
  return {
    ...{ id, askedOf, owner, text, askedAt },
    askedBy: { id: row.askedById, name: row.askedByName },
    answer: answer === null || by === null || at === null ? null : { text: answer, by, at },
  };
}

function providerFromRow(row: ProviderRow): ProviderApproach {
  const { id, name, approachedOn, answer, note, recordedAt } = row;
  const recordedBy = { id: row.recordedById, name: row.recordedByName };
  return { id, name, approachedOn, answer, note, recordedBy, recordedAt };
}
