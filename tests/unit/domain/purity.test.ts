import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from '../../architecture/import-rules.ts';

const folder = path.resolve(import.meta.dirname, '../../../domain');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const);

/** What would make the same order give another answer at another time, or on another machine. */
const IMPURE: [string, RegExp][] = [
  ['the clock of the machine', /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/],
  ['the zone of the machine', /\bnew Date\([^()]*,|\.getTimezoneOffset\b|\bresolvedOptions\b/],
  ['the language of the machine', /\.toLocale\w*\(|\bIntl\./],
  ['the surroundings', /\bprocess\b\.|\bglobalThis\b|\bwindow\b\.|\bconsole\b\./],
];

describe('the rules', () => {
  it('are really read here', () => {
    expect(files.map(([file]) => file)).toContain(path.join('spell', 'decide.ts'));
  });

  it.each(IMPURE)('never use %s', (_what, pattern) => {
    expect(files.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('import only zod, date-fns with its time zones, and each other', () => {
    const foreign = files.flatMap(([file, text]) =>
      importsOf(file, text)
        .map(({ specifier }) => specifier)
        .filter((name) =>
          name.startsWith('.')
            ? !path.resolve(folder, path.dirname(file), name).startsWith(folder + path.sep)
            : !['zod/mini', 'date-fns', '@date-fns/tz'].includes(name),
        )
        .map((name) => `${file}: ${name}`),
    );
    expect(foreign).toEqual([]);
  });
});
