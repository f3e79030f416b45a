import type Database from 'better-sqlite3';
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { SightFacts } from '../domain/audience.ts';
import {
  finishFollowing,
  readEdition,
  readEditions,
  readUnfollowed,
  saveEdition,
} from './catalogue-editions.ts';
import { commandAnswerTable } from './command-answers.ts';
import { prepareCommit } from './commit.ts';
import { eventLog } from './event-log.ts';
import { inTurn } from './in-turn.ts';
import { prepareEventQueries } from './queries/events.ts';
import { prepareJobRuns } from './queries/job-runs.ts';
import { prepareJourneys } from './queries/journeys.ts';
import { prepareKnownPeople } from './queries/known-people.ts';
import { readMark, readWards } from './queries/lookups.ts';
import { prepareNotices } from './queries/notices.ts';
import { prepareReportRecords } from './queries/report-records.ts';
import {
  readSettingsOf,
  readTargetSettings,
  writeTargetSettings,
} from './queries/target-settings.ts';
import { preparePersonQueries } from './queries/person-rows.ts';
import { IS_LIVE } from './queries/live-stays.ts';
import { prepareSpellRows } from './queries/spell-rows.ts';
import { prepareWardLooks } from './queries/ward-looks.ts';
import { rowWriter } from './row-writer.ts';
import { sightChanges } from './schema/events.ts';
import { readAudit } from './schema/hub.ts';
import { spells } from './schema/spells.ts';
import type { SpellRows } from './spell-rows.ts';
import { personFromRows, spellFromRows } from './spell-rows.ts';
import { stateWriter } from './state-writer.ts';
import type { LoadedSpell, Store } from './store.ts';

/** The storage port on a migrated SQLite database. Its transactions never wait for anything. */
export function sqliteStore(db: Database.Database): Store {
  const orm = drizzle(db);
  const writer = rowWriter(orm);
  const people = preparePersonQueries(orm);
  const log = prepareEventQueries(orm);
  const answers = commandAnswerTable(orm, log);
  const oneSpell = prepareSpellRows(orm, eq(spells.id, sql.placeholder('id')));
  const live = prepareSpellRows(orm, IS_LIVE);
  const journeys = prepareJourneys(orm);
  const knownPeople = prepareKnownPeople(orm, people);
  const looks = prepareWardLooks(orm);
  const jobs = prepareJobRuns(orm);
  const state = stateWriter(writer, people);
  const commit = db.transaction(
    prepareCommit({ orm, writer, log: eventLog(orm, writer), state, people, answers }),
  );
  const found = orm
    .select({ kind: readAudit.kind })
    .from(readAudit)
    .where(
      and(
        eq(readAudit.spellId, sql.placeholder('spellId')),
        eq(readAudit.actorId, sql.placeholder('actorId')),
        gte(readAudit.at, sql.placeholder('since')),
      ),
    )
    .prepare();
  /** Several reads of one snapshot. */
  const snapshot = <T>(read: () => T) => inTurn(() => db.transaction(read).deferred());

  return {
    readMark: () => inTurn(() => readMark(orm)),
    lastSeq: () => inTurn(() => log.lastSeq()),
    wards: () => inTurn(() => readWards(orm)),

    catalogue: () => inTurn(() => readEdition(orm)),
    catalogueEditions: () => inTurn(() => readEditions(orm)),
    unfollowedEditions: () => inTurn(() => readUnfollowed(orm)),
    saveEdition: (edition) =>
      inTurn(() => db.transaction(() => saveEdition(orm, edition)).immediate()),
    finishFollowing: (followUp) => inTurn(() => finishFollowing(orm, followUp)),
    targetSettings: () => inTurn(() => readTargetSettings(orm)),
    targetSettingsOf: (commandId) => inTurn(() => readSettingsOf(orm, commandId)),
    saveTargetSettings: (saved) => inTurn(() => writeTargetSettings(orm, saved)),

    loadSpell: (id) => snapshot(() => oneSpell({ id }).map(loaded)[0] ?? null),
    liveSpells: () => snapshot(() => live().map(loaded)),
    findPersonByNhsNumber: (nhsNumber) =>
      snapshot(() => {
        const personId = people.holder(nhsNumber);
        if (personId === null) return null;
        const { persons, person_identifiers: identifiers } = people.rows(personId);
        return (
          persons.map((row) => ({
            person: personFromRows(row, identifiers),
            openSpellId: people.openSpell(personId, ''),
          }))[0] ?? null
        );
      }),

    findPeople: (by) => snapshot(() => knownPeople(by)),

    staysOf: (personId) => inTurn(() => journeys.staysOf(personId)),
    journeyOf: (spellId) => inTurn(() => journeys.journeyOf(spellId)),
    otherOpenStays: (spellId) => inTurn(() => journeys.otherOpenStays(spellId)),

    commit: (change, expectedSeq) => inTurn(() => commit.immediate(change, expectedSeq)),
    keepAnswer: (answer) => inTurn(() => answers.keep(answer)),
    findAnswer: (commandId) => snapshot(() => answers.find(commandId)),
    forgetAnswers: (answeredBefore) => inTurn(() => answers.forget(answeredBefore)),

    eventsAfter: (seq, limit) => inTurn(() => log.after(seq, limit)),
    eventsOf: (spellId) => inTurn(() => log.ofSpell(spellId)),
    seqBefore: (instant) => inTurn(() => log.seqBefore(instant)),
    sightChanges: () =>
      inTurn(() =>
        orm
          .select()
          .from(sightChanges)
          .orderBy(asc(sightChanges.seq))
          .all()
          // Only `commit` writes the facts.
          .map((row) => ({ ...row, before: JSON.parse(row.before) as SightFacts })),
      ),
    forgetSightChanges: (before) =>
      inTurn(() => orm.delete(sightChanges).where(lt(sightChanges.at, before)).run().changes),
    recordRead: (read) =>
      inTurn(() => {
        orm.insert(readAudit).values(read).run();
      }),
    hasFound: (actorId, spellId, since, kinds) =>
      inTurn(() => found.all({ actorId, spellId, since }).some(({ kind }) => kinds.includes(kind))),

    lastLook: (userId, wardId) => inTurn(() => looks.last(userId, wardId)),
    keepLook: (look) => inTurn(() => looks.keep(look)),

    notices: prepareNotices(db, orm),
    reportRecords: prepareReportRecords(orm),
    beginJob: (slot, at) => inTurn(() => jobs.begin(slot, at)),
    endJob: (slot, at, changes) => inTurn(() => jobs.end(slot, at, changes)),
    forgetJobs: (before) => inTurn(() => jobs.forget(before)),

    checkHealth: () =>
      inTurn(() => {
        readMark(orm);
      }),
    close: () =>
      inTurn(() => {
        db.close();
      }),
  };
}

function loaded(rows: SpellRows): LoadedSpell {
  return { spell: spellFromRows(rows), seq: rows.spells[0].seq };
}
