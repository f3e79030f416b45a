/**
 * Counts that say too much about few people are withheld, with as many others as it takes so that
 * no sum or difference of what is shown, or known from other reports, gives them away.
 *
 * A layer (one pathway) is a table of groups by bands, the first of them "no delay". Of each group
 * three kinds of count are shown: all of it, those delayed, and each band. They hang together as
 * water in pipes: from a source through each group, part of it on through its delayed, into the
 * bands, whose totals everybody knows. What is withheld can be told apart only by what may circulate
 * through withheld pipes alone: a count is safe if and only if it lies on a ring of them on which one
 * person more or fewer can go round without any count becoming negative. (Network flows in
 * statistical disclosure control: Cox 1995, Network models for complementary cell suppression.)
 *
 * `isLinked`: the sums over all layers are known too, from a report that is not broken down by
 * layer. Then what goes round in one layer must go round the other way in another.
 */

/** Counts of 1 to 4 are small (handbook 7). That nobody is there is no secret of anybody's. */
export const LEAST_SHOWN = 5;

/** Groups by bands; the first band is "no delay". */
export type Layer = readonly (readonly number[])[];

/** One count: all of a group, its delayed, or one of its bands. */
export type CountName = { group: number; of: 'all' | 'delayed' | number };

/** Another table that fits all that is shown: what is one more or one fewer in it. */
export type Witness = { layer: number; count: CountName; by: 1 | -1 }[];

export type Withheld = {
  isLinked: boolean;
  isWithheld: (layer: number, count: CountName) => boolean;
  /** For each small count that is safe, another table in which it is another. */
  witnesses: Witness[];
  /** Small counts for which no other table was found that fits the sums over all layers too. */
  exposed: { layer: number; count: CountName }[];
};

type Pipe = { count: CountName; from: string; to: string };
type Step = { pipe: Pipe; by: 1 | -1 };

export function isSmall(count: number): boolean {
  return count > 0 && count < LEAST_SHOWN;
}

export function countOf(layer: Layer, { group, of }: CountName): number {
  const bands = layer[group] ?? [];
  if (of === 'all') return sum(bands);
  return of === 'delayed' ? sum(bands.slice(1)) : (bands[of] ?? 0);
}

export function withholdSmallCounts(
  layers: readonly Layer[],
  { isLinked }: { isLinked: boolean },
): Withheld {
  const withheld = layers.map(() => new Set<string>());
  const witnesses: Witness[] = [];
  const exposed: Withheld['exposed'] = [];
  layers.forEach((layer, at) => {
    const pipes = pipesOf(layer);
    for (const pipe of pipes.filter(({ count }) => isSmall(countOf(layer, count)))) {
      withheld[at]?.add(nameOf(pipe.count));
    }
  });
  layers.forEach((layer, at) => {
    const pipes = pipesOf(layer);
    for (const pipe of pipes.filter(({ count }) => isSmall(countOf(layer, count)))) {
      const search = { layers, withheld, at };
      const others = isLinked
        ? layers.flatMap((_, other) => (other === at ? [] : [other]))
        : [null];
      const safe = others.flatMap((other) => cheapestRing(pipe, pipes, { ...search, other }));
      const ring = cheapest(safe);
      if (ring !== undefined) {
        witnesses.push(withholdRing(ring, at, withheld));
        continue;
      }
      exposed.push({ layer: at, count: pipe.count });
      // Safe at least from whoever knows nothing but this report.
      const alone = cheapest(cheapestRing(pipe, pipes, { ...search, other: null }));
      if (alone !== undefined) withholdRing(alone, at, withheld);
    }
  });
  const isWithheld = (layer: number, count: CountName) =>
    withheld[layer]?.has(nameOf(count)) ?? false;
  return { isLinked, isWithheld, witnesses, exposed };
}

function cheapest(rings: readonly Ring[]): Ring | undefined {
  return [...rings].sort((a, b) => a.cost - b.cost)[0];
}

