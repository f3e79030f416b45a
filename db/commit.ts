import { eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { actorRef } from '../domain/spell/decision.ts';
import type { Spell } from '../domain/spell/state.ts';
import { evolve } from '../domain/spell/evolve.ts';
import { sightFacts } from '../domain/audience.ts';
import type { CommandAnswers } from './command-answers.ts';
import type { EventLog, NewEvent } from './event-log.ts';
import type { PersonQueries } from './queries/person-rows.ts';
import type { RowWriter } from './row-writer.ts';
import { spells } from './schema/spells.ts';
import { isSameRow } from './state-changes.ts';
import type { StateWriter } from './state-writer.ts';
import type { Change, CommitResult } from './store.ts';

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
    const { before, after, actor, recordedAt: answeredAt } = change;
    if (answers.find(change.answer.commandId) !== null) return { ok: false, reason: 'answered' };
    const seqNow = seqOf.get({ id: after.id })?.seq ?? 0;
    if (seqNow !== expectedSeq) return { ok: false, reason: 'moved' };
    if (isTaken(people, before, after)) return { ok: false, reason: 'taken' };
    const seq = change.events.length === 0 ? expectedSeq : appendEvents(parts, change);
    state.write(before === null ? null : { spell: before, seq: expectedSeq }, {
      spell: after,
      seq,
    });
    const outcome = { ok: true, seq } as const;
    answers.keep({ ...change.answer, actorId: actor.id, spellId: after.id, answeredAt, outcome });
    return { ok: true, seq };
  };
}

function isTaken(people: PersonQueries, before: Spell | null, after: Spell): boolean {
  const { nhsNumber, id: personId } = after.person;
  if (nhsNumber !== null && nhsNumber !== before?.person.nhsNumber) {
    const holder = people.holder(nhsNumber);
    if (holder !== null && holder !== personId) return true;
  }
  const wasOpen = before !== null && before.discharge === null;
  return after.discharge === null && !wasOpen && people.openSpell(personId, after.id) !== null;
}

/** The sight changes point at the stay, so its row of before must be there, as it is. */
function appendEvents({ log, writer }: Parts, change: Change): number {
  const { actor, recordedAt, answer } = change;
  const { role, organisation } = actor;
  let head = log.head();
  let spell = change.before;
  for (const event of change.events) {
    const before = spell;
    spell = evolve(before, event);
    const stored: NewEvent = {
      ...event,
      by: actorRef(actor),
      recordedAt,
      role,
      organisation,
      commandId: answer.commandId,
    };
    head = log.append(head, stored, spell);
    if (before === null) continue;
    const facts = sightFacts(before);
    if (isSameRow(facts, sightFacts(spell))) continue;
    writer.insert('sight_changes', {
      seq: head.seq,
      spellId: event.spellId,
      at: recordedAt,
      before: JSON.stringify(facts),
    });
  }
  return head.seq;
}
