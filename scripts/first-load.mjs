/** The JavaScript that a browser needs before the board answers to a hand, and its limit. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Compressed bytes. A ward's old desktop reads and runs this much in well under a second. */
export const FIRST_LOAD_LIMIT = 170_000;
const ROUTE = 'routes/board';

/**
 * @typedef {{ module: string, imports: string[], parentId?: string }} Loaded
 * @typedef {{ entry: Loaded, routes: Record<string, Loaded> }} Manifest
 * @typedef {{ file: string, bytes: number }} Part
 */

/**
 * The files that a page asks for at once: the entry's, the route's and its parents', each once.
 *
 * @param {Manifest} manifest
 * @param {string} routeId
 * @returns {string[]}
 */
export function filesOfRoute({ entry, routes }, routeId) {
  const route = routes[routeId];
  if (route === undefined) throw new Error(`The build has no ${routeId}.`);
  const outer =
    route.parentId === undefined
      ? [entry.module, ...entry.imports]
      : filesOfRoute({ entry, routes }, route.parentId);
  return [...new Set([...outer, route.module, ...route.imports])];
}

/**
 * @param {readonly Part[]} parts
 * @param {number} limit
 */
export function weigh(parts, limit) {
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const line = `First load of the board: ${inKilobytes(bytes)} of JavaScript, of ${inKilobytes(limit)} allowed.`;
  if (bytes <= limit) return { bytes, line, isTooMuch: false };
  const largest = [...parts].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const named = largest.map(({ file, bytes: size }) => `  ${inKilobytes(size)}  ${file}`);
  return { bytes, line: [line, 'The largest:', ...named].join('\n'), isTooMuch: true };
}

/**
 * What the built board's first load is made of; Remix's manifest, itself a part, names the others.
 *
 * @param {string} root the project's
 * @returns {Part[]}
 */
export function firstLoad(root) {
  const client = path.join(root, 'build', 'client');
  const name = readdirSync(path.join(client, 'assets')).find((one) =>
    /^manifest-.*\.js$/.test(one),
  );
  if (name === undefined) throw new Error('The build has no manifest.');
  const manifestFile = `/assets/${name}`;
  const text = readFileSync(path.join(client, manifestFile), 'utf8');
  /** @type {Manifest} */
  const manifest = JSON.parse(text.replace(/^window\.__remixManifest=/, '').replace(/;\s*$/, ''));
  return [manifestFile, ...filesOfRoute(manifest, ROUTE)].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(path.join(client, file))).length,
  }));
}

/** @param {number} bytes */
function inKilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
