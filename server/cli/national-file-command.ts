import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { openHub } from '../../db/open-hub.ts';
import type { Actor } from '../../domain/actor.ts';
import { createClock } from '../clock.ts';
import { newId } from '../new-id.ts';
import { takeNationalFile } from '../reports/national-services.ts';
import { StartProblem } from '../start-problem.ts';
import { printLine } from './output.ts';

/** Who the record says sent a file. */
const COMMAND_LINE: Actor = {
  id: 'national-file',
  name: 'Command line',
  role: 'feed',
  organisation: 'Discharge Hub',
  wardIds: [],
  place: null,
  isTeamLead: false,
};

/** `hub national-file`: a month's official figures, to stand beside ours; the server must not run. */
export function nationalFileCommand(databasePath: () => string, timeZone: () => string): Command {
  return new Command('national-file')
    .description('read a month of the national statistics; the server must not run')
    .argument('<file>', 'CSV of the discharge ready date monthly data, sheet Provider')
    .requiredOption('--month <month>', 'the month that it is of, such as 2026-10')
    .action(async (file: string, { month }: { month: string }) => {
      if (!existsSync(file)) throw new StartProblem(`There is no file at ${file}.`);
      const hub = await openHub(databasePath(), { at: new Date().toISOString() });
      try {
        const deps = { records: hub.store.reportRecords, clock: createClock(timeZone()) };
        const command = { id: newId(), type: 'TakeNationalFile', month };
        const body = { ...command, fileName: path.basename(file) };
        const answer = await takeNationalFile(deps, COMMAND_LINE, body, readFileSync(file));
        if (!answer.ok) throw new StartProblem(answer.message);
        const { rows, problems, missing } = answer.content;
        printLine(`Read ${rows.map(({ code }) => code).join(', ')}.`);
        for (const words of problems) printLine(words);
        if (missing.length > 0) printLine(`The file has nothing of: ${missing.join('; ')}.`);
      } finally {
        await hub.close();
      }
    });
}
