import { DELAY_BANDS } from './ready-date-statistics.ts';
import type { Layer, Withheld, Witness } from './withhold-small-counts.ts';
import { countOf } from './withhold-small-counts.ts';

/**
 * Bed days say something of the bands: four bed days more than three people with a day each are one
 * person with a day and more. So the bed days of a group are shown only if they also fit the other
 * tables that small counts are hidden among (`Withheld.witnesses`), as are those of all withheld
 * groups together, which anybody can work out from the total; and never where the delayed of the
 * group are withheld. The bands are those of the discharge ready date statistics.
 *
 * `bedDays`: by layer and group.
 */
export function withholdBedDays(
  layers: readonly Layer[],
  bedDays: readonly (readonly number[])[],
  { isWithheld, witnesses }: Withheld,
  { isLinked }: { isLinked: boolean },
): (layer: number, group: number) => boolean {
  const withheld = layers.map((layer, at) =>
    layer.map(
      (_, group) =>
        isWithheld(at, { group, of: 'delayed' }) || isWithheld(at, { group, of: 'all' }),
    ),
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
        if (cells.length === 0 || doFit(cells, world, bedDays)) continue;
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

/** Sums of bed days that anybody knows: of each group that is shown, and of the withheld together. */
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

/** Whether the bed days of some groups together are possible with the bands of another table. */
function doFit(
  cells: readonly Cell[],
  world: readonly Layer[],
  bedDays: readonly (readonly number[])[],
): boolean {
  let [least, most, actual] = [0, 0, 0];
  for (const [layer, group] of cells) {
    actual += bedDays[layer]?.[group] ?? 0;
    (world[layer]?.[group] ?? []).forEach((people, band) => {
      const { from, to } = DELAY_BANDS[band] ?? { from: 0, to: null };
      least += people * from;
      most += people === 0 ? 0 : people * (to ?? Infinity);
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
