/**
 * A root of a continuous function between two points at which its sign differs.
 *
 * Bisection with secant steps (Illinois variant of regula falsi), down to neighbouring doubles.
 * Reference: Dowell & Jarratt (1971), BIT 11.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) throw new RangeError(`findRoot: no change of sign between ${low} and ${high}`);
  for (let step = 0; step < 200; step++) {
    const width = b - a;
    // Every third step halves, so a flat stretch cannot stall the secant.
    let x = step % 3 === 2 ? a + width / 2 : a - (fa * width) / (fb - fa);
    if (!(x > Math.min(a, b) && x < Math.max(a, b))) x = a + width / 2;
    if (x === a || x === b) return x;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx > 0 === fb > 0) {
      [b, fb] = [x, fx];
      fa /= 2;
    } else {
      [a, fa] = [x, fx];
      fb /= 2;
    }
    if (Math.abs(b - a) <= 2 * Number.EPSILON * Math.abs(b)) break;
  }
  return (a + b) / 2;
}
