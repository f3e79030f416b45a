/**
 * node scripts/run.mjs            the production server
 *                      --dev      the development server
 *                      --hub …    the administrators' command line
 *                      --seed …   its `seed` command
 *                      --bench …  the measurements
 */
import { BuildProblem, buildIfNeeded } from './build.mjs';
import { InstallProblem, ensureInstall } from './ensure-install.mjs';
import { installedCommand } from './project.mjs';
import { runProgram } from './run-program.mjs';

const [mode, ...args] = process.argv.slice(2);

try {
  ensureInstall();
  await start();
} catch (error) {
  if (!(error instanceof InstallProblem || error instanceof BuildProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  switch (mode) {
    case undefined:
      return runBuilt('index.js', []);
    case '--dev':
      return runProgram(
        installedCommand('tsx'),
        ['watch', '--clear-screen=false', 'server/index.ts', ...args],
        { NODE_ENV: 'development' },
      );
    case '--hub':
      return runBuilt('cli.js', args);
    case '--seed':
      return runBuilt('cli.js', ['seed', ...args]);
    case '--demo':
      return runBuilt('demo.js', args);
    case '--bench':
      return runProgram(installedCommand('tsx'), ['tests/bench/index.ts', ...args], {
        NODE_ENV: 'production',
      });
    default:
      console.error(`Unknown: ${mode}. Known are --dev, --hub, --seed, --demo and --bench.`);
      process.exitCode = 1;
  }
}

/**
 * @param {string} file in build/hub
 * @param {string[]} programArgs
 */
async function runBuilt(file, programArgs) {
  await buildIfNeeded();
  runProgram(process.execPath, ['--enable-source-maps', `build/hub/${file}`, ...programArgs], {
    NODE_ENV: 'production',
  });
}
