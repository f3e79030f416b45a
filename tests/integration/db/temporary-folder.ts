import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The path of a file in a folder of its own, which goes when the test ends. */
export function temporaryFile(name = 'hub.sqlite'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, name);
}
