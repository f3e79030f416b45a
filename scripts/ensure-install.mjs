/**
 * Installs the dependencies when they are missing or do not match package-lock.json.
 * Uses Node's own modules only, as it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunDirectly, projectRoot } from './project.mjs';

const minimumNode = [20, 19];

export class InstallProblem extends Error {}

/** @param {string} [root] */
export function ensureInstall(root = projectRoot) {
  requireNodeVersion(process.versions.node);
  const reason = whyInstallIsNeeded(root);
  if (reason !== null) {
    console.error(
      `Installing dependencies (${reason}). The first time takes two to three minutes.`,
    );
    npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund']);
    const stillWrong = whyInstallIsNeeded(root);
    if (stillWrong !== null) {
      throw new InstallProblem(`npm ci ended without an error, yet ${stillWrong}.`);
    }
  }
  requireDatabaseDriver(root);
}

/** @param {string} version such as "20.19.0" */
export function requireNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = minimumNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new InstallProblem(
    `Node ${minimumNode.join('.')} or newer is needed; this is Node ${version}.`,
  );
}

/**
 * npm writes node_modules/.package-lock.json as the last act of an install and `npm ci` removes it
 * as the first, so an interrupted install never looks complete.
 *
 * @param {string} root
 * @returns {string | null} a reason in words, or null when all is in place
 */
export function whyInstallIsNeeded(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  if (wanted === null) throw new InstallProblem('package-lock.json is missing or unreadable.');
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'node_modules is missing or incomplete';

  const difference = differenceBetween(wanted, installed);
  if (difference !== null) return difference;

  const gone = Object.entries(installed).find(
    ([place, entry]) => !entry.link && !existsSync(path.join(root, place, 'package.json')),
  );
  return gone ? `${gone[0]} is missing` : null;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry>} LockedPackages
 */

/**
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string | null}
 */
export function differenceBetween(wanted, installed) {
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue;
    const found = installed[place];
    if (found === undefined) {
      // Optional packages for another platform are never installed.
      if (entry.optional) continue;
      return `${place} is missing`;
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) {
      return `${place} is not the locked version`;
    }
  }
  const extra = Object.keys(installed).find((place) => place !== '' && !(place in wanted));
  return extra === undefined ? null : `${extra} is not in package-lock.json`;
}

/**
 * @param {string} file
 * @returns {LockedPackages | null}
 */
function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch (error) {
    // A file cut off by a full disk or a killed process counts as no file.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @param {string} root */
function requireDatabaseDriver(root) {
  if (databaseDriverProblem(root) === null) return;
  console.error(`Rebuilding better-sqlite3 for Node ${process.versions.node}.`);
  npm(root, ['rebuild', 'better-sqlite3']);
  const problem = databaseDriverProblem(root);
  if (problem !== null) throw new InstallProblem(`better-sqlite3 does not load: ${problem}`);
}

/**
 * Loads the driver in a process of its own: a native module that fails may end the process.
 *
 * @param {string} root
 * @returns {string | null}
 */
function databaseDriverProblem(root) {
  const script = `import Database from 'better-sqlite3'; new Database(':memory:').close();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status === 0) return null;
  const line = run.stderr.split('\n').find((text) => /error/i.test(text));
  return (line ?? `the trial ended with ${String(run.signal ?? run.status)}`).trim();
}

/**
 * npm's output goes to standard error, so that a command's own output stays clean.
 *
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, args) {
  const run = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (run.error) throw new InstallProblem(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0) {
    throw new InstallProblem(
      `npm ${args[0] ?? ''} failed (${String(run.signal ?? run.status)}); its messages are above.`,
    );
  }
}

if (isRunDirectly(fileURLToPath(import.meta.url))) {
  try {
    ensureInstall();
  } catch (error) {
    if (!(error instanceof InstallProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
