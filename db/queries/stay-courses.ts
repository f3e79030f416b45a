import type Database from 'better-sqlite3';
import type { SpellEvent, SpellEventBody, SpellEventType } from '../../domain/spell/events.ts';

/** One stay with what happened in it, first to last. */
export type StayCourse = { spellId: string; events: SpellEvent[] };

export type StayCourses = {
  /**
   * The courses of some stays: forecasts, pathways and tasks, without details, so that no name and
   * nothing that was written is among it. One is read after another, as a month's are too many to
   * hold; nothing can be written on the connection until the last has been.
   */
  coursesOf(spellIds: readonly string[]): Iterable<StayCourse>;
};

/** What reports tell of a stay's course; its facts are read from the tables. */
const TOLD = [
  'PatientAdmitted',
  'EddSet',
  'PathwaySet',
  'CriteriaToResideRecorded',
  'PrimaryReasonSet',
  'TaskAdded',
  'TaskClaimed',
  'TaskReleased',
  'TaskStarted',
  'TaskWaitingSet',
  'TaskQuestionAsked',
  'TaskQuestionAnswered',
  'TaskBlockingSet',
  'TaskAssigned',
  'TaskDeclined',
  'TaskCompleted',
  'TaskCancelled',
  'TaskReopened',
] satisfies SpellEventType[];

export function prepareStayCourses(db: Database.Database): StayCourses {
  const told = prepareCourses(
    db,
    `spell_id IN (SELECT value FROM json_each(:spellIds)) AND type IN (${quoted(TOLD)})`,
  );
  return { coursesOf: (spellIds) => told({ spellIds: JSON.stringify(spellIds) }) };
}

type CourseRow = {
  spellId: string;
  taskId: string | null;
  type: SpellEventType;
  occurredAt: string;
  actorId: string;
  actorName: string;
  data: string;
};

/**
 * Reads the events that a condition picks, stay by stay. Only the columns that tell what happened:
 * the rest of a row, and its details, take longer to read than the reports take to think.
 */
export function prepareCourses(
  db: Database.Database,
  condition: string,
): (asked: Record<string, string>) => Generator<StayCourse> {
  const rows = db.prepare<Record<string, string>, CourseRow>(
    `SELECT spell_id AS spellId, task_id AS taskId, type, occurred_at AS occurredAt,
       actor_id AS actorId, actor_name AS actorName, data
     FROM events WHERE ${condition} ORDER BY spell_id, seq`,
  );
  return function* courses(asked) {
    let course: StayCourse = { spellId: '', events: [] };
    for (const row of rows.iterate(asked)) {
      if (course.spellId !== row.spellId) {
        if (course.events.length > 0) yield course;
        course = { spellId: row.spellId, events: [] };
      }
      course.events.push(eventFromCourse(row));
    }
    if (course.events.length > 0) yield course;
  };
}

function eventFromCourse(row: CourseRow): SpellEvent {
  const body = {
    type: row.type,
    data: JSON.parse(row.data) as unknown,
    details: null,
  } as SpellEventBody; // only `eventRow` writes these columns, and the log does not change
  return {
    ...body,
    spellId: row.spellId,
    taskId: row.taskId,
    occurredAt: row.occurredAt,
    by: { id: row.actorId, name: row.actorName },
  };
}

/** A list of words of ours, for SQL. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
