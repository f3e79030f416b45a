/** One command from a fresh clone to a live board: the same as `node scripts/run.mjs --demo`. */
process.argv.splice(2, 0, '--demo');
await import('./run.mjs');
