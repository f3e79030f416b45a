/** The port is asynchronous, SQLite is not: what is thrown must still come as a rejection. */
export function inTurn<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
