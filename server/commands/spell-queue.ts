export type InTurn = <Result>(key: string, job: () => Promise<Result>) => Promise<Result>;

/** Runs jobs of one key one after another, and jobs of different keys side by side. */
export function createSpellQueue(): InTurn {
  const tails = new Map<string, Promise<void>>();
  return (key, job) => {
    const run = (tails.get(key) ?? Promise.resolve()).then(job);
    const tail: Promise<void> = run
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return run;
  };
}
