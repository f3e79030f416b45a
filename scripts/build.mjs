/** Builds the browser's and the server's part, when a source has changed since the last build. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRST_LOAD_LIMIT, firstLoad, weigh } from './first-load.mjs';
import { installedCommand, isRunDirectly, projectRoot } from './project.mjs';

const entries = ['server/index.ts', 'server/cli.ts', 'server/demo.ts'];
const sourceFolders = ['app', 'server', 'db', 'domain', 'public'];
const outputFolder = path.join(projectRoot, 'build', 'hub');
const stampFile = path.join(projectRoot, 'build', 'stamp');

export class BuildProblem extends Error {}

export async function buildIfNeeded() {
  const missing = entries.filter((entry) => !existsSync(path.join(projectRoot, entry)));
  if (missing.length > 0) throw new BuildProblem(`Nothing to build from: ${missing.join(', ')}.`);

  // Taken before the build, so that a file saved meanwhile leads to another build.
  const stamp = hashOfSources();
  if (isBuilt(stamp)) return;

  console.error('Building.');
  rmSync(stampFile, { force: true });
  buildPages();
  await buildHub();
  writeFileSync(stampFile, stamp);
}

/** @param {string} stamp */
function isBuilt(stamp) {
  const outputs = entries.map((entry) => path.join(outputFolder, `${path.parse(entry).name}.js`));
  return (
    [...outputs, stampFile].every((file) => existsSync(file)) &&
    readFileSync(stampFile, 'utf8') === stamp
  );
}

/** Comes first, as it empties build/. */
function buildPages() {
  const env = { ...process.env, NODE_ENV: 'production' };
  // A test that starts the program hands this down, and it would turn the Remix plugin off.
  delete env.VITEST;
  const run = spawnSync(installedCommand('remix'), ['vite:build'], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
    env,
  });
  if (run.error) throw new BuildProblem(`remix could not be started: ${run.error.message}`);
  if (run.status !== 0) throw new BuildProblem('The pages did not build; the reason is above.');
}

async function buildHub() {
  const { build } = await import('esbuild');
  try {
    await build({
      absWorkingDir: projectRoot,
      entryPoints: [...entries, ...workerEntries()],
      entryNames: '[name]',
      outdir: outputFolder,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      packages: 'external',
      external: ['./build/server/index.js'],
      sourcemap: true,
      loader: { '.sql': 'text' },
      logLevel: 'warning',
    });
  } catch (error) {
    throw new BuildProblem('The server did not build; the reason is above.', { cause: error });
  }
  copyMigrations();
}

/** Here and not in the build itself: a board that is too large must still start for its users. */
function requireFirstLoadWithinLimit() {
  const { line, isTooMuch } = weigh(firstLoad(projectRoot), FIRST_LOAD_LIMIT);
  if (isTooMuch) throw new BuildProblem(line);
  console.log(line);
}

/** A worker thread starts from a file of its own: every server/…/…-worker.ts becomes one. */
function workerEntries() {
  return filesBelow('server').filter((file) => file.endsWith('-worker.ts'));
}

/** Migrations are read at run time, so `new URL('./migrations/', import.meta.url)` must hold. */
function copyMigrations() {
  const source = path.join(projectRoot, 'db', 'migrations');
  if (!existsSync(source)) return;
  const target = path.join(outputFolder, 'migrations');
  mkdirSync(target, { recursive: true });
  cpSync(source, target, { recursive: true });
}

function hashOfSources() {
  const configs = readdirSync(projectRoot).filter((name) => /\.config\.[cm]?[jt]s$/.test(name));
  const files = [
    ...sourceFolders.flatMap(filesBelow),
    ...configs.sort(),
    'package-lock.json',
    'tsconfig.json',
    'scripts/build.mjs',
  ];
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(path.join(projectRoot, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} paths from the project's root, in a fixed order
 */
function filesBelow(folder) {
  const start = path.join(projectRoot, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

if (isRunDirectly(fileURLToPath(import.meta.url))) {
  try {
    await buildIfNeeded();
    requireFirstLoadWithinLimit();
    console.log('The build is up to date.');
  } catch (error) {
    if (!(error instanceof BuildProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
