import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  differenceBetween,
  requireNodeVersion,
  whyInstallIsNeeded,
} from '../../../scripts/ensure-install.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };

describe('comparing the lock file with what is installed', () => {
  it.each([
    ['the same', { '': {}, 'node_modules/a': a }, { 'node_modules/a': a }, null],
    [
      'an optional package of another platform',
      { 'node_modules/a': a, 'node_modules/mac': { ...a, optional: true } },
      { 'node_modules/a': a },
      null,
    ],
    ['a new package', { 'node_modules/a': a }, {}, 'node_modules/a is missing'],
    [
      'a newer version',
      { 'node_modules/a': { ...a, version: '1.0.1' } },
      { 'node_modules/a': a },
      'node_modules/a is not the locked version',
    ],
    [
      'another content of the same version',
      { 'node_modules/a': { ...a, integrity: 'sha512-b' } },
      { 'node_modules/a': a },
      'node_modules/a is not the locked version',
    ],
    [
      'a removed package',
      {},
      { 'node_modules/a': a },
      'node_modules/a is not in package-lock.json',
    ],
  ])('%s', (_what, wanted, installed, answer) => {
    expect(differenceBetween(wanted, installed)).toBe(answer);
  });
});

describe('looking at a folder', () => {
  let root: string;
  const write = (file: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  const lock = JSON.stringify({ packages: { 'node_modules/a': a } });

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'install-'));
    write('package-lock.json', lock);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('installs into a fresh clone', () => {
    expect(whyInstallIsNeeded(root)).toBe('node_modules is missing or incomplete');
  });

  it('installs again after an install that was interrupted', () => {
    write('node_modules/a/package.json', '{}');
    expect(whyInstallIsNeeded(root)).toBe('node_modules is missing or incomplete');
  });

  it('installs again when the record of the install was cut off', () => {
    write('node_modules/.package-lock.json', lock.slice(0, 20));
    expect(whyInstallIsNeeded(root)).toBe('node_modules is missing or incomplete');
  });

  it('installs again when a package was deleted', () => {
    write('node_modules/.package-lock.json', lock);
    expect(whyInstallIsNeeded(root)).toBe('node_modules/a is missing');
  });

  it('leaves a complete install alone', () => {
    write('node_modules/.package-lock.json', lock);
    write('node_modules/a/package.json', '{}');
    expect(whyInstallIsNeeded(root)).toBeNull();
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(() => requireNodeVersion(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.9', '20.9.0'])('%s will not', (version) => {
    expect(() => requireNodeVersion(version)).toThrow(
      `Node 20.19 or newer is needed; this is Node ${version}.`,
    );
  });
});
