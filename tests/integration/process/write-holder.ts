/** A program that holds a database for writing until it is ended: a copy tool, a forgotten shell. */
import Database from 'better-sqlite3';

const db = new Database(process.argv[2] ?? '');
db.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
// Looked at again, as a connection that nothing refers to is closed.
setInterval(() => db.open, 60_000);
