/** Seeded randomness: the same seed gives the same draws on every machine and in every run. */
export type Random = {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<T>(entries: readonly Weighted<T>[]): T;
  /** An index drawn from weights that need not add up to one. */
  index(weights: readonly number[]): number;
  normal(mean: number, deviation: number): number;
  exponential(mean: number): number;
  shuffle<T>(items: readonly T[]): T[];
  /** A version 7 identifier: ordered by the instant, repeatable. */
  uuid(instantMs: number): string;
  /**
   * A stream of its own, fixed by the seed and the label alone, so that drawing more in one
   * place does not change another.
   */
  fork(label: string): Random;
};

export type Weighted<T> = readonly [value: T, weight: number];

type Words = readonly [number, number, number, number];

const ROOT: Words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85a308d3];

export function createRandom(seed: string | number): Random {
  return new SeededRandom(mix(ROOT, String(seed)));
}

/** The cyrb128 hash, started from four words instead of constants so that forks can be nested. */
function mix(from: Words, text: string): Words {
  let [a, b, c, d] = from;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** The sfc32 generator. A class, as plans fork it by the hundred thousand. */
class SeededRandom implements Random {
  readonly #seed: Words;
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(seed: Words) {
    this.#seed = seed;
    [this.#a, this.#b, this.#c, this.#counter] = seed;
    for (let i = 0; i < 8; i += 1) this.#word();
  }

  #word(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  next(): number {
    return this.#word() / 4_294_967_296;
  }

  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return itemAt(items, this.int(0, items.length - 1));
  }

  weighted<T>(entries: readonly Weighted<T>[]): T {
    let total = 0;
    for (const entry of entries) total += entry[1];
    let left = this.next() * total;
    for (const entry of entries) {
      left -= entry[1];
      if (left < 0) return entry[0];
    }
    return itemAt(entries, entries.length - 1)[0];
  }

  index(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    let left = this.next() * total;
    let i = 0;
    for (const weight of weights) {
      left -= weight;
      if (left < 0) return i;
      i += 1;
    }
    return Math.max(0, weights.length - 1);
  }

  normal(mean: number, deviation: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  shuffle<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, key: this.#word() }));
    return keyed.sort((x, y) => x.key - y.key).map(({ item }) => item);
  }

  uuid(instantMs: number): string {
    const time = hex(instantMs, 12);
    const first = hex(this.#word() & 0xfff, 3);
    const second = hex((this.#word() & 0x3fff) | 0x8000, 4);
    const tail = hex(this.#word(), 8) + hex(this.#word() & 0xffff, 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${first}-${second}-${tail}`;
  }

  fork(label: string): Random {
    return new SeededRandom(mix(this.#seed, label));
  }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

function itemAt<T>(items: readonly T[], i: number): T {
  const item = items[i];
  if (item === undefined) throw new Error('There is nothing to draw from');
  return item;
}
