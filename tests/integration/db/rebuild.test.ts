import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTables } from '../../../db/check-tables.ts';
import { stayEscalations } from '../../../db/migrations/0018-stay-escalations.ts';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import { verifyChain } from '../../../db/verify-chain.ts';
import { evolve } from '../../../domain/spell/evolve.ts';
import type { Spell } from '../../../domain/spell/state.ts';
import { aDatabase } from '../../factories/database.ts';
import { play, step } from './histories.ts';

/** What the migration makes of stays that were there before it. */
const FROM_BEFORE = stayEscalations.sql.slice(stayEscalations.sql.indexOf('UPDATE spells'));

describe('the tables and the log', () => {
  it('say the same about every stay, whatever people do', async () => {
    let events = 0;
    const merges = { PersonsMerged: 0, MergeUndone: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 110 }), async (steps) => {
        const db = aDatabase();
        const store = sqliteStore(db);
        await play(store, steps, async (spellId) => {
          const log = await store.eventsOf(spellId);
          const folded = log.reduce<Spell | null>(evolve, null);
          const loaded = await store.loadSpell(spellId);
          // Who somebody is may have been said in another of their stays since.
          const person = loaded?.spell.person;
          expect(loaded).toEqual({ spell: { ...folded, person }, seq: log.at(-1)?.seq });
          for (const { type } of log) if (type in merges) merges[type as keyof typeof merges] += 1;
        });
        const withoutStay =
          'SELECT count(*) FROM persons WHERE id NOT IN (SELECT person_id FROM spells)';
        expect(db.prepare(withoutStay).pluck().get()).toBe(0);
        events += await store.lastSeq();
        const board = await store.liveSpells();
        for (const { spell, seq } of board) {
          expect(await store.loadSpell(spell.id)).toEqual({ spell, seq });
        }
        expect(checkTables(db)).toEqual([]);
        db.exec('UPDATE spells SET nothing_blocks_since = NULL');
        db.exec(FROM_BEFORE);
        expect(checkTables(db)).toEqual([]);
        expect(verifyChain(db)).toMatchObject({ ok: true });
        await store.close();
      }),
      { numRuns: 40, seed: 20261122 },
    );
    // Most steps must be more than refusals, or this shows nothing.
    expect(events).toBeGreaterThan(600);
    expect(Math.min(merges.PersonsMerged, merges.MergeUndone)).toBeGreaterThan(20);
  });

  it.each([
    ['the stay', 'spells', "UPDATE spells SET bed = 'Z9'"],
    ['a task', 'tasks', "UPDATE tasks SET state = 'done'"],
    ['a task that is gone', 'tasks', 'DELETE FROM tasks'],
    ['an action', 'actions', "UPDATE actions SET due_on = '2030-01-01'"],
    ['a chase', 'action_chases', 'DELETE FROM action_chases'],
    ['a note', 'notes', "UPDATE notes SET text = 'other'"],
    ['a time without criteria to reside', 'nctr_periods', 'DELETE FROM nctr_periods'],
    ['the person', 'persons', "UPDATE persons SET family_name = 'Other'"],
    ['an identifier', 'person_identifiers', "DELETE FROM person_identifiers WHERE kind = 'nhs'"],
    ['the history of the EDD', 'edd_history', "UPDATE edd_history SET edd = '2030-01-01'"],
    ['the reviews', 'ctr_reviews', 'DELETE FROM ctr_reviews'],
    ['the history of a task', 'task_state_history', "UPDATE task_state_history SET state = 'done'"],
  ])('are told apart when somebody changes %s behind the log', async (_what, table, change) => {
    const db = aDatabase();
    const store = sqliteStore(db);
    const base = { person: 1, pick: 1, minutes: 1, text: 'x' };
    const kinds = [
      'AdmitPatient',
      'SetEdd',
      'RecordNoCriteriaToReside',
      'AddTask',
      'AddNote',
      'AddAction',
      'ChaseAction',
    ] as const;
    await play(
      store,
      kinds.map((kind) => ({ ...base, kind })),
    );
    expect(checkTables(db)).toEqual([]);
    db.exec(change);
    const [stay] = await store.liveSpells();
    expect(checkTables(db)).toEqual([{ spellId: stay?.spell.id, table }]);
    await store.close();
  });
});
