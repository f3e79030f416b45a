import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTables } from '../../../db/check-tables.ts';
import { openHub } from '../../../db/open-hub.ts';
import type { DemoOrder } from '../../../db/seed/make-demo.ts';
import { makeDemo } from '../../../db/seed/make-demo.ts';
import { verifyChain } from '../../../db/verify-chain.ts';
import { dischargeReadyDate } from '../../../domain/delay/delay-days.ts';
import { isNhsNumber } from '../../../domain/persons/nhs-number.ts';
import { shownPathway } from '../../../domain/spell/pathway.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'hub-demo-'));
const file = path.join(folder, 'demo.sqlite');

const ORDER: DemoOrder = {
  path: file,
  seed: 'test',
  // The morning after the clocks went back.
  now: '2026-10-26T09:00:00.000Z',
  timeZone: 'Europe/London',
  openSpells: 120,
  finishedDays: 4,
  hashPassword: (password) => Promise.resolve(`hash of ${password.length} letters`),
};

beforeAll(async () => {
  await makeDemo(ORDER);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function withDatabase<T>(at: string, look: (db: Database.Database) => T): T {
  const db = new Database(at, { readonly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}

describe('the demo database', () => {
  it('has tables that equal what its events say, and an unbroken audit chain', () => {
    withDatabase(file, (db) => {
      expect(checkTables(db)).toEqual([]);
      expect(verifyChain(db)).toMatchObject({ ok: true });
    });
  });

  it('has stays that follow on from another trust’s, each of the person who left there', async () => {
    const longer = path.join(folder, 'longer.sqlite');
    await makeDemo({ ...ORDER, path: longer, finishedDays: 40 });
    withDatabase(longer, (db) => {
      expect(checkTables(db)).toEqual([]);
      const times = db.prepare<[], string>('SELECT recorded_at FROM events ORDER BY seq').pluck();
      const recorded = times.all();
      // Written in several parts, and in order of time all the same.
      expect(recorded).toEqual([...recorded].sort());
      expect(db.prepare('SELECT count(*) FROM spells').pluck().get()).toBeGreaterThan(500);
      const journeys = db
        .prepare<[], { isSame: number; wasEnded: number }>(
          `SELECT after.person_id = before.person_id AS isSame,
             before.discharged_on <= after.admitted_on AS wasEnded
           FROM spells after JOIN spells before ON before.id = after.continues_spell_id`,
        )
        .all();
      expect(journeys.length).toBeGreaterThan(0);
      for (const journey of journeys) expect(journey).toEqual({ isSame: 1, wasEnded: 1 });
    });
  });

  it('has tasks that wait, questions that are open, and providers that were asked', () => {
    withDatabase(file, (db) => {
      const counts = db
        .prepare<[], Record<string, number>>(
          `SELECT
             (SELECT count(DISTINCT state) FROM tasks WHERE state LIKE 'waiting%') AS ways,
             (SELECT count(*) FROM task_questions WHERE answered_at IS NULL) AS open,
             (SELECT count(DISTINCT answer) FROM task_providers) AS answers,
             (SELECT count(*) FROM tasks WHERE starts_at IS NOT NULL) AS starts`,
        )
        .get();
      expect(counts?.['ways']).toBe(3);
      for (const [what, count] of Object.entries(counts ?? {})) {
        expect([what, count > 0]).toEqual([what, true]);
      }
    });
  });

  it('opens as a hub, marked as a demo of its day, with its patients on the board', async () => {
    const hub = await openHub(file, { at: ORDER.now });
    try {
      const mark = await hub.store.readMark();
      expect(mark).toMatchObject({ isDemo: true, demoDay: '2026-10-26' });
      const board = await hub.store.liveSpells();
      const inBed = board.filter(({ spell }) => spell.discharge === null);
      expect(inBed).toHaveLength(120);
      const pathways = new Set(inBed.map(({ spell }) => shownPathway(spell.pathway)));
      expect(pathways).toContain('none_set');
      expect(pathways).toContain('no_onward_care');
      expect(pathways).toContain('reablement');
      expect(inBed.some(({ spell }) => dischargeReadyDate(spell.nctrPeriods) !== null)).toBe(true);
      expect(inBed.some(({ spell }) => spell.tasks.length > 2)).toBe(true);
    } finally {
      await hub.close();
    }
  });

  it('has only test-range NHS numbers, all valid', () => {
    const numbers = withDatabase(file, (db) =>
      db
        .prepare<[], string>("SELECT value FROM person_identifiers WHERE kind = 'nhs'")
        .pluck()
        .all(),
    );
    expect(numbers.length).toBeGreaterThan(100);
    for (const number of numbers) {
      expect(number.startsWith('999')).toBe(true);
      expect(isNhsNumber(number)).toBe(true);
    }
  });

  it('lets the eight demo accounts sign in, and no colleague', () => {
    const accounts = withDatabase(file, (db) =>
      db
        .prepare<[], { email: string }>(
          'SELECT email FROM users WHERE is_disabled = 0 AND password_hash IS NOT NULL',
        )
        .all(),
    );
    expect(accounts.map(({ email }) => email).sort()).toEqual([
      'admin@demo.test',
      'broker.leicester@demo.test',
      'broker.leicestershire@demo.test',
      'broker.rutland@demo.test',
      'coordinator.glenfield@demo.test',
      'coordinator@demo.test',
      'lightbulb@demo.test',
      'manager@demo.test',
    ]);
  });

  it('has the same patients when it is made again from the same seed', async () => {
    const again = path.join(folder, 'again.sqlite');
    await makeDemo({ ...ORDER, path: again });
    const events = (db: Database.Database) =>
      db.prepare('SELECT seq, type, spell_id, occurred_at, data FROM events ORDER BY seq').all();
    expect(withDatabase(again, events)).toEqual(withDatabase(file, events));
  });

  it('leaves no half-made file when it is interrupted', async () => {
    const broken = path.join(folder, 'broken.sqlite');
    const stop = () => {
      throw new Error('interrupted');
    };
    const making = makeDemo({ ...ORDER, path: broken, onProgress: stop });
    await expect(making).rejects.toThrow('interrupted');
    expect(existsSync(broken)).toBe(false);
    expect(existsSync(`${broken}.part`)).toBe(false);
  });

  it('never takes the place of a file that is there already', async () => {
    await expect(makeDemo(ORDER)).rejects.toThrow('already');
    expect(existsSync(file)).toBe(true);
  });
});
