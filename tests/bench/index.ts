import { parseArgs } from 'node:util';
import { startHubServer } from '../e2e/hub-server.ts';
import { tellNowAndThen } from '../../server/demo-database.ts';
import { buildIfNeeded } from '../../scripts/build.mjs';
import { DEMO_PASSWORD } from '../../db/seed/make-demo.ts';
import { benchBoard } from './board.ts';
import { printSize } from './database-figures.ts';
import { WITH_PROBE } from './measured-process.ts';
import { noteWriter } from './note-writer.ts';
import { printLine } from './print-figure.ts';
import { benchReports } from './reports.ts';
import { benchSnapshot } from './snapshot.ts';
import { benchSync } from './sync.ts';

/**
 * `npm run bench -- [board|reports|sync] [--spells N] [--tasks M] [--days FINISHED]
 * [--clients C] [--seconds S] [--database FILE]`
 *
 * A database of years takes minutes to make: `--database` makes it at FILE, and takes the one that
 * is there. `--days 1095` makes three years.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    spells: { type: 'string', default: '2500' },
    tasks: { type: 'string', default: '10000' },
    clients: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    days: { type: 'string', default: '2' },
    database: { type: 'string' },
  },
});
const [suite = 'all'] = positionals;

await buildIfNeeded();
const hub = await startHubServer({
  openSpells: Number(values.spells),
  tasksTarget: Number(values.tasks),
  finishedDays: Number(values.days),
  databasePath: values.database,
  onProgress: tellNowAndThen(printLine),
  env: { COMMANDS_PER_SECOND: '10000', SOCKETS_PER_USER: '10000', LOG_LEVEL: 'silent' },
  nodeArgs: WITH_PROBE,
});
try {
  const headers = await managerHeaders(hub.origin);
  const writeNote = await noteWriter(hub.origin, headers);
  printSize(hub.databasePath);
  if (suite === 'all' || suite === 'board') {
    await benchBoard(hub.origin, headers.cookie);
    await benchSnapshot(hub.origin, headers, writeNote);
  }
  if (suite === 'all' || suite === 'reports')
    await benchReports({ hub, headers, writeNote, seconds: Number(values.seconds) });
  if (suite === 'all' || suite === 'sync') {
    const clients = values.clients === undefined ? undefined : Number(values.clients);
    await benchSync({ hub, headers, writeNote, clients, seconds: Number(values.seconds) });
  }
} finally {
  await hub.remove();
}

async function managerHeaders(origin: string) {
  const response = await fetch(`${origin}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin },
    body: new URLSearchParams({ email: 'manager@demo.test', password: DEMO_PASSWORD }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { origin, cookie };
}
