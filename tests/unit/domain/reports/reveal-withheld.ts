import type { CountName, Layer } from '../../../../domain/reports/withhold-small-counts.ts';
import { countOf } from '../../../../domain/reports/withhold-small-counts.ts';

/**
 * Somebody who knows every total and all that is shown, and tries to find out the rest. It shares
 * with the suppression only what a count is.
 */
export type Published = {
  layers: readonly Layer[];
  isLinked: boolean;
  isWithheld: (layer: number, count: CountName) => boolean;
};

export function allCounts(layer: Layer): CountName[] {
  return layer.flatMap((bands, group) => [
    { group, of: 'all' as const },
    { group, of: 'delayed' as const },
    ...bands.map((_, of) => ({ group, of })),
  ]);
}

type Equation = { terms: [unknown: string, factor: number][]; total: number };

/** Everything that is known, as equations of what is withheld. */
function equationsOf({ layers, isLinked, isWithheld }: Published): Equation[] {
  const equations: Equation[] = [];
  const add = (parts: [layer: number, count: CountName, factor: number][], known: number) => {
    const terms: Equation['terms'] = [];
    let total = known;
    for (const [at, count, factor] of parts) {
      if (isWithheld(at, count)) terms.push([`${at} ${count.group} ${count.of}`, factor]);
      else total -= factor * countOf(layers[at] ?? [], count);
    }
    if (terms.length > 0) equations.push({ terms, total });
  };
  const kinds = (bands: number): CountName['of'][] => [
    ...(['all', 'delayed'] as const),
    ...Array.from({ length: bands }, (_, of) => of),
  ];
  layers.forEach((layer, at) => {
    const bands = layer[0]?.length ?? 0;
    layer.forEach((_, group) => {
      const named = (of: CountName['of'], factor: number): [number, CountName, number] => [
        at,
        { group, of },
        factor,
      ];
      add([named('all', 1), named('delayed', -1), named(0, -1)], 0);
      const delayedBands = Array.from({ length: bands - 1 }, (_, of) => named(of + 1, -1));
      add([named('delayed', 1), ...delayedBands], 0);
    });
    for (const of of kinds(bands)) {
      const parts = layer.map((_, group): [number, CountName, number] => [at, { group, of }, 1]);
      add(parts, layer.reduce((sum, _, group) => sum + countOf(layer, { group, of }), 0)); // prettier-ignore
    }
  });
  if (isLinked) {
    for (const count of allCounts(layers[0] ?? [])) {
      const parts = layers.map((_, at): [number, CountName, number] => [at, count, 1]);
      add(parts, layers.reduce((sum, layer) => sum + countOf(layer, count), 0)); // prettier-ignore
    }
  }
  return equations;
}

/** What follows by adding and subtracting equations (Gauss and Jordan). */
export function foundByAlgebra(published: Published): Map<string, number> {
  const equations = equationsOf(published);
  const unknowns = [...new Set(equations.flatMap(({ terms }) => terms.map(([name]) => name)))];
  const rows = equations.map(({ terms, total }) => {
    const row = unknowns.map(() => 0);
    for (const [name, factor] of terms) row[unknowns.indexOf(name)] = factor;
    return [...row, total];
  });
  const isZero = (value: number) => Math.abs(value) < 1e-7;
  let rank = 0;
  unknowns.forEach((_, column) => {
    const pivot = rows.findIndex((row, at) => at >= rank && !isZero(row[column] ?? 0));
    const found = rows[pivot];
    if (found === undefined) return;
    rows[pivot] = rows[rank] ?? [];
    const scale = found[column] ?? 1;
    const unit = found.map((value) => value / scale);
    rows[rank] = unit;
    rows.forEach((row, at) => {
      const factor = row[column] ?? 0;
      if (at === rank || isZero(factor)) return;
      rows[at] = row.map((value, index) => value - factor * (unit[index] ?? 0));
    });
    rank += 1;
  });
  const found = new Map<string, number>();
  for (const row of rows) {
    const at = row.slice(0, -1).flatMap((value, index) => (isZero(value) ? [] : [index]));
    const [only] = at;
    const name = only === undefined ? undefined : unknowns[only];
    if (at.length === 1 && name !== undefined) found.set(name, row.at(-1) ?? 0);
  }
  return found;
}

