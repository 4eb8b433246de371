/** Which labels of an axis have room beside each other. */
export type Tick = { readonly at: number; readonly label: string };

/** Mean width of a character at 12 px, and the least space between two labels. */
export const CHARACTER = 6.6;
const GAP = 6;
/** Labels nearer to an end turn inwards. */
const EDGE = 16;

/** Every how many ticks carry a label, counted from the first: the least number that leaves none touching. */
export function labelsApart(ticks: readonly Tick[], width: number): number {
  for (let every = 1; every < ticks.length; every++) {
    let end = -Infinity;
    const apart = ticks.every(({ at, label }, index) => {
      if (index % every !== 0) return true;
      const wide = label.length * CHARACTER;
      const start = at < EDGE ? 0 : at > width - EDGE ? at - wide : at - wide / 2;
      const clear = start >= end;
      end = start + wide + GAP;
      return clear;
    });
    if (apart) return every;
  }
  return Math.max(1, ticks.length);
}
