/** Everything that must hold, from a fresh clone. `--soak` runs the big counts instead. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import {
  addCounts,
  closingLine,
  countPlaywright,
  countStep,
  countVitest,
} from './count-results.mjs';
import { ensureInstall } from './ensure-install.mjs';
import { chosenChromium, findChromium } from './find-chromium.mjs';
import { installedCommand, projectRoot } from './project.mjs';

/** @typedef {import('./count-results.mjs').Count} Count */

const minuteMs = 60_000;
const cacheFolder = path.join(projectRoot, '.cache');
const vitestReport = path.join(cacheFolder, 'vitest.json');
const playwrightReport = path.join(cacheFolder, 'playwright.json');

/** @type {{ name: string, count: Count, tookMs: number }[]} */
const done = [];
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals | null} */
let interruptedBy = null;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interruptedBy = signal;
    for (const child of running) stopGroup(child, signal);
  });
}

const isSoak = process.argv.includes('--soak');
const isReady = await step('prepare', prepare);
if (isReady && isSoak) await soak();
else if (isReady) await everything();
printSummary();

/** The preparation counts only when it fails. Chromium comes first of all, to fail at once. */
async function prepare() {
  try {
    if (!isSoak) chosenChromium();
    ensureInstall();
    if (!isSoak) process.env.CHROME_PATH = await findChromium();
    mkdirSync(cacheFolder, { recursive: true });
    return { passed: 0, failed: 0, problems: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    return countStep(message, false);
  }
}

async function everything() {
  // Beside each other: each is a process of its own, and none leaves anything for another but the build.
  const [isBuilt] = await Promise.all([
    step('build', async () => {
      const exitCode = await run(process.execPath, ['scripts/build.mjs'], {}, 10 * minuteMs);
      return countStep('build', exitCode === 0);
    }),
    step('format', () => tool('format', 'prettier', ['--check', '.'])),
    step('lint', () => tool('lint', 'eslint', ['.', '--max-warnings', '0'])),
    step('types', () => tool('types', 'tsc', ['--noEmit'])),
    step('protocol document', () =>
      tool('protocol document', 'tsx', ['scripts/protocol-docs.ts', '--check']),
    ),
  ]);
  await step('vitest', () => vitest('vitest', {}, 20 * minuteMs));
  await step('browser tests', () =>
    isBuilt ? playwright() : countStep('browser tests: not run, as the build failed', false),
  );
}

async function soak() {
  await step('soak', () => vitest('soak', { SOAK: '1' }, 12 * 60 * minuteMs));
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
async function tool(name, command, args) {
  const exitCode = await run(installedCommand(command), args, {}, 10 * minuteMs);
  return countStep(name, exitCode === 0);
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limitMs
 */
async function vitest(name, env, limitMs) {
  rmSync(vitestReport, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json'];
  const exitCode = await run(
    installedCommand('vitest'),
    [...args, `--outputFile.json=${vitestReport}`],
    env,
    limitMs,
  );
  return countVitest(name, readReport(vitestReport), exitCode);
}

async function playwright() {
  rmSync(playwrightReport, { force: true });
  const exitCode = await run(installedCommand('playwright'), ['test'], {}, 30 * minuteMs);
  return countPlaywright('browser tests', readReport(playwrightReport), exitCode);
}

/** @param {string} file */
function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // A report cut off in the middle is no report.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Runs one step and notes its count and time.
 *
 * @param {string} name
 * @param {() => Count | Promise<Count>} work
 * @returns {Promise<boolean>} whether nothing failed
 */
async function step(name, work) {
  const startedAt = Date.now();
  console.log(`\n── ${name}`);
  const count =
    interruptedBy === null ? await work() : countStep(`${name}: not run, interrupted`, false);
  done.push({ name, count, tookMs: Date.now() - startedAt });
  return count.failed === 0;
}

/**
 * Each command gets a process group of its own, so that nothing it started stays behind.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {number} limitMs
 * @returns {Promise<number | null>} the exit code; null after a signal
 */
function run(command, args, env, limitMs) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      detached: true,
    });
    running.add(child);
    const limit = setTimeout(() => {
      console.error(`Stopped: it took longer than ${limitMs / minuteMs} minutes.`);
      stopGroup(child, 'SIGKILL');
    }, limitMs);
    child.on('error', (error) => {
      running.delete(child);
      console.error(`${command} could not be started: ${error.message}`);
      clearTimeout(limit);
      resolve(1);
    });
    child.on('exit', (code) => {
      clearTimeout(limit);
      running.delete(child);
      stopGroup(child, 'SIGKILL');
      resolve(code);
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function stopGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the whole group has ended already, which is the usual case.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function printSummary() {
  const total = addCounts(done.map((one) => one.count));
  console.log('\n── summary');
  for (const { name, count, tookMs } of done) {
    const seconds = (tookMs / 1000).toFixed(1).padStart(7);
    const outcome = count.failed === 0 ? 'ok' : 'FAILED';
    const tests = count.passed + count.failed;
    console.log(
      `${seconds} s  ${outcome.padEnd(6)}  ${name}${tests > 1 ? ` (${tests} tests)` : ''}`,
    );
  }
  for (const problem of total.problems) console.log(`  not passed: ${problem}`);
  console.log(closingLine(total));
  // A run without a single passed test proves nothing.
  process.exitCode = interruptedBy !== null ? 130 : total.failed > 0 || total.passed === 0 ? 1 : 0;
}
