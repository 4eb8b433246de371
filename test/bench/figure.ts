/** One measured number of `npm run bench`. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** `contacts/s`, `ms`, `kB gzip` … */
  readonly unit: string;
  /** What we want it to be, and in which direction. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
  /** How it was measured, when the name does not say. */
  readonly note?: string;
};

/** Median seconds of `times` runs after some that warm up, for work too short or too noisy to time once. */
export function medianSeconds(work: () => unknown, times = 7, warmUps = 1): number {
  for (let k = 0; k < warmUps; k++) work();
  const seconds = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return seconds.toSorted((a, b) => a - b)[times >> 1] ?? Number.NaN;
}