/** What follows from counts not being negative: bounds from each equation, again and again. */
export function foundByBounds(published: Published): Map<string, number> {
  const equations = equationsOf(published);
  const bounds = new Map<string, [number, number]>();
  const boundsOf = (name: string) => bounds.get(name) ?? [0, Infinity];
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const { terms, total } of equations) {
      for (const [name, factor] of terms) {
        let [least, most] = [total, total];
        for (const [other, otherFactor] of terms) {
          if (other === name) continue;
          const ends = boundsOf(other).map((end) => end * otherFactor);
          least -= Math.max(...ends);
          most -= Math.min(...ends);
        }
        const [low, high] = [least / factor, most / factor].sort((a, b) => a - b);
        const [before, after] = boundsOf(name);
        const tighter: [number, number] = [
          Math.max(before, low ?? before),
          Math.min(after, high ?? after),
        ];
        if (tighter[0] > before || tighter[1] < after) {
          bounds.set(name, tighter);
          hasChanged = true;
        }
      }
    }
  }
  return new Map([...bounds].flatMap(([name, [low, high]]) => (low === high ? [[name, low]] : [])));
}

/** Every table of whole numbers that fits, and what is the same in all of them: for tiny tables. */
export function foundByTryingAll(published: Published): Map<string, number> {
  const { layers, isLinked } = published;
  const fitting = layers.map((layer, at) =>
    tablesWithTotals(layer).filter((table) => fits(table, layer, at, published)),
  );
  const worlds: Layer[][] = isLinked
    ? worldsThatAddUp(layers, fitting)
    : fitting.flatMap((tables, at) =>
        tables.map((table) => layers.map((layer, other) => (other === at ? table : layer))),
      );
  const found = new Map<string, number>();
  layers.forEach((layer, at) => {
    for (const count of allCounts(layer)) {
      if (!published.isWithheld(at, count)) continue;
      const values = new Set(worlds.map((world) => countOf(world[at] ?? [], count)));
      const [only] = values;
      if (values.size === 1 && only !== undefined)
        found.set(`${at} ${count.group} ${count.of}`, only);
    }
  });
  return found;
}

function fits(table: Layer, layer: Layer, at: number, { isWithheld }: Published): boolean {
  return allCounts(layer).every(
    (count) => isWithheld(at, count) || countOf(table, count) === countOf(layer, count),
  );
}

/** Two layers at most: the second is what the sums leave. */
function worldsThatAddUp(layers: readonly Layer[], fitting: readonly Layer[][]): Layer[][] {
  const [first = [], second = []] = layers;
  const seconds = new Set((fitting[1] ?? []).map((table) => JSON.stringify(table)));
  return (fitting[0] ?? []).flatMap((table) => {
    const rest = table.map((bands, group) =>
      bands.map((count, of) => (first[group]?.[of] ?? 0) + (second[group]?.[of] ?? 0) - count),
    );
    return seconds.has(JSON.stringify(rest)) ? [[table, rest]] : [];
  });
}

/** All tables whose bands add up to those of a layer. */
function tablesWithTotals(layer: Layer): number[][][] {
  const bands = layer[0]?.length ?? 0;
  let tables: number[][][] = [layer.map(() => [])];
  for (let of = 0; of < bands; of += 1) {
    const total = layer.reduce((sum, row) => sum + (row[of] ?? 0), 0);
    const splits = splitsOf(total, layer.length);
    tables = tables.flatMap((table) =>
      splits.map((split) => table.map((row, group) => [...row, split[group] ?? 0])),
    );
  }
  return tables;
}

function splitsOf(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    splitsOf(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}
