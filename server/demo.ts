import { DEMO_PASSWORD } from '../db/seed/make-demo.ts';
import { STAFF } from '../db/seed/staff.ts';
import { ROLE_NAMES } from '../domain/actor.ts';
import { createClock } from './clock.ts';
import { demoDayOf, makeDemoDatabase } from './demo-database.ts';
import { requireConfig, runProgram } from './run-program.ts';
import { serve } from './serve.ts';

const DEMO_SEED = 'demo';

await runProgram(async () => {
  const { DATABASE_PATH, LOG_LEVEL, ...others } = process.env;
  const config = requireConfig({
    ...others,
    // An empty variable counts as unset.
    DATABASE_PATH: DATABASE_PATH || 'data/demo.sqlite',
    LOG_LEVEL: LOG_LEVEL || 'warn',
  });
  const clock = createClock(config.timeZone);
  if (demoDayOf(config.databasePath) !== clock.today()) {
    console.log('Making the demonstration: invented patients, played through the rules.');
    const tell = (line: string) => {
      console.log(line);
    };
    await makeDemoDatabase(config.databasePath, { seed: DEMO_SEED }, { clock, tell });
  }
  await serve(config);
  console.log(accountTable());
});

/** Who can sign in, as what. */
function accountTable(): string {
  const rows = STAFF.filter(({ canSignIn }) => canSignIn).map(
    ({ email, name, role, organisation }) =>
      `  ${email.padEnd(34)} ${name.padEnd(18)} ${ROLE_NAMES[role]}, ${organisation}`,
  );
  return [
    '',
    `Demonstration accounts, all with the password ${DEMO_PASSWORD}:`,
    ...rows,
    '',
    'Every patient is invented. Ctrl-C ends it.',
  ].join('\n');
}
