/**
 * How the bands of a model did in the past: calibrated on its own errors from the first two thirds of the
 * origins, checked on the days that follow.
 */
import { HORIZONS, horizonOf, isLookedAt } from './backtest.ts';
import { calibrate, lawScores } from './calibration.ts';
import { askedAt, chancesAround, countsAt, FEW } from './count-law.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { cumulativeOf, scoreOf, valueAt, valuesAt, type Spread } from './law.ts';
import { addPit, pitShares, pitSums } from './pit.ts';
import type { CoverageRow, Horizon, ModelBands, PitRow } from './result.ts';
import { FARTHEST } from './sweep.ts';
import { trialDay, type Trial } from './trial.ts';

const PROBABILITIES = [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975];
const [LOW95, LOW80, MIDDLE, HIGH80, HIGH95] = [0, 1, 5, 9, 10];
/** Below this median a band of whole contacts cannot have the nominal coverage. */
const LEAST_MEDIAN = 10;

export type Held = {
  readonly coverage: CoverageRow[];
  readonly smallCounts: PitRow[];
  readonly bands: ReadonlyMap<Horizon, ModelBands>;
};

export function coverage(trial: Trial, quantiles: readonly number[]): Held {
  const { sweep, means } = trial;
  const { firstOrigin, endOrigin, series, totals } = sweep;
  const { slotsPerDay, values } = series;
  const cut = firstOrigin + Math.floor(((endOrigin - firstOrigin) * 2) / 3);
  const calibration = calibrate(trial, cut);
  const sums = HORIZONS.map(() => ({
    all: 0,
    actual: 0,
    pinball: 0,
    n: 0,
    in80: 0,
    in95: 0,
    tenths: Array<number>(10).fill(0),
  }));
  // where an actual fell is told by its score: only the quantiles of the pinball loss are turned into contacts
  const law = new Float64Array(quantiles.length);
  const scores = HORIZONS.map(({ from }) => lawScores(calibration.interval(from), PROBABILITIES));
  const asked = HORIZONS.map(({ from }) => askedAt(lawScores(calibration.interval(from), quantiles)));
  const small = HORIZONS.map(pitSums);
  const cumulative = HORIZONS.map(({ from }) => {
    const { scores: gathered, priorDays } = calibration.interval(from);
    return cumulativeOf(gathered, priorDays);
  });
  for (let origin = Math.max(firstOrigin, cut - 1); origin < endOrigin; origin++)
    for (let ahead = 1; ahead <= FARTHEST && origin + ahead < endOrigin; ahead++) {
      if (!isLookedAt(ahead) || Number.isNaN(totals[origin + ahead])) continue;
      const at = trialDay(sweep, origin, ahead) * slotsPerDay;
      const { spread, restlessness } = calibration.interval(ahead);
      const sum = sums[horizonOf(ahead)];
      const z = scores[horizonOf(ahead)] ?? [];
      const ofAsked = asked[horizonOf(ahead)];
      if (sum === undefined || ofAsked === undefined) continue;
      for (let s = 0; s < slotsPerDay; s++) {
        const actual = values[(origin + ahead) * slotsPerDay + s] ?? Number.NaN;
        const mean = means[at + s] ?? 0;
        if (Number.isNaN(actual)) continue;
        if (mean < FEW) countsAt(ofAsked.chances, mean, spread, law);
        else valuesAt(ofAsked.scores, mean, spread, law);
        sum.all++;
        sum.actual += actual;
        for (let k = 0; k < quantiles.length; k++) {
          const q = quantiles[k] ?? 0.5;
          const miss = actual - (law[k] ?? 0);
          sum.pinball += (miss >= 0 ? q * miss : (q - 1) * miss) / quantiles.length;
        }
        if (mean < FEW || valueAt(z[MIDDLE] ?? 0, mean, spread) < LEAST_MEDIAN) {
          const pit = small[horizonOf(ahead)];
          const upTo = cumulative[horizonOf(ahead)];
          if (pit === undefined || upTo === undefined) continue;
          const [low, high] = stretchOf(actual, mean, spread);
          addPit(pit, upTo(low / restlessness), upTo(high / restlessness));
          continue;
        }
        const score = scoreOf(actual, mean, spread);
        sum.n++;
        if (score >= (z[LOW80] ?? 0) && score <= (z[HIGH80] ?? 0)) sum.in80++;
        if (score >= (z[LOW95] ?? 0) && score <= (z[HIGH95] ?? 0)) sum.in95++;
        let tenth = 0;
        while (tenth < 9 && score > (z[tenth + 1] ?? 0)) tenth++;
        sum.tenths[tenth] = (sum.tenths[tenth] ?? 0) + 1;
      }
    }
  const rows = HORIZONS.flatMap(({ name: horizon }, h) => {
    const { n = 0, in80 = 0, in95 = 0, tenths = [] } = sums[h] ?? {};
    if (n === 0) return [];
    return [
      {
        horizon,
        values: n,
        coverage80: in80 / n,
        coverage95: in95 / n,
        tenths: tenths.map((count) => count / n),
      },
    ];
  });
  const bands = new Map<Horizon, ModelBands>();
  HORIZONS.forEach(({ name: horizon }, h) => {
    const { all = 0, actual = 0, pinball = 0 } = sums[h] ?? {};
    const { coverage80 = null, coverage95 = null } = rows.find((row) => row.horizon === horizon) ?? {};
    if (actual > 0) bands.set(horizon, { values: all, pinball: pinball / actual, coverage80, coverage95 });
  });
  const smallCounts = HORIZONS.flatMap(({ name: horizon }, h) => {
    const pit = small[h];
    return pit === undefined || pit.count === 0
      ? []
      : [{ horizon, values: pit.count, tenths: pitShares(pit) }];
  });
  return { coverage: rows, smallCounts, bands };
}

/** Scores between which a count lies: of all counts below it, and of it and those. */
function stretchOf(count: number, mean: number, spread: Spread): [number, number] {
  if (!(mean < FEW))
    return [count > 0 ? scoreOf(count - 0.5, mean, spread) : -Infinity, scoreOf(count + 0.5, mean, spread)];
  const { below, upTo } = chancesAround(count, mean, spread);
  return [scoreAt(below), scoreAt(upTo)];
}

function scoreAt(chance: number): number {
  return chance <= 0 ? -Infinity : chance >= 1 ? Infinity : normalQuantile(chance);
}
