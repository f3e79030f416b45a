import { Command } from 'commander';
import {
  auditCommands,
  backupCommand,
  migrateCommand,
  restoreCommand,
  seedCommand,
} from './cli/database-commands.ts';
import { deprivationCommand } from './cli/deprivation-command.ts';
import { nationalFileCommand } from './cli/national-file-command.ts';
import { userCommands } from './cli/user-commands.ts';
import { requireConfig, runProgram } from './run-program.ts';

await runProgram(async () => {
  const hub = new Command('hub')
    .description('The administrators’ command line of the Discharge Hub')
    .option('--database <file>', 'DATABASE_PATH by default');
  const databasePath = () =>
    hub.opts<{ database?: string }>().database ?? requireConfig(process.env).databasePath;
  const timeZone = () => requireConfig(process.env).timeZone;

  hub
    .addCommand(userCommands(databasePath))
    .addCommand(migrateCommand(databasePath))
    .addCommand(backupCommand(databasePath))
    .addCommand(restoreCommand(databasePath))
    .addCommand(auditCommands(databasePath))
    .addCommand(seedCommand(databasePath, timeZone))
    .addCommand(deprivationCommand(databasePath, timeZone))
    .addCommand(nationalFileCommand(databasePath, timeZone))
    .showHelpAfterError();
  await hub.parseAsync();
});
