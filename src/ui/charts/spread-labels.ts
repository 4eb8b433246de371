/** Moves direct labels apart so that none covers another; order is kept, as near as possible to the marks. */

/** Positions at least `gap` apart within [0, `bottom`], for positions wanted in any order. */
export function spreadLabels(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  const placed = Array.from(wanted);
  let floor = -Infinity;
  for (const { at, index } of order) {
    floor = Math.max(at, floor + gap);
    placed[index] = floor;
  }
  let ceiling = bottom;
  for (const { index } of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, ceiling);
    ceiling = (placed[index] ?? 0) - gap;
  }
  return placed;
}
