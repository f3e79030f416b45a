import { describe, expect, it } from 'vitest';
import { writeInBulk } from '../../../db/bulk-writer.ts';
import { checkTables } from '../../../db/check-tables.ts';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import type { LoadedSpell } from '../../../db/store.ts';
import { verifyChain } from '../../../db/verify-chain.ts';
import { evolve } from '../../../domain/spell/evolve.ts';
import { aDatabase } from '../../factories/database.ts';
import type { Step } from './histories.ts';
import { play } from './histories.ts';
import { countRows } from './row-counts.ts';

const KINDS: Step['kind'][] = ['AdmitPatient', 'AddTask', 'SetEdd', 'AddNote', 'DischargePatient'];
const steps = [...KINDS, ...KINDS].flatMap((kind) =>
  [1, 2].map((person) => ({ kind, person, pick: 4, minutes: 30, text: 'Words' })),
);

describe('filling a database in bulk', () => {
  it('leaves the same log and the same stays as doing it one by one', async () => {
    const oneByOne = aDatabase();
    await play(sqliteStore(oneByOne), steps);
    const events = await sqliteStore(oneByOne).eventsAfter(0, 1000);
    expect(events.length).toBe(20);

    const inBulk = aDatabase();
    const stays = new Map<string, LoadedSpell>();
    writeInBulk(inBulk, (writer) => {
      for (const event of events) {
        const spell = evolve(stays.get(event.spellId)?.spell ?? null, event);
        stays.set(event.spellId, { spell, seq: writer.addEvent(event, spell) });
      }
      for (const { spell, seq } of stays.values()) writer.addSpell(spell, seq);
    });

    expect(await sqliteStore(inBulk).eventsAfter(0, 1000)).toEqual(events);
    const board = await sqliteStore(oneByOne).liveSpells();
    expect(new Set(await sqliteStore(inBulk).liveSpells())).toEqual(new Set(board));
    expect(checkTables(inBulk)).toEqual([]);
    expect(verifyChain(inBulk)).toMatchObject({ ok: true });
  });

  it('leaves nothing when it fails half-way', async () => {
    const source = aDatabase();
    await play(sqliteStore(source), steps);
    const [event] = await sqliteStore(source).eventsAfter(0, 1);
    const db = aDatabase();
    const before = countRows(db);
    expect(() =>
      writeInBulk(db, (writer) => {
        if (event !== undefined) writer.addEvent(event, evolve(null, event));
        throw new Error('No more names');
      }),
    ).toThrow('No more names');
    expect(countRows(db)).toEqual(before);
  });
});
