/** Finds a Chromium for the browser tests, and installs one where that is possible. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedCommand, isRunDirectly, projectRoot } from './project.mjs';

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium that starts. Throws one clear sentence when there is none.
 *
 * @returns {Promise<string>}
 */
export async function findChromium() {
  const chosen = chosenChromium();
  if (chosen !== null) return chosen;

  const found = installedChromium();
  if (found !== null) return found;

  return (
    chromiumFromApt() ??
    (await chromiumFromPlaywright()) ??
    fail('No Chromium was found and none could be installed. Set CHROME_PATH to one.')
  );
}

/** What CHROME_PATH names; null when it is not set. Wrong is an error, never passed over. */
export function chosenChromium() {
  const chosen = process.env.CHROME_PATH;
  if (!chosen) return null;
  if (!isExecutable(chosen)) fail(`CHROME_PATH is ${chosen}, which is not a program.`);
  return chosen;
}

function installedChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const programs = commandNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...programs, ...macPrograms].find(starts) ?? null;
}

function chromiumFromApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.error('Installing Chromium with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const run = spawnSync('/usr/bin/apt-get', args, { stdio: ['ignore', 2, 2], env });
    if (run.status !== 0) return null;
  }
  return installedChromium();
}

async function chromiumFromPlaywright() {
  const command = installedCommand('playwright');
  if (!existsSync(command)) return null;
  const { chromium } = await import('@playwright/test');
  if (!starts(chromium.executablePath())) {
    console.error("Downloading Playwright's Chromium.");
    const env = { ...process.env };
    delete env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD;
    const args = ['install', 'chromium'];
    spawnSync(command, args, { cwd: projectRoot, stdio: ['ignore', 2, 2], env });
  }
  return starts(chromium.executablePath()) ? chromium.executablePath() : null;
}

/**
 * Being there is not enough: on Ubuntu /usr/bin/chromium-browser may only say how to get one.
 *
 * @param {string} program
 */
function starts(program) {
  if (!isExecutable(program)) return false;
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @param {string} program */
function isExecutable(program) {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  throw new Error(sentence);
}

if (isRunDirectly(fileURLToPath(import.meta.url))) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
