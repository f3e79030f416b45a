import { describe, expect, it } from 'vitest';
import {
  addCounts,
  closingLine,
  countPlaywright,
  countStep,
  countVitest,
} from '../../../scripts/count-results.mjs';

function file(statuses: string[], status = 'passed', message = '') {
  const assertionResults = statuses.map((one, index) => ({ fullName: `t${index}`, status: one }));
  return { name: 'a.test.ts', status, message, assertionResults };
}

function spec(status: string, expectedStatus = 'passed') {
  return { title: 'a page', tests: [{ status, expectedStatus }] };
}

describe('counting a tooling step', () => {
  it('counts one either way', () => {
    expect(countStep('lint', true)).toEqual({ passed: 1, failed: 0, problems: [] });
    expect(countStep('lint', false)).toEqual({ passed: 0, failed: 1, problems: ['lint'] });
  });
});

describe('counting vitest', () => {
  it.each([
    ['all passed', [file(['passed', 'passed'])], 0, 2, 0],
    ['one failed', [file(['passed', 'failed'], 'failed')], 1, 1, 1],
    ['a skipped test', [file(['passed', 'skipped'])], 0, 1, 1],
    ['a pending test', [file(['pending'])], 0, 0, 1],
    ['a test to do', [file(['todo', 'passed'])], 0, 1, 1],
    ['a file that does not load', [file(['passed']), file([], 'failed', 'No module')], 1, 1, 1],
    ['a failed afterAll', [file(['passed'], 'failed', 'noise')], 1, 1, 1],
    ['skipped by a failed beforeAll', [file(['skipped', 'skipped'], 'failed', 'x')], 1, 0, 3],
    ['a file without tests', [file([]), file(['passed'])], 0, 1, 1],
    ['no files at all', [], 0, 0, 1],
    ['no files and an error code', [], 1, 0, 1],
    ['an unhandled error outside the tests', [file(['passed'])], 1, 1, 1],
    ['a run ended by a signal', [file(['passed', 'failed'], 'failed')], null, 1, 2],
    ['a clean run ended by a signal', [file(['passed'])], null, 1, 1],
  ])('%s', (_what, testResults, exitCode, passed, failed) => {
    const count = countVitest('vitest', { testResults }, exitCode);
    expect(count).toMatchObject({ passed, failed });
    expect(count.problems).toHaveLength(failed);
  });

  it('counts a runner that left no report as failed, whatever its exit code', () => {
    expect(countVitest('vitest', null, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest('vitest', null, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest('vitest', null, null)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names the file that did not load', () => {
    const testResults = [file([], 'failed', 'No such module\n  at line 3')];
    expect(countVitest('vitest', { testResults }, 1).problems).toEqual([
      'file failed: a.test.ts: No such module',
    ]);
  });
});

describe('counting the browser tests', () => {
  it.each([
    ['all passed', [spec('expected'), spec('expected')], 0, 2, 0],
    ['one failed', [spec('expected'), spec('unexpected')], 1, 1, 1],
    ['a flaky one', [spec('flaky')], 0, 0, 1],
    ['a skipped one', [spec('skipped', 'skipped'), spec('expected')], 0, 1, 1],
    ['one expected to fail', [spec('expected', 'failed')], 0, 0, 1],
    ['none at all', [], 0, 0, 1],
    ['all passed with an error code', [spec('expected')], 1, 1, 1],
    ['stopped half way', [spec('expected')], null, 1, 1],
  ])('%s', (_what, specs, exitCode, passed, failed) => {
    const report = { suites: [{ title: 'a.test.ts', specs }], errors: [] };
    const count = countPlaywright('browser tests', report, exitCode);
    expect(count).toMatchObject({ passed, failed });
    expect(count.problems).toHaveLength(failed);
  });

  it('counts tests in nested groups and in every project', () => {
    const inner = {
      title: 'inner',
      specs: [{ title: 'x', tests: [spec('expected').tests, spec('unexpected').tests].flat() }],
    };
    const report = { suites: [{ title: 'a.test.ts', suites: [inner], specs: [spec('expected')] }] };
    const count = countPlaywright('browser tests', report, 1);
    expect(count).toEqual({
      passed: 2,
      failed: 1,
      problems: ['unexpected: a.test.ts › inner › x'],
    });
  });

  it('counts a file that does not load', () => {
    const report = { suites: [], errors: [{ message: 'SyntaxError: x' }] };
    expect(countPlaywright('browser tests', report, 1)).toEqual({
      passed: 0,
      failed: 1,
      problems: ['error: SyntaxError: x'],
    });
  });

  it('counts a runner that left no report as failed', () => {
    expect(countPlaywright('browser tests', null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the closing line', () => {
  it('adds up all steps', () => {
    const total = addCounts([
      countStep('lint', true),
      countStep('types', false),
      countVitest('vitest', { testResults: [file(['passed', 'todo'])] }, 0),
    ]);
    expect(closingLine(total)).toBe('2 passed, 2 failed');
    expect(total.problems).toEqual(['types', 'todo: a.test.ts: t1']);
  });
});
