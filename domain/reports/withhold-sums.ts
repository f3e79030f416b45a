import { DELAY_BANDS } from './ready-date-statistics.ts';
import type { Layer, Withheld, Witness } from './withhold-small-counts.ts';
import { countOf } from './withhold-small-counts.ts';

/** What is added up over the people of a group: days of each, from the least to the most in a band. */
export type Summed = {
  bands: readonly { least: number; most: number }[];
  /** The counts that it must not be shown without. */
  with: readonly ('all' | 'delayed')[];
};

/** Days of delay. */
export const BED_DAYS: Summed = {
  bands: DELAY_BANDS.map(({ from, to }) => ({ least: from, most: to ?? Infinity })),
  with: ['all', 'delayed'],
};

/** Nights in hospital: at least one (those without are not counted), and all days of delay are among them. */
export const NIGHTS: Summed = {
  bands: DELAY_BANDS.map(({ from }) => ({ least: Math.max(1, from), most: Infinity })),
  with: ['all'],
};

/**
 * Sums say something of the bands: four bed days more than three people with a day each are one
 * person with a day and more. So the sum of a group is shown only if it also fits the other tables
 * that small counts are hidden among (`Withheld.witnesses`), as does that of all withheld groups
 * together, which anybody can work out from the total; and never without the counts that it is of.
 * The bands are those of the discharge ready date statistics.
 *
 * `sums`: by layer and group.
 */
export function withholdSums(
  layers: readonly Layer[],
  sums: readonly (readonly number[])[],
  summed: Summed,
  { isWithheld, witnesses, isLinked }: Withheld,
): (layer: number, group: number) => boolean {
  const withheld = layers.map((layer, at) =>
    layer.map((_, group) => summed.with.some((of) => isWithheld(at, { group, of }))),
  );
  const withhold = (layer: number, group: number) => {
    const row = withheld[layer];
    if (row !== undefined) row[group] = true;
  };
  const worlds = witnesses.map((witness) => ({ witness, layers: otherTables(layers, witness) }));
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const { witness, layers: world } of worlds) {
      for (const cells of sumsToFit(witness, withheld, isLinked)) {
        if (cells.length === 0 || doFit(cells, world, sums, summed)) continue;
        const [layer = 0, group = 0] = cells[0] ?? [];
        const next =
          cells.length === 1 && withheld[layer]?.[group] !== true
            ? cells[0]
            : largestShown(layers, withheld, layer);
        if (next === undefined) continue;
        withhold(...next);
        isSettled = false;
      }
    }
  }
  return (layer, group) => withheld[layer]?.[group] ?? false;
}

type Cell = [layer: number, group: number];

/** Sums that anybody knows: of each group that is shown, and of the withheld together. */
function sumsToFit(witness: Witness, withheld: boolean[][], isLinked: boolean): Cell[][] {
  const touched = [...new Set(witness.map(({ layer }) => layer))];
  const groups = [...new Set(witness.map(({ count: { group } }) => group))];
  const cellsOf = (layer: number, wanted: boolean): Cell[] =>
    (withheld[layer] ?? []).flatMap((is, group): Cell[] => (is === wanted ? [[layer, group]] : []));
  const shown = touched.flatMap((layer) =>
    cellsOf(layer, false)
      .filter(([, group]) => groups.includes(group))
      .map((cell) => [cell]),
  );
  const ofLayers = touched.map((layer) => cellsOf(layer, true));
  const ofGroups = isLinked
    ? groups.map((group) =>
        withheld.flatMap((row, layer): Cell[] => (row[group] ? [[layer, group]] : [])),
      )
    : [];
  return [...shown, ...ofLayers, ...ofGroups];
}

/** Whether the sum of some groups together are possible with the bands of another table. */
function doFit(
  cells: readonly Cell[],
  world: readonly Layer[],
  sums: readonly (readonly number[])[],
  { bands }: Summed,
): boolean {
  let [least, most, actual] = [0, 0, 0];
  for (const [layer, group] of cells) {
    actual += sums[layer]?.[group] ?? 0;
    (world[layer]?.[group] ?? []).forEach((people, band) => {
      const each = bands[band] ?? { least: 0, most: Infinity };
      least += people * each.least;
      most += people === 0 ? 0 : people * each.most;
    });
  }
  return least <= actual && actual <= most;
}

/** Of the groups still shown, the one with the most delayed: it hides the most. */
function largestShown(
  layers: readonly Layer[],
  withheld: boolean[][],
  layer: number,
): Cell | undefined {
  const shown = (withheld[layer] ?? []).flatMap((is, group) => (is ? [] : [group]));
  const delayedIn = (group: number) => countOf(layers[layer] ?? [], { group, of: 'delayed' });
  const [group] = shown.sort((a, b) => delayedIn(b) - delayedIn(a));
  return group === undefined ? undefined : [layer, group];
}

function otherTables(layers: readonly Layer[], witness: Witness): Layer[] {
  const other = layers.map((layer) => layer.map((bands) => [...bands]));
  for (const { layer, count, by } of witness) {
    const bands = other[layer]?.[count.group];
    if (bands === undefined || typeof count.of !== 'number') continue;
    bands[count.of] = (bands[count.of] ?? 0) + by;
  }
  return other;
}
