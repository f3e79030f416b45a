import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { backUp } from '../../db/backup.ts';
import { checkTables } from '../../db/check-tables.ts';
import { openDatabase } from '../../db/open-database.ts';
import { openHub } from '../../db/open-hub.ts';
import { restore } from '../../db/restore.ts';
import { verifyChain } from '../../db/verify-chain.ts';
import { verifyReturns } from '../../db/verify-returns.ts';
import { createClock } from '../clock.ts';
import { makeDemoDatabase } from '../demo-database.ts';
import { StartProblem } from '../start-problem.ts';
import { printLine } from './output.ts';

const SHOWN_DIFFERENCES = 20;

const BROKEN = {
  missing: 'is missing',
  changed: 'was changed',
  details_changed: 'has changed details',
  cut_short: 'and all after it are missing',
} as const;

type Anchor = { seq: number; hash: string };
type SeedOptions = { spells?: number; tasks?: number; days?: number; seed: string; out?: string };

/** `hub migrate`: brings a database up to this version; refused while a server uses it. */
export function migrateCommand(databasePath: () => string): Command {
  return new Command('migrate')
    .description('bring the database up to this version, after a copy; the server must not run')
    .action(async () => {
      const hub = await openHub(databasePath(), { at: new Date().toISOString() });
      await hub.close();
      const { applied, backupFile } = hub.migrated;
      if (applied.length === 0) printLine('The database is up to date.');
      else printLine(`Applied: ${applied.join(', ')}.`);
      if (backupFile !== null) printLine(`What was there before is in ${backupFile}.`);
    });
}

/** `hub backup`: a checked copy in one file, while the server runs. */
export function backupCommand(databasePath: () => string): Command {
  return new Command('backup')
    .description('copy the database to a file and check the copy; the server may run')
    .argument('<file>', 'must not exist yet')
    .action(async (file: string) => {
      if (existsSync(file)) throw new StartProblem(`There is a file at ${file} already.`);
      const db = openDatabase(databasePath(), { isReadOnly: true });
      try {
        await backUp(db, file);
      } finally {
        db.close();
      }
      printLine(`The copy is in ${file}, and it is sound.`);
    });
}

/** `hub restore`: a backup in the place of the database; refused while a server uses it. */
export function restoreCommand(databasePath: () => string): Command {
  return new Command('restore')
    .description('put a backup in the place of the database; the server must not run')
    .argument('<file>', 'made by hub backup')
    .action(async (file: string) => {
      const keptAs = await restore(file, databasePath(), { at: new Date().toISOString() });
      printLine('The backup is in place. Open pages will start afresh.');
      if (keptAs !== null) printLine(`What was there before is in ${keptAs}.`);
    });
}

/** `hub audit verify`: whether the log is as it was written, and the tables say what it says. */
export function auditCommands(databasePath: () => string): Command {
  const audit = new Command('audit').description('the log of everything that was done');
  audit
    .command('verify')
    .description('check the chain of events, and that the tables say what the events say')
    .option('--anchor <seq:hash>', 'a head noted earlier, which must still be there', parseAnchor)
    .action(({ anchor }: { anchor?: Anchor }) => {
      const db = openDatabase(databasePath(), { isReadOnly: true });
      try {
        const chain = verifyChain(db, anchor);
        if (!chain.ok) {
          throw new StartProblem(
            `The log is broken: event ${chain.brokenSeq} ${BROKEN[chain.why]}.`,
          );
        }
        printLine(`The log is whole. Its head is ${chain.head.seq}:${chain.head.hash}`);
        const differences = checkTables(db);
        for (const { spellId, table } of differences.slice(0, SHOWN_DIFFERENCES)) {
          printLine(`Stay ${spellId} differs from its events in ${table}.`);
        }
        if (differences.length > 0) {
          throw new StartProblem(`The tables differ from the log in ${differences.length} places.`);
        }
        printLine('The tables say what the events say.');
        const returns = verifyReturns(db);
        if (returns.changed.length > 0) {
          throw new StartProblem(`Signed returns were changed: ${returns.changed.join(', ')}.`);
        }
        printLine(`The ${returns.total} versions of returns are as they were signed.`);
      } finally {
        db.close();
      }
    });
  return audit;
}

/** `hub seed`: a demo database of any size. */
export function seedCommand(databasePath: () => string, timeZone: () => string): Command {
  return new Command('seed')
    .description('make a demonstration database of invented patients, in place of an older one')
    .option('--spells <number>', 'people in hospital now', parseCount)
    .option('--tasks <number>', 'tasks on the board', parseCount)
    .option('--days <number>', 'days of finished stays before today', parseCount)
    .option('--seed <text>', 'the same text gives the same patients', 'demo')
    .option('--out <file>', 'where to, DATABASE_PATH by default')
    .action(async ({ spells, tasks, days, seed, out }: SeedOptions) => {
      const size = {
        seed,
        ...(spells === undefined ? {} : { openSpells: spells }),
        ...(tasks === undefined ? {} : { tasksTarget: tasks }),
        ...(days === undefined ? {} : { finishedDays: days }),
      };
      const clock = createClock(timeZone());
      await makeDemoDatabase(out ?? databasePath(), size, { clock, tell: printLine });
    });
}

function parseCount(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function parseAnchor(text: string): Anchor {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new InvalidArgumentError('It must be a head as this command prints it.');
  }
  return { seq: Number(seq), hash };
}
