import { statSync } from 'node:fs';
import { checkTables } from '../../db/check-tables.ts';
import { openDatabase } from '../../db/open-database.ts';
import { printFigure, printLine } from './print-figure.ts';

/** One person in so many. */
const ONE_IN = 100;

/** Folds the events of a sample of people's stays, and compares them with the tables. */
export function checkSample(databasePath: string): void {
  const db = openDatabase(databasePath, { isReadOnly: true });
  try {
    const differing = checkTables(db, { onePersonIn: ONE_IN });
    printFigure(`stays of one person in ${ONE_IN} that differ`, differing.length, '', 0);
  } finally {
    db.close();
  }
}

/** What there is to be measured. */
export function printSize(databasePath: string): void {
  const db = openDatabase(databasePath, { isReadOnly: true });
  try {
    const counts = db
      .prepare<[], { stays: number; open: number; events: number }>(
        `SELECT (SELECT count(*) FROM spells) AS stays,
           (SELECT count(*) FROM spells WHERE discharged_on IS NULL) AS open,
           (SELECT max(seq) FROM events) AS events`,
      )
      .get();
    const size = Math.round(statSync(databasePath).size / 1e6);
    printLine(
      `${counts?.stays ?? 0} stays, ${counts?.open ?? 0} of them open; ${counts?.events ?? 0} events; ${size} MB`,
    );
  } finally {
    db.close();
  }
}
