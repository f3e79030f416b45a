import { describe, expect, it } from 'vitest';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import { carryOut, changeBy } from '../../factories/change.ts';
import { anAdmission } from '../../factories/command.ts';
import { aDatabase } from '../../factories/database.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';
import { countRows } from './row-counts.ts';
import { testsOfStore } from './store-conformance.ts';

testsOfStore('SQLite', async () => sqliteStore(aDatabase()));

describe('the SQLite store', () => {
  it('writes nothing at all when the disk is full', async () => {
    const db = aDatabase();
    const store = sqliteStore(db);
    await carryOut(store, anAdmission());
    const before = countRows(db);
    const pages = db.prepare<[], number>('PRAGMA page_count').pluck().get() ?? 0;
    db.pragma(`max_page_count = ${pages}`);
    const bigPerson = aPersonDetails({
      nhsNumber: nhsNumberOf(2),
      riskToStaff: 'x'.repeat(100_000),
    });
    const change = changeBy(null, anAdmission({ id: idOf(101), person: bigPerson }));
    await expect(store.commit(change, 0)).rejects.toThrow('full');
    expect(countRows(db)).toEqual(before);

    db.pragma(`max_page_count = ${pages + 1000}`);
    expect(await store.commit(change, 0)).toEqual({ ok: true, seq: 2 });
    await store.close();
  });

  it('writes nothing at all when one row of a change is wrong', async () => {
    const db = aDatabase();
    const store = sqliteStore(db);
    const before = countRows(db);
    const change = changeBy(null, anAdmission());
    const wrong = { ...change, after: { ...change.after, wardId: 'no-such-ward' } };
    await expect(store.commit(wrong, 0)).rejects.toThrow('FOREIGN KEY');
    expect(countRows(db)).toEqual(before);
    await store.close();
  });

  it('sets only what a change is about, so that no other index is written', async () => {
    const db = aDatabase();
    const store = sqliteStore(db);
    await carryOut(store, anAdmission());
    db.exec(`CREATE TRIGGER ward_is_set BEFORE UPDATE OF ward_id ON spells
      BEGIN SELECT RAISE(ABORT, 'ward was set'); END`);
    const transfer = { type: 'TransferPatient', spellId: idOf(100), bed: 'C2' } as const;
    await carryOut(store, { ...transfer, id: idOf(102), wardId: 'lri-23' });
    const toAnotherWard = carryOut(store, { ...transfer, id: idOf(103), wardId: 'lri-31' });
    await expect(toAnotherWard).rejects.toThrow('ward was set');
    await store.close();
  });

  it('lets nobody change or delete an event', async () => {
    const db = aDatabase();
    const store = sqliteStore(db);
    await carryOut(store, anAdmission());
    expect(() => db.exec("UPDATE events SET actor_name = 'x'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM events')).toThrow('append-only');
    expect(() => db.exec('INSERT OR REPLACE INTO events SELECT * FROM events')).toThrow(
      'append-only',
    );
    expect(() => db.exec("UPDATE event_details SET body = '{}'")).toThrow('erased, not changed');
    expect(() => db.exec('DELETE FROM event_details')).toThrow('erased, not deleted');
    await store.close();
  });
});
