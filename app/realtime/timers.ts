/** Runs something later; what it returns takes that back. */
export type After = (delayMs: number, run: () => void) => () => void;

export const afterInBrowser: After = (delayMs, run) => {
  const timer = setTimeout(run, delayMs);
  return () => {
    clearTimeout(timer);
  };
};

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** How long to wait before another attempt: doubling, and spread so that a whole trust does not return at once. */
export function backoffMs(failedAttempts: number, random: () => number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** failedAttempts);
  return Math.round(longest * (0.5 + random() / 2));
}
