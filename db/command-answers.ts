import { eq, lt, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Instant } from '../domain/time.ts';
import type { EventQueries } from './queries/events.ts';
import { commandAnswers } from './schema/events.ts';
import type { StoredAnswer } from './store.ts';

export type CommandAnswers = {
  find(commandId: string): StoredAnswer | null;
  /** Keeps the first answer to a command; a second one is left out. */
  keep(answer: StoredAnswer): void;
  forget(answeredBefore: Instant): number;
};

export function commandAnswerTable(orm: BetterSQLite3Database, log: EventQueries): CommandAnswers {
  const one = orm
    .select()
    .from(commandAnswers)
    .where(eq(commandAnswers.commandId, sql.placeholder('commandId')))
    .prepare();
  const insert = orm
    .insert(commandAnswers)
    .values({
      commandId: sql.placeholder('commandId'),
      actorId: sql.placeholder('actorId'),
      bodyHash: sql.placeholder('bodyHash'),
      spellId: sql.placeholder('spellId'),
      answeredAt: sql.placeholder('answeredAt'),
      outcome: sql.placeholder('outcome'),
    })
    .onConflictDoNothing()
    .prepare();
  return {
    find(commandId) {
      const row = one.get({ commandId });
      if (row === undefined) return answerFromLog(log, commandId);
      const outcome = JSON.parse(row.outcome) as StoredAnswer['outcome']; // only `keep` writes it
      return { ...row, outcome };
    },
    keep(answer) {
      insert.run({ ...answer, outcome: JSON.stringify(answer.outcome) });
    },
    forget: (answeredBefore) =>
      orm.delete(commandAnswers).where(lt(commandAnswers.answeredAt, answeredBefore)).run().changes,
  };
}

/**
 * The log remembers for ever that a command was carried out, so that not even a repeat after
 * years does it again. What its body was is forgotten: the empty hash equals none.
 */
function answerFromLog(log: EventQueries, commandId: string): StoredAnswer | null {
  const last = log.ofCommand(commandId);
  if (last === null) return null;
  const { seq, actorId, spellId, recordedAt } = last;
  const outcome = { ok: true, seq } as const;
  return { commandId, actorId, bodyHash: '', spellId, answeredAt: recordedAt, outcome };
}
