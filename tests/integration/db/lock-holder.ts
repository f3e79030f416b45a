/** A program that holds a database until it is ended: what a server does, in a process of its own. */
import { acquireLock } from '../../../db/lock.ts';

const file = process.argv[2] ?? '';
acquireLock(file);
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
