/**
 * Gauss–Legendre quadrature: n points integrate polynomials up to degree 2n − 1 exactly.
 *
 * Reference: Golub & Welsch (1969) for the rule; nodes by Newton's method from Chebyshev guesses.
 */
export type QuadratureRule = {
  /** In (0, 1). */
  readonly nodes: readonly number[];
  /** Sum to 1. */
  readonly weights: readonly number[];
};

/** The rule with `points` nodes on [0, 1]. */
export function gaussLegendre(points: number): QuadratureRule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let pass = 0; pass < 100; pass++) {
      let previous = 1;
      let value = x;
      for (let n = 2; n <= points; n++) {
        [previous, value] = [value, ((2 * n - 1) * x * value - (n - 1) * previous) / n];
      }
      slope = (points * (x * value - previous)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    nodes.push((1 - x) / 2);
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
