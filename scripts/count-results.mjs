/**
 * Turns what the test runners reported into passed and failed. Pure. A test counts as passed only
 * when it ran and passed at the first try; everything else that should have been a test is a failure.
 *
 * @typedef {{ passed: number, failed: number, problems: string[] }} Count
 *
 * @typedef {object} VitestReport
 * @property {VitestFile[]} [testResults]
 *
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {{ fullName: string, status: string }[]} assertionResults
 *
 * @typedef {object} PlaywrightReport
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ message?: string }[]} [errors]
 *
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, tests: { status: string, expectedStatus: string }[] }[]} [specs]
 */

/**
 * @param {string} name
 * @param {boolean} isPassed
 * @returns {Count}
 */
export function countStep(name, isPassed) {
  return isPassed ? count(1, []) : count(0, [name]);
}

/** @param {Count[]} counts */
export function addCounts(counts) {
  return {
    passed: counts.reduce((sum, one) => sum + one.passed, 0),
    failed: counts.reduce((sum, one) => sum + one.failed, 0),
    problems: counts.flatMap((one) => one.problems),
  };
}

/** @param {{ passed: number, failed: number }} total */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {string} name of the runner, for the list of problems
 * @param {VitestReport | null} report null when the runner wrote none
 * @param {number | null} exitCode null when a signal or the time limit ended it
 */
export function countVitest(name, report, exitCode) {
  if (report === null) return noReport(name, exitCode);
  let passed = 0;
  const problems = [];
  for (const file of report.testResults ?? []) {
    const notPassed = file.assertionResults.filter((test) => test.status !== 'passed');
    passed += file.assertionResults.length - notPassed.length;
    problems.push(...notPassed.map((test) => `${test.status}: ${file.name}: ${test.fullName}`));
    const isExplained = notPassed.some((test) => test.status === 'failed');
    if (file.status !== 'passed' && !isExplained) {
      problems.push(`file failed: ${file.name}: ${firstLine(file.message)}`);
    } else if (file.assertionResults.length === 0) {
      problems.push(`no tests in ${file.name}`);
    }
  }
  return withRunner(name, passed, problems, exitCode);
}

/**
 * @param {string} name
 * @param {PlaywrightReport | null} report
 * @param {number | null} exitCode
 */
export function countPlaywright(name, report, exitCode) {
  if (report === null) return noReport(name, exitCode);
  let passed = 0;
  const problems = (report.errors ?? []).map((error) => `error: ${firstLine(error.message)}`);
  for (const test of (report.suites ?? []).flatMap((suite) => testsOf(suite, []))) {
    // A test marked as failing counts as "expected" when it fails.
    if (test.status === 'expected' && test.expectedStatus === 'passed') passed += 1;
    else problems.push(`${test.status}: ${test.title}`);
  }
  return withRunner(name, passed, problems, exitCode);
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} above
 * @returns {{ title: string, status: string, expectedStatus: string }[]}
 */
function testsOf(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status, expectedStatus }) => ({
      title: [...titles, spec.title].join(' › '),
      status,
      expectedStatus,
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}

/**
 * @param {string} name
 * @param {number} passed
 * @param {string[]} problems
 * @param {number | null} exitCode
 */
function withRunner(name, passed, problems, exitCode) {
  if (passed + problems.length === 0) return count(0, [`${name} ran no tests`]);
  // An unhandled rejection, say, fails the run and no single test.
  if (exitCode !== 0 && problems.length === 0) {
    return count(passed, [`${name} ended with ${endingOf(exitCode)} though no test failed`]);
  }
  // The runner was stopped from outside: what it did not get to is unknown.
  if (exitCode === null) problems.push(`${name} was stopped before its end`);
  return count(passed, problems);
}

/**
 * @param {string} name
 * @param {number | null} exitCode
 */
function noReport(name, exitCode) {
  return count(0, [`${name} left no report and ended with ${endingOf(exitCode)}`]);
}

/** @param {number | null} exitCode */
function endingOf(exitCode) {
  return exitCode === null ? 'a signal' : `code ${exitCode}`;
}

/**
 * @param {number} passed
 * @param {string[]} problems each counts as one failure
 * @returns {Count}
 */
function count(passed, problems) {
  return { passed, failed: problems.length, problems };
}

/** @param {string | undefined} text */
function firstLine(text) {
  return (text ?? '').split('\n')[0] || 'no message';
}
