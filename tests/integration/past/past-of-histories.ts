import type Database from 'better-sqlite3';
import BetterSqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { pastReader } from '../../../db/past/past-reader.ts';
import { PAST_TABLES } from '../../../db/past/past-tables.ts';
import { reportReader } from '../../../db/report-reader.ts';
import { createRandom } from '../../../db/seed/random.ts';
import { canSee, sightFacts } from '../../../domain/audience.ts';
import { mayLookBack } from '../../../domain/past/past-sight.ts';
import type { Card } from '../../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import type { Instant } from '../../../domain/time.ts';
import { workOutPastBoard } from '../../../server/past/work-out-past.ts';
import { PLACES, WARDS, somethingToDo } from '../../convergence/orders.ts';
import { createServer } from '../../convergence/server.ts';
import { STAFF } from '../../convergence/staff.ts';
import { hubManager } from '../../factories/actor.ts';
import { NOW, movingClock } from '../../factories/clock.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';

const STAYS = 7;

type Kept = {
  at: Instant;
  tables: Record<string, unknown[]>;
  /** What each of the staff was shown. */
  boards: Map<string, Card[]>;
};

/** Plays a history through the real door, and keeps what the hub held at each moment of it. */
async function playHistory(seed: string, steps: number) {
  const random = createRandom(seed);
  const clock = movingClock();
  const server = await createServer(clock, STAFF);
  const given = new Map<string, SpellCommandInput[]>(STAFF.map(({ id }) => [id, []]));
  const moments = new Map<Instant, Kept>();
  for (let number = 1; number <= STAYS; number += 1) {
    const person = aPersonDetails({
      nhsNumber: number % 2 === 0 ? null : nhsNumberOf(number),
      place: random.pick(PLACES),
    });
    await server.execute(hubManager().id, {
      ...{ type: 'AdmitPatient', id: random.uuid(Date.parse(NOW)), person },
      ...{ wardId: random.pick(WARDS), admittedAt: '2026-11-19T14:00:00.000Z' },
    });
  }
  for (let step = 0; step < steps; step += 1) {
    const { id } = random.pick(STAFF);
    const mine = given.get(id) ?? [];
    const screen = { cards: server.cardsOf(id), today: clock.today(), now: clock.now(), given: mine };
    const command = somethingToDo(screen, random);
    if (command !== null) {
      mine.push(command);
      await server.execute(id, command);
    }
    if (random.chance(0.05)) await server.runTimers();
    moments.set(clock.now(), {
      at: clock.now(),
      tables: tablesOf(server.db()),
      boards: new Map(STAFF.map((actor) => [actor.id, structuredClone(server.cardsOf(actor.id))])),
    });
    // Several things may be recorded at one instant.
    if (random.chance(0.6)) clock.pass(random.int(1, random.chance(0.1) ? 1500 : 90));
  }
  const file = server.db().serialize();
  await server.close();
  return { file, kept: [...moments.values()] };
} // prettier-ignore

/** Every row of every table that is read as it was, by what it holds. */
function tablesOf(db: Database.Database): Record<string, unknown[]> {
  return Object.fromEntries(
    [...PAST_TABLES].map((table) => [
      table,
      db
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

const byId = (cards: readonly Card[]) => new Map(cards.map((card) => [card.id, card]));

/**
 * Plays a random history, and goes back to every moment of it: each row of each table must be what
 * it was, and each reader's board what they were shown then, without those whom they may not see any
 * more. The seed makes the same history again. Answers how many were left out, over all moments and
 * readers.
 */
export async function provePast(seed: string, steps: number): Promise<number> {
  const { file, kept } = await playHistory(seed, steps);
  const now = reportReader(new BetterSqlite(file));
  let shown = 0;
  let leftOut = 0;
  for (const { at, tables, boards } of kept) {
    const db = new BetterSqlite(file);
    const past = pastReader(db, at);
    expect(tablesOf(db), at).toEqual(tables);
    for (const actor of STAFF) {
      const board = workOutPastBoard({ now }, past, actor, { at, timeZone: 'Europe/London' });
      // Who follows up homes holds some who have left the board.
      const then = (boards.get(actor.id) ?? []).filter(({ hasLeftBoard }) => hasLeftBoard !== true);
      const facts = new Map(
        now.stays(then.map(({ id }) => id)).map((spell) => [spell.id, sightFacts(spell)]),
      );
      const allowed = then.filter(({ id }) => {
        const sight = facts.get(id);
        return mayLookBack(actor) && sight !== undefined && canSee(actor, sight);
      });
      expect(byId(board.cards), `${actor.id} at ${at}`).toEqual(byId(allowed));
      shown += allowed.length;
      leftOut += then.length - allowed.length;
    }
    past.close();
  }
  expect(shown).toBeGreaterThan(steps);
  now.close();
  return leftOut;
}
