import { createHash } from 'node:crypto';
import type { ReturnVersion } from '../domain/reports/return-versions.ts';
import { canonicalJson } from './canonical-json.ts';

/** The hash of all that a version says, and of the version before it. */
export function returnHashOf(version: Omit<ReturnVersion, 'hash'>): string {
  const { id, part, day, version: number, standing, note, content, by, at } = version;
  const { role, organisation, previousHash } = version;
  const said = { id, part, day, number, standing, note, content, by, at, role, organisation };
  return createHash('sha256')
    .update(`${previousHash ?? ''}\n${canonicalJson(said)}`)
    .digest('hex');
}

/** Of the versions of one return, those that do not say any more what they did. */
export function changedVersions(versions: readonly ReturnVersion[]): ReturnVersion[] {
  return versions.filter(({ hash, ...version }, index) => {
    const before = versions[index - 1]?.hash ?? null;
    return hash !== returnHashOf(version) || version.previousHash !== before;
  });
}
