/**
 * The library forecast to beat: multi-seasonal STL with an ETS trend, of `@bsull/augurs`.
 *
 * It is given every advantage: closed slots are left out, so that its seasons are whole days and
 * weeks of open ones; what is unknown is filled with the mean of that weekday's slot so far; and
 * negative forecasts count as 0.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, MSTL } from '@bsull/augurs/mstl';
import type { Series } from '../../../src/forecast/series.ts';
import { formatStart, weekdayOf } from '../../../src/numeric/civil-date.ts';

const script = createRequire(import.meta.url).resolve('@bsull/augurs/mstl');
let isReady = false;

/** Probabilities are taken in pairs around the median, whose place the point forecast takes. */
export function mstlForecast(
  series: Series,
  day: number,
  days: number,
  probabilities: readonly number[],
): { starts: string[]; mean: number[]; quantiles: number[][] } {
  if (!isReady) initSync({ module: readFileSync(script.replace(/\.js$/, '_bg.wasm')) });
  isReady = true;
  const { slotsPerDay, closed, values, firstDay, intervalMinutes } = series;
  const openOf = (d: number) =>
    Array.from({ length: slotsPerDay }, (_, s) => s).filter(
      (s) => closed[weekdayOf(firstDay + d) * slotsPerDay + s] !== 1,
    );
  const sums = new Float64Array(7 * slotsPerDay);
  const counts = new Float64Array(7 * slotsPerDay);
  const past: number[] = [];
  for (let d = 0; d < day; d++)
    for (const s of openOf(d)) {
      const cell = weekdayOf(firstDay + d) * slotsPerDay + s;
      const value = values[d * slotsPerDay + s] ?? Number.NaN;
      if (!Number.isNaN(value)) {
        sums[cell] = (sums[cell] ?? 0) + value;
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      past.push(Number.isNaN(value) ? (sums[cell] ?? 0) / Math.max(1, counts[cell] ?? 0) : value);
    }
  const widest = Math.max(...Array.from({ length: 7 }, (_, d) => openOf(d).length));
  const week = Array.from({ length: 7 }, (_, d) => openOf(d).length).reduce((a, b) => a + b, 0);
  const starts = Array.from({ length: days }, (_, ahead) => day + ahead).flatMap((d) =>
    openOf(d).map((s) => formatStart(firstDay + d, s * intervalMinutes)),
  );
  const model = MSTL.ets(slotsPerDay === 1 ? [week] : [widest, week]);
  model.fit(new Float64Array(past));
  const mean = model.predict(starts.length).point.map((x) => Math.max(0, x));
  const quantiles = mean.map((x) => probabilities.map(() => x));
  probabilities.forEach((p, k) => {
    if (p === 0.5) return;
    const { intervals } = model.predict(starts.length, Math.abs(1 - 2 * p));
    const bound = p < 0.5 ? intervals?.lower : intervals?.upper;
    quantiles.forEach((law, i) => (law[k] = Math.max(0, bound?.[i] ?? 0)));
  });
  model.free();
  return { starts, mean, quantiles };
}
