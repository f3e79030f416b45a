import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBarrels, findDrawers, findWrongImports, importsOf } from './import-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

const files = ['app', 'server', 'db', 'domain'].flatMap(filesBelow);
const sources = Object.fromEntries(
  files
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
);

describe('the source of the hub', () => {
  it('is really read by these tests', () => {
    expect(Object.keys(sources)).toContain('domain/time.ts');
  });

  it('imports only in the agreed directions', () => {
    expect(findWrongImports(sources, (file) => existsSync(path.join(root, file)))).toEqual([]);
  });

  it('has no drawer named utils, helpers, misc or common', () => {
    expect(findDrawers(files)).toEqual([]);
  });

  it('has no barrel files', () => {
    expect(findBarrels(sources)).toEqual([]);
  });

  it('makes the ids of what is created in one way (domain/ids.ts)', () => {
    const others = Object.keys(sources).filter((file) =>
      /\brandomUUID\b/.test(sources[file] ?? ''),
    );
    // What is no stay, task, note, person or account: an epoch, and a request in the log.
    expect(others).toEqual(['server/http/request-log.ts', 'db/create-hub.ts', 'db/restore.ts']);
  });
});

describe('the import check', () => {
  const others = {
    'app/root.tsx': '',
    'app/routes/board.tsx': '',
    'app/board/card.tsx': '',
    'app/spell/plan.tsx': '',
    'app/live/board-context.ts': '',
    'app/stores/board-store.ts': '',
    'app/realtime/socket.ts': '',
    'app/components/dialog.tsx': '',
    'app/load-context.ts': '',
    'server/services.ts': '',
    'db/store.ts': '',
    'domain/time.ts': '',
    'domain/spell/state.ts': '',
    'tests/factories/spell.ts': '',
  };
  const check = (file: string, text: string) => findWrongImports({ ...others, [file]: text });

  it.each([
    ['domain/x.ts', "import { z } from 'zod/mini'; import { a } from './time.ts';"],
    ['domain/x.ts', "import { addDays } from 'date-fns'; import { tz } from '@date-fns/tz';"],
    ['db/x.ts', "import { a } from '../domain/time.ts'; import fs from 'node:fs';"],
    ['server/x.ts', "import { a } from '../db/store.ts'; import { b } from '../domain/time.ts';"],
    ['server/x.ts', "const pages = await import('../build/server/index.js');"],
    ['app/x.ts', "import type { Services } from '../server/services.ts';"],
    ['app/x.ts', "declare const s: import('../server/services.ts').Services;"],
    [
      'app/routes/x.tsx',
      "import { Card } from '../board/card.tsx'; import '../stores/board-store.ts'",
    ],
    ['app/board/x.tsx', "import '../realtime/socket.ts'; import '../components/dialog.tsx';"],
    ['app/board/x.tsx', "import '../live/board-context.ts'; import '../stores/board-store.ts';"],
    ['app/board/x.tsx', "import { Card } from './card.tsx'; import '../load-context.ts';"],
    ['app/realtime/x.ts', "import { a } from '../stores/board-store.ts';"],
    ['app/root.tsx', "import { Card } from './board/card.tsx';"],
  ])('lets %s say %s', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });

  it.each([
    ['a clock or a disk in the rules', 'domain/x.ts', "import fs from 'node:fs';"],
    ['React in the rules', 'domain/x.ts', "import type { ReactNode } from 'react';"],
    ['storage in the rules', 'domain/spell/x.ts', "import type { S } from '../../db/store.ts';"],
    ['the server in storage', 'db/x.ts', "import type { S } from '../server/services.ts';"],
    ['pages in the server', 'server/x.ts', "import { Card } from '../app/board/card.tsx';"],
    ['the server in a page', 'app/x.ts', "import { s } from '../server/services.ts';"],
    ['storage in a page', 'app/x.ts', "export { s } from '../db/store.ts';"],
    ['the server in a page, late', 'app/x.ts', "await import('../server/services.ts');"],
    ['inline types in a page', 'app/x.ts', "import { type S } from '../server/services.ts';"],
    ['a feature in another', 'app/board/x.tsx', "import '../spell/plan.tsx';"],
    ['a feature in what features share', 'app/live/x.tsx', "import '../board/card.tsx';"],
    ['a route in a feature', 'app/board/x.tsx', "import '../routes/board.tsx';"],
    ['a feature in a store', 'app/stores/x.ts', "import '../board/card.tsx';"],
    ['a store in a component', 'app/components/x.tsx', "import '../stores/board-store.ts';"],
    ['an unknown folder of app/', 'app/drawer/x.ts', "import '../stores/board-store.ts';"],
    ['a test in production', 'server/x.ts', "import '../tests/factories/spell.ts';"],
    ['a name without its ending', 'domain/x.ts', "import { a } from './time';"],
  ])('catches %s', (_what, file, text) => {
    expect(check(file, text)).toHaveLength(1);
  });

  it('reads every kind of import, and knows which are types only', () => {
    const text = `
      import a, { type B } from './one.ts';
      import type { C } from './two.ts';
      export * from './three.ts';
      export type { D } from './four.ts';
      const e = import('./five.ts');
      let f: typeof import('./six.ts');
      import './seven.ts';
      // import './not-this.ts';
    `;
    expect(importsOf('x.ts', text)).toEqual([
      { specifier: './one.ts', isTypeOnly: false },
      { specifier: './two.ts', isTypeOnly: true },
      { specifier: './three.ts', isTypeOnly: false },
      { specifier: './four.ts', isTypeOnly: true },
      { specifier: './five.ts', isTypeOnly: false },
      { specifier: './six.ts', isTypeOnly: true },
      { specifier: './seven.ts', isTypeOnly: false },
    ]);
  });

  it('finds drawers by folder and by file', () => {
    const named = [
      'app/utils/a.ts',
      'db/misc.ts',
      'domain/date-helpers.ts',
      'server/common.test.ts',
    ];
    expect(findDrawers([...named, 'domain/time.ts', 'domain/common-ground.ts'])).toEqual(named);
  });

  it('finds barrels by name and by content', () => {
    const barrels = { 'domain/index.ts': 'const a = 1;', 'db/all.ts': "export * from './a.ts';" };
    const fine = {
      'server/index.ts': '',
      'db/a.ts': "export * from './b.ts'; export const a = 1;",
    };
    expect(findBarrels({ ...barrels, ...fine })).toEqual(Object.keys(barrels));
  });
});