/** `other`: the layer in which the ring goes round the other way; null where sums are not known. */
type Search = {
  layers: readonly Layer[];
  withheld: readonly ReadonlySet<string>[];
  at: number;
  other: number | null;
};
type Ring = { steps: Step[]; cost: number; other: number | null };

function withholdRing({ steps, other }: Ring, at: number, withheld: Set<string>[]): Witness {
  return steps.flatMap(({ pipe: { count }, by }) => {
    const name = nameOf(count);
    withheld[at]?.add(name);
    if (other === null) return [{ layer: at, count, by }];
    withheld[other]?.add(name);
    const back = by === 1 ? (-1 as const) : (1 as const);
    return [
      { layer: at, count, by },
      { layer: other, count, by: back },
    ];
  });
}

/** The ring through a pipe, either way round, that withholds the least besides. */
function cheapestRing(through: Pipe, pipes: readonly Pipe[], search: Search): Ring[] {
  return ([1, -1] as const).flatMap((by): Ring[] => {
    const first = { pipe: through, by };
    if (!mayStep(first, search)) return [];
    const [from, to] = by === 1 ? [through.to, through.from] : [through.from, through.to];
    const others = pipes.filter((pipe) => pipe !== through);
    const path = cheapestPath(from, to, others, search);
    if (path === null) return [];
    return [{ steps: [first, ...path.steps], cost: path.cost, other: search.other }];
  });
}

/** Dijkstra's shortest path over the pipes, each passable forwards, and backwards if it holds somebody. */
function cheapestPath(
  from: string,
  to: string,
  pipes: readonly Pipe[],
  search: Search,
): { steps: Step[]; cost: number } | null {
  const best = new Map<string, { steps: Step[]; cost: number }>([[from, { steps: [], cost: 0 }]]);
  const settled = new Set<string>();
  for (;;) {
    const open = [...best].filter(([node]) => !settled.has(node));
    const [next] = open.sort((a, b) => a[1].cost - b[1].cost);
    if (next === undefined) return null;
    const [node, { steps, cost }] = next;
    if (node === to) return { steps, cost };
    settled.add(node);
    for (const pipe of pipes) {
      const by = pipe.from === node ? 1 : -1;
      if ((by === 1 ? pipe.from : pipe.to) !== node) continue;
      const step: Step = { pipe, by };
      const end = by === 1 ? pipe.to : pipe.from;
      if (settled.has(end) || !mayStep(step, search)) continue;
      const total = cost + costOf(step, search);
      if (total < (best.get(end)?.cost ?? Infinity)) {
        best.set(end, { steps: [...steps, step], cost: total });
      }
    }
  }
}

/** One fewer is possible only where somebody is: here, or in the layer that goes the other way. */
function mayStep({ pipe: { count }, by }: Step, { layers, at, other }: Search): boolean {
  if (by === -1) return countOf(layers[at] ?? [], count) > 0;
  return other === null || countOf(layers[other] ?? [], count) > 0;
}

/** What is withheld anyway costs next to nothing; else the larger, and the more of a group it tells. */
function costOf({ pipe: { count } }: Step, { layers, withheld, at, other }: Search): number {
  const kind = count.of === 'all' ? 4 : count.of === 'delayed' ? 2 : 1;
  const inLayer = (layer: number) =>
    withheld[layer]?.has(nameOf(count)) === true
      ? 1
      : 1000 * kind + countOf(layers[layer] ?? [], count);
  return inLayer(at) + (other === null ? 0 : inLayer(other));
}

function pipesOf(layer: Layer): Pipe[] {
  return layer.flatMap((bands, group) => [
    { count: { group, of: 'all' as const }, from: 'source', to: `group ${group}` },
    { count: { group, of: 'delayed' as const }, from: `group ${group}`, to: `delayed ${group}` },
    ...bands.map((_, of) => ({
      count: { group, of },
      from: `${of === 0 ? 'group' : 'delayed'} ${group}`,
      to: `band ${of}`,
    })),
  ]);
}

function nameOf({ group, of }: CountName): string {
  return `${group} ${of}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
