/** Who makes ids: one page of a browser, or one run of a program. */
export type IdMaker = {
  /** Milliseconds since 1970, when it began. */
  startedAt: number;
  /** Drawn once, from 0 up to `ID_MAKER_CHANCES`: tells apart makers that began together. */
  chance: number;
};

export const ID_MAKER_CHANCES = 2 ** 24;

/**
 * Ids for whatever one maker creates: valid UUIDs (version 8) of when it began, its chance, and a
 * number that counts. Nobody's sight of anything rests on an id being hard to guess, so chance is
 * spent once a maker and not once an id: ids of one maker differ in their last digits only, and a
 * board full of them is small on its way to a browser (docs/decisions/0013).
 */
export function createIds({ startedAt, chance }: IdMaker): () => string {
  const time = hex(startedAt, 12);
  const drawn = hex(chance, 6);
  const prefix = `${time.slice(0, 8)}-${time.slice(8)}-8${drawn.slice(0, 3)}-8${drawn.slice(3)}-`;
  let count = 0;
  return () => {
    count += 1;
    return prefix + hex(count, 12);
  };
}

/**
 * The id of one of several things that a command creates. The last twelve digits of an id count what
 * its maker made, and never get as far as the first two of them: these say which part it is.
 */
export function idOfPart(id: string, place: number): string {
  return id.slice(0, -12) + hex(place + 1, 2) + id.slice(-10);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
