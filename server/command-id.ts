import { createHash } from 'node:crypto';

/**
 * The id of a command that nobody gives by hand, from what it is about: the same order given twice, also by two
 * processes or after a crash, is one command. In the shape of a UUID of version 8.
 */
export function commandIdOf(parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
