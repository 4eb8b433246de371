import { describe, expect, it } from 'vitest';
import { lawScores } from '../../src/forecast/calibration.ts';
import { fitChannel } from '../../src/forecast/channel-fit.ts';
import type { PastUpdate } from '../../src/forecast/day-update.ts';
import { scoreOf } from '../../src/forecast/law.ts';
import { updateLaws } from '../../src/forecast/update-record.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const DAYS = 130;
const series = seriesOf(madeHistory({ days: DAYS, intervalMinutes: 60, level: 5000, seed: 3, cv: 0 }));
const SLOTS = series.slotsPerDay;
const SPREAD = { dispersion: 1, factorCv: 0 };
const NOON = 12;

/** The mean around which a value has the score: the score falls as the mean rises. */
function meanOfScore(value: number, score: number): number {
  let [low, high] = [value / 4, value * 4];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (scoreOf(value, middle, SPREAD) > score) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Past days whose every interval after noon missed by the day's score, up on one day and down on the next. */
function past(firstOrigin: number, sizeOf: (origin: number) => number): PastUpdate[] {
  return Array.from({ length: DAYS - 1 - firstOrigin }, (_, k) => {
    const origin = firstOrigin + k;
    const score = sizeOf(origin) * (k % 2 === 0 ? 1 : -1);
    const means = Float64Array.from({ length: SLOTS }, (__, s) =>
      meanOfScore(series.values[(origin + 1) * SLOTS + s] ?? Number.NaN, score),
    );
    const actual = series.values.slice((origin + 1) * SLOTS + NOON, (origin + 2) * SLOTS);
    const sum = (list: ArrayLike<number>): number =>
      Array.from(list).reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0);
    return { origin, weight: 1, mean: sum(means.slice(NOON)), actual: sum(actual), means };
  });
}

describe('laws from past updates', { tags: 'slow' }, () => {
  const fit = fitChannel(series, FIRST_DAY + DAYS, 1);
  if (!fit) throw new Error('nothing to fit');
  const laws = (sizeOf: (origin: number) => number) =>
    updateLaws(fit, { past: past(40, sizeOf), first: NOON, restCv: 0 }, () => SPREAD);

  it('weigh a day as one, however many of its intervals are left', () => {
    const { interval, rest } = laws(() => 1);
    expect(interval.scores.weight).toBeCloseTo(DAYS - 1 - 40, 9);
    expect(rest.scores.weight).toBeCloseTo(DAYS - 1 - 40, 9);
    // always off by one: so are the scores between the few believed beforehand
    const [low = 0, high = 0] = lawScores(interval, [0.2, 0.8]);
    expect([low, high]).toEqual([expect.closeTo(-1, 0), expect.closeTo(1, 0)]);
  });

  it('widen after a storm by how much it is one, not by its misses once more', () => {
    // 45 days off by one, then 44 off by three: two on average, so the storm is half as large again
    const { interval } = laws((origin) => (origin < 85 ? 1 : 3));
    expect(interval.restlessness).toBeGreaterThan(1.2);
    expect(interval.restlessness).toBeLessThan(1.5);
    // in a storm that is known, scores are 3 over what it is held for by then: 3 on its first days, 3 / 1.3 on its last
    const [high = 0] = lawScores(interval, [0.8]);
    expect(high / interval.restlessness).toBeLessThan(2.7);
  });
});
