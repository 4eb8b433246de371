/** The rounding error of a product, so that a difference of nearly equal numbers keeps its digits. */

const SPLITTER = 2 ** 27 + 1;

/** a·b − fl(a·b), exactly (Dekker 1971), for factors below 1e150. */
export function productError(a: number, b: number): number {
  const product = a * b;
  let scaled = SPLITTER * a;
  const aHigh = scaled - (scaled - a);
  const aLow = a - aHigh;
  scaled = SPLITTER * b;
  const bHigh = scaled - (scaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
