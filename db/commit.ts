import { eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { actorRef } from '../domain/spell/decision.ts';
import { evolve } from '../domain/spell/evolve.ts';
import { sightFacts } from '../domain/audience.ts';
import type { CommandAnswers } from './command-answers.ts';
import type { EventLog, NewEvent } from './event-log.ts';
import type { PersonQueries } from './queries/person-rows.ts';
import type { RowWriter } from './row-writer.ts';
import { spells } from './schema/spells.ts';
import { isSameRow } from './state-changes.ts';
import type { StateWriter } from './state-writer.ts';
import type { Change, CommitResult, StayChange } from './store.ts';

type Parts = {
  orm: BetterSQLite3Database;
  writer: RowWriter;
  log: EventLog;
  state: StateWriter;
  people: PersonQueries;
  answers: CommandAnswers;
};

/**
 * The work of `Store.commit`, to be run inside one immediate transaction: it either answers
 * before it has written anything, or writes all of it; throwing takes everything back.
 */
export function prepareCommit(parts: Parts) {
  const { orm, people, answers, state } = parts;
  const seqOf = orm
    .select({ seq: spells.seq })
    .from(spells)
    .where(eq(spells.id, sql.placeholder('id')))
    .prepare();
  return (change: Change, expectedSeq: number): CommitResult => {
    const { actor, recordedAt: answeredAt, answer } = change;
    if (answers.find(answer.commandId) !== null) return { ok: false, reason: 'answered' };
    const stays = [...(change.others ?? []), { ...change, expectedSeq }];
    const hasMoved = stays.some(
      (stay) => (seqOf.get({ id: stay.after.id })?.seq ?? 0) !== stay.expectedSeq,
    );
    if (hasMoved) return { ok: false, reason: 'moved' };
    if (stays.some((stay) => isTaken(people, stay, stays))) return { ok: false, reason: 'taken' };
    const seqs = appendEvents(parts, change, stays);
    const changes = stays.map(({ before, after, expectedSeq: seq }, index) => ({
      before: before === null ? null : { spell: before, seq },
      after: { spell: after, seq: seqs[index] ?? seq },
    }));
    state.write(changes);
    const seq = seqs.at(-1) ?? expectedSeq;
    const outcome = { ok: true, seq } as const;
    answers.keep({ ...answer, actorId: actor.id, spellId: change.after.id, answeredAt, outcome });
    return { ok: true, seq };
  };
}

/** A number that moves between the people of one change is nobody else's. */
function isTaken(
  people: PersonQueries,
  { before, after }: StayChange,
  stays: readonly StayChange[],
): boolean {
  const { nhsNumber, id: personId } = after.person;
  if (nhsNumber !== null && nhsNumber !== before?.person.nhsNumber) {
    const holder = people.holder(nhsNumber);
    const isOfChange = stays.some((stay) => stay.before?.person.id === holder);
    if (holder !== null && holder !== personId && !isOfChange) return true;
  }
  const wasOpen = before !== null && before.discharge === null;
  return after.discharge === null && !wasOpen && people.openSpell(personId, after.id) !== null;
}

/**
 * Answers the seq of the last event of each stay. The sight changes point at the stay, so its row
 * of before must be there, as it is.
 */
function appendEvents(
  { log, writer }: Parts,
  { actor, recordedAt, answer }: Change,
  stays: readonly (StayChange & { expectedSeq: number })[],
): number[] {
  const { role, organisation } = actor;
  const by = actorRef(actor);
  const { commandId } = answer;
  let head = log.head();
  return stays.map((stay) => {
    let spell = stay.before;
    let seq = stay.expectedSeq;
    for (const event of stay.events) {
      const before = spell;
      spell = evolve(before, event);
      const stored: NewEvent = { ...event, by, recordedAt, role, organisation, commandId };
      head = log.append(head, stored, spell);
      seq = head.seq;
      if (before === null) continue;
      const facts = sightFacts(before);
      if (isSameRow(facts, sightFacts(spell))) continue;
      const { spellId } = event;
      writer.insert('sight_changes', {
        seq,
        spellId,
        at: recordedAt,
        before: JSON.stringify(facts),
      });
    }
    return seq;
  });
}
