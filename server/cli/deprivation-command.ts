import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openDatabase } from '../../db/open-database.ts';
import { openHub } from '../../db/open-hub.ts';
import type { PersonHome } from '../../db/queries/person-homes.ts';
import { readPersonHomes } from '../../db/queries/person-homes.ts';
import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Quintiles } from '../../domain/persons/deprivation.ts';
import { plainPostcode, readQuintiles } from '../../domain/persons/deprivation.ts';
import { createClock } from '../clock.ts';
import { createExecute } from '../commands/execute-command.ts';
import { newId } from '../new-id.ts';
import { createBoardProjection } from '../realtime/board-projection.ts';
import { createPublisher } from '../realtime/publisher.ts';
import { StartProblem } from '../start-problem.ts';
import { printLine } from './output.ts';

/** Who the history says set a quintile. */
const DEPRIVATION_FILE: Actor = {
  id: 'deprivation-file',
  name: 'Deprivation by postcode',
  role: 'feed',
  organisation: 'Discharge Hub',
  wardIds: [],
  place: null,
  isTeamLead: false,
};

/** `hub deprivation`: the quintile of everybody whose postcode a file has; the server must not run. */
export function deprivationCommand(databasePath: () => string, timeZone: () => string): Command {
  return new Command('deprivation')
    .description('set deprivation quintiles from a table of postcodes; the server must not run')
    .argument('<file>', 'CSV with the columns postcode, and quintile or decile')
    .action(async (file: string) => {
      const read = readQuintiles(rowsOf(file));
      if (!read.ok) throw new StartProblem(read.message);
      const hub = await openHub(databasePath(), { at: new Date().toISOString() });
      try {
        const homes = homesIn(databasePath());
        const { set, refused } = await setQuintiles(hub.store, homes, read.quintiles, timeZone());
        const found = homes.filter(({ postcode }) => read.quintiles.has(plainPostcode(postcode)));
        printLine(`${found.length} of ${homes.length} people with a postcode are in the file.`);
        printLine(`${set} quintiles were set; the others stood already.`);
        if (refused > 0) printLine(`${refused} were refused. Run it again.`);
      } finally {
        await hub.close();
      }
    });
}

function rowsOf(file: string): string[][] {
  if (!existsSync(file)) throw new StartProblem(`There is no file at ${file}.`);
  try {
    return parse(readFileSync(file), { bom: true, relax_column_count: true });
  } catch {
    throw new StartProblem(`${file} is not a CSV file.`);
  }
}

function homesIn(file: string): PersonHome[] {
  const db = openDatabase(file, { isReadOnly: true });
  try {
    return readPersonHomes(drizzle(db));
  } finally {
    db.close();
  }
}

/** Through the one door for change, so that each is in the history of the person's last stay. */
async function setQuintiles(
  store: Store,
  homes: readonly PersonHome[],
  quintiles: Quintiles,
  timeZone: string,
): Promise<{ set: number; refused: number }> {
  const clock = createClock(timeZone);
  const projection = await createBoardProjection(store, clock);
  const publisher = createPublisher({
    store,
    projection,
    onFault: (fault) => {
      throw fault;
    },
  });
  const findActor = () => Promise.resolve(null);
  const execute = createExecute({ store, projection, publisher, clock, findActor });
  let [set, refused] = [0, 0];
  for (const { spellId, postcode, imdQuintile: before } of homes) {
    const imdQuintile = quintiles.get(plainPostcode(postcode));
    if (imdQuintile === undefined || imdQuintile === before) continue;
    const answer = await execute(DEPRIVATION_FILE, {
      ...{ type: 'UpdatePerson', id: newId(), spellId },
      person: { imdQuintile },
      seen: { imdQuintile: before },
    });
    if (answer.ok) set += 1;
    else refused += 1;
  }
  await publisher.close();
  return { set, refused };
}
