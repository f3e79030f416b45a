export type InTurn = <Result>(
  keys: readonly string[],
  job: () => Promise<Result>,
) => Promise<Result>;

/**
 * Runs jobs that share a key one after another, and others side by side. A job takes its place with
 * all its keys at once, so that no two wait for each other.
 */
export function createSpellQueue(): InTurn {
  const tails = new Map<string, Promise<void>>();
  return (keys, job) => {
    const run = Promise.all(keys.map((key) => tails.get(key) ?? Promise.resolve())).then(job);
    const tail: Promise<void> = run
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        for (const key of keys) if (tails.get(key) === tail) tails.delete(key);
      });
    for (const key of keys) tails.set(key, tail);
    return run;
  };
}
