/** Round numbers from at or below the least to at or above the most, about `wanted` of them. */
export function niceTicks(least: number, most: number, wanted = 5): number[] {
  const span = most > least ? most - least : Math.max(Math.abs(most), 1);
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(least / step);
  const last = Math.ceil(Math.max(most, least + step) / step);
  // Rounded, as 3 * 0.1 is not 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** The place of a value between two edges. */
export function scale(value: number, from: [number, number], to: [number, number]): number {
  const [low, high] = from;
  const share = high === low ? 0.5 : (value - low) / (high - low);
  return to[0] + share * (to[1] - to[0]);
}

/** Labels from top to bottom, each at least so far below the one before that none covers another. */
export function spaced<Label extends { y: number }>(
  labels: readonly Label[],
  gap: number,
): Label[] {
  let free = -Infinity;
  return [...labels]
    .sort((one, other) => one.y - other.y)
    .map((label) => {
      const y = Math.max(label.y, free);
      free = y + gap;
      return { ...label, y };
    });
}
