import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Whether a script was started by name, and not imported by another.
 *
 * @param {string} file the script's own path
 */
export function isRunDirectly(file) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(file);
}

/**
 * The path of an installed command.
 *
 * @param {string} name
 */
export function installedCommand(name) {
  return path.join(projectRoot, 'node_modules', '.bin', name);
}
