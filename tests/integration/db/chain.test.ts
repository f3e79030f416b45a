import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import { verifyChain } from '../../../db/verify-chain.ts';
import { ERASED } from '../../../domain/spell/erased.ts';
import { aDatabase } from '../../factories/database.ts';
import { play } from './histories.ts';

let db: Database.Database;

/** Somebody with the file and a raw connection: no trigger holds them. */
function tamper(sql: string): void {
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  const triggers = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`);
  const { changes } = db.prepare(sql).run();
  expect(changes).toBeGreaterThan(0);
}

beforeEach(async () => {
  db = aDatabase();
  const kinds = [
    'AdmitPatient',
    'SetEdd',
    'AddTask',
    'AddNote',
    'ClaimTask',
    'SetPathway',
  ] as const;
  await play(
    sqliteStore(db),
    kinds.map((kind) => ({ kind, person: 1, pick: 2, minutes: 5, text: 'Words' })),
  );
});

describe('the chain of events', () => {
  it('holds for a log as it was written', () => {
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: 6 } });
  });

  it('holds for a log without events', () => {
    expect(verifyChain(aDatabase())).toMatchObject({ ok: true, head: { seq: 0 } });
  });

  it.each([
    ['one letter of what happened', "data = replace(data, 'none_set', 'none_sat')", 6],
    ['who did it', "actor_name = actor_name || ' '", 3],
    ['the role it was done in', "role = 'admin'", 4],
    ['when it happened', "occurred_at = '2026-01-01T00:00:00.000Z'", 5],
    ['when it was recorded', "recorded_at = '2026-01-01T00:00:00.000Z'", 2],
    ['the stay it is about', "spell_id = 'other'", 5],
    ['the task it is about', 'task_id = NULL', 3],
    ['the command it came from', "command_id = 'other'", 6],
    ['the hash itself', "hash = upper(hash) || 'x'", 1],
  ])('shows at which event somebody changed %s', (_what, change, seq) => {
    tamper(`UPDATE events SET ${change} WHERE seq = ${seq}`);
    expect(verifyChain(db)).toEqual({ ok: false, brokenSeq: seq, why: 'changed' });
  });

  it('shows that the words of a note were changed', () => {
    tamper(`UPDATE event_details SET body = replace(body, 'Words', 'Wards') WHERE seq = 4`);
    expect(verifyChain(db)).toEqual({ ok: false, brokenSeq: 4, why: 'details_changed' });
  });

  it('shows that details were thrown away instead of erased, or made up', () => {
    tamper('DELETE FROM event_details WHERE seq = 4');
    expect(verifyChain(db)).toEqual({ ok: false, brokenSeq: 4, why: 'details_changed' });
    tamper(`INSERT INTO event_details VALUES (3, 'salt', '{}')`);
    expect(verifyChain(db)).toEqual({ ok: false, brokenSeq: 3, why: 'details_changed' });
  });

  it('still holds when details are erased, which then nobody can read', async () => {
    db.exec('UPDATE event_details SET body = NULL, salt = NULL');
    expect(verifyChain(db)).toMatchObject({ ok: true, head: { seq: 6 } });
    const events = await sqliteStore(db).eventsAfter(0, 10);
    expect(events.map((event) => event.details)).toEqual([null, null, null, null, null, null]);
    expect(ERASED).toContain('erased');
  });

  it('shows that an event in the middle is gone', () => {
    tamper('DELETE FROM events WHERE seq = 3');
    expect(verifyChain(db)).toEqual({ ok: false, brokenSeq: 3, why: 'missing' });
  });

  it('shows that the last event is gone, as the stay knows its seq', () => {
    tamper('DELETE FROM events WHERE seq = 6');
    expect(verifyChain(db)).toEqual({ ok: false, brokenSeq: 6, why: 'cut_short' });
  });

  it('shows a log that was cut short together with the stays, by a head kept elsewhere', () => {
    const before = verifyChain(db);
    if (!before.ok) throw new Error('The chain was broken from the start');
    tamper('DELETE FROM events WHERE seq = 6');
    tamper('UPDATE spells SET seq = 5');
    expect(verifyChain(db)).toMatchObject({ ok: true });
    expect(verifyChain(db, before.head)).toEqual({ ok: false, brokenSeq: 6, why: 'cut_short' });
  });

  it('shows an event put in place of another, by a head kept elsewhere', () => {
    const head = { seq: 6, hash: 'f'.repeat(64) };
    expect(verifyChain(db, head)).toEqual({ ok: false, brokenSeq: 6, why: 'changed' });
  });
});
