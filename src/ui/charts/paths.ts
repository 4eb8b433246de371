/**
 * Lines and bands of hundreds of points as SVG paths, written point by point: a picture that follows a
 * slider draws them with every step. Places are rounded to a tenth of a pixel.
 */

/** Null breaks the line; a point between two breaks is a dot where the line's ends are round. */
export function linePath(xs: readonly string[], ys: readonly (number | null)[]): string {
  let path = '';
  let run = 0;
  ys.forEach((y, at) => {
    if (y !== null) path += `${run++ === 0 ? 'M' : 'L'}${xs[at]},${place(y)}`;
    if (run > 0 && (y === null || at === ys.length - 1)) {
      if (run === 1) path += 'Z';
      run = 0;
    }
  });
  return path;
}

export type Edges = { readonly low: number; readonly high: number };

/** Along the upper edge and back along the lower one; null breaks the band. */
export function bandPath(xs: readonly string[], edges: readonly (Edges | null)[]): string {
  let path = '';
  let back = '';
  edges.forEach((edge, at) => {
    if (edge) {
      path += `${back === '' ? 'M' : 'L'}${xs[at]},${place(edge.high)}`;
      back = `L${xs[at]},${place(edge.low)}${back}`;
    }
    if (back !== '' && (!edge || at === edges.length - 1)) {
      path += `${back}Z`;
      back = '';
    }
  });
  return path;
}

export function place(pixels: number): string {
  return String(Math.round(pixels * 10) / 10);
}
