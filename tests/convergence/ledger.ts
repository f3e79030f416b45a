import type Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { CommandAnswer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';

/** Every command that somebody gave, with the final answer they were told. */
export type Given = { command: SpellCommandInput; answer: CommandAnswer | undefined };

/**
 * What was acknowledged is in the log, once and as it was said; what was refused is not there at
 * all. Nobody is left without an answer.
 */
export function proveLedger(db: Database.Database, given: Iterable<Given>): void {
  const keptOutcome = db
    .prepare<[string], string>('SELECT outcome FROM command_answers WHERE command_id = ?')
    .pluck();
  const seqsOf = db
    .prepare<[string], number>('SELECT seq FROM events WHERE command_id = ? ORDER BY seq')
    .pluck();
  /** Each type at most once for a stay or a task of it: no command says one thing twice. */
  const countTwice = db
    .prepare<[string], number>(
      `SELECT count(*) - count(DISTINCT type || spell_id || coalesce(task_id, '')) FROM events
       WHERE command_id = ?`,
    )
    .pluck();
  const wrong: unknown[] = [];
  for (const { command, answer } of given) {
    const { id, type } = command;
    const seqs = seqsOf.all(id);
    const outcome: unknown = JSON.parse(keptOutcome.get(id) ?? 'null');
    const isOnce = countTwice.get(id) === 0;
    if (!isOnce || !isAsSaid(answer, outcome, seqs))
      wrong.push({ id, type, answer, outcome, seqs });
  }
  expect(wrong).toEqual([]);
}

/** One commit writes the events of a command, and only its last seq is what people are told. */
function isAsSaid(
  answer: CommandAnswer | undefined,
  outcome: unknown,
  seqs: readonly number[],
): boolean {
  if (answer === undefined) return false;
  const isKept = typeof outcome === 'object' && outcome !== null && 'ok' in outcome;
  if (!answer.ok) return seqs.length === 0 && (!isKept || outcome.ok === false);
  const isKeptAsDone = isKept && outcome.ok === true && 'seq' in outcome;
  if (!isKeptAsDone || outcome.seq !== answer.seq) return false;
  // What stood already is a success without an event.
  if (seqs.length === 0) return true;
  const [first = 0] = seqs;
  return seqs.every((seq, index) => seq === first + index) && seqs.at(-1) === answer.seq;
}
