import { describe, expect, it } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { forecast } from '../../src/forecast/forecast.ts';
import { forecastChannel } from '../../src/forecast/forecast-channel.ts';
import type { Series } from '../../src/forecast/series.ts';
import { dayMeanAt, type Sweep, sweepHistory } from '../../src/forecast/sweep.ts';
import { weekdayFactors } from '../../src/forecast/weekday-factors.ts';
import { formatDate } from '../../src/numeric/civil-date.ts';
import { FIRST_DAY, madeHistory, seriesOf } from './generated.ts';

const GROWN = 84;
const from = formatDate(FIRST_DAY + GROWN);
const options = { from, days: 7, quantiles: [0.1, 0.5, 0.9] };
/** Two weeks of a small channel, as its large sibling runs: only chance tells them apart. */
const small = (seed: number) =>
  seriesOf(madeHistory({ days: 14, intervalMinutes: 60, level: 60, seed, first: FIRST_DAY + GROWN - 14 }));
const grown = seriesOf(madeHistory({ days: GROWN, intervalMinutes: 60, level: 3000, seed: 2, cv: 0.02 }));
/** The same with its busy hours in the morning only. */
const unlike: Series = {
  ...grown,
  values: grown.values.map((value, i) => (i % 24 < 12 ? 2 * value : 0.05 * value)),
};
const truth = madeHistory({
  days: 7,
  intervalMinutes: 60,
  level: 60,
  seed: 1,
  cv: 0,
  first: FIRST_DAY + GROWN,
});
const WEEK = [1.2, 1.05, 1, 0.95, 1, 0.5, 0.3];

/** Absolute misses of the true means over the true total, on average over channels. */
function miss(siblings: readonly Series[]): number {
  let [missed, total] = [0, 0];
  for (let seed = 100; seed < 108; seed++) {
    const outcome = forecastChannel(small(seed), options, siblings);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    outcome.forecast.mean.forEach((mean, i) => {
      const expected =
        ((60 * (WEEK[Math.floor(i / 12)] ?? 1) * 2) / 12) * Math.sin((Math.PI * ((i % 12) + 0.5)) / 12) ** 2;
      missed += Math.abs(mean - expected);
      total += expected;
    });
  }
  return missed / total;
}

describe('a channel of two weeks', () => {
  it('comes closer to the truth by leaning on a channel that runs alike', { tags: 'slow' }, () => {
    expect(truth.starts).toHaveLength(7 * 12);
    expect(miss([grown])).toBeLessThan(0.9 * miss([]));
  });

  it('learns of a channel as young as itself only what came before', () => {
    const young = (seed: number) => seriesOf(madeHistory({ days: 20, intervalMinutes: 60, level: 60, seed }));
    const [own, sibling] = [young(1), young(2)];
    const later: Series = {
      ...sibling,
      values: sibling.values.map((value, i) => (i >= 14 * 24 ? 5 * value : value)),
    };
    const [one, other] = [sweepHistory(own, 21, [sibling]), sweepHistory(own, 21, [later])];
    const from = (sweep: Sweep, day: number) =>
      sweep.models.map((_, m) => sweep.dayMeans[dayMeanAt(sweep, m, day, 1)]);
    expect(one.firstOrigin).toBe(13);
    expect(from(one, 13)).toEqual(from(other, 13));
    expect(from(one, 18)).not.toEqual(from(other, 18));
  });

  it('is not led astray by one that runs differently', { tags: 'slow' }, () => {
    expect(miss([unlike])).toBeLessThan(1.05 * miss([]));
  });

  it('says on how many it leans, and none of it once there are four weeks', () => {
    const notes = (days: number) => {
      const made = madeHistory({
        days,
        intervalMinutes: 60,
        level: 60,
        seed: 3,
        first: FIRST_DAY + GROWN - days,
      });
      const outcome = forecastChannel(seriesOf(made), options, [grown, unlike]);
      return outcome.ok ? outcome.forecast.notes : [];
    };
    expect(notes(14)).toContainEqual({ code: 'leansOnSiblings', values: { channels: 2 } });
    expect(notes(28).map(({ code }) => code)).not.toContain('leansOnSiblings');
  });

  it('learns nothing from its siblings’ future', () => {
    const later = madeHistory({ days: GROWN + 14, intervalMinutes: 60, level: 3000, seed: 2, cv: 0.02 });
    const wild = {
      ...seriesOf(later),
      values: seriesOf(later).values.map((value, i) => (i < GROWN * 24 ? value : 900 + (i % 7))),
    };
    expect(forecastChannel(small(5), options, [wild])).toEqual(
      forecastChannel(small(5), options, [
        { ...wild, days: GROWN, values: wild.values.slice(0, GROWN * 24) },
      ]),
    );
  });

  it('takes siblings of the same interval only, and names the one that is malformed', () => {
    const history = madeHistory({ days: 14, intervalMinutes: 60, level: 60, seed: 1 });
    const of = (sibling: object) => () =>
      forecast({ ...history, siblings: [{ ...history, ...sibling }] }, { ...options, from: '2025-03-17' });
    expect(of({})().mean).toHaveLength(7 * 12);
    expect(of({ intervalMinutes: 30 })).toThrow(DomainError);
    expect(of({ values: [] })).toThrow('siblings[0]');
  });
});

describe('weekday factors', () => {
  const days = [110, 100, 90, 100, 100, 50, 20];
  const learned = (siblings: Parameters<typeof weekdayFactors>[3], totals: readonly number[]) => {
    const factors = weekdayFactors(totals.slice(0, 7), 100, Array<number>(7).fill(1), siblings);
    totals.forEach((total, d) => factors.observe(d % 7, total, 100));
    return factors;
  };

  it('bring together what only chance parts, and leave apart what differs', () => {
    const noisy = [120, 90, 100, 95, 105, 50, 20, 100, 110, 90, 105, 95, 52, 18];
    const alone = learned(null, noisy);
    const leaning = learned([], noisy);
    const spread = (of: typeof alone) =>
      Math.max(...[0, 1, 2, 3, 4].map(of.factor)) - Math.min(...[0, 1, 2, 3, 4].map(of.factor));
    expect(spread(leaning)).toBeLessThan(0.8 * spread(alone));
    expect(Math.abs(leaning.factor(6) - alone.factor(6))).toBeLessThan(0.1);
  });

  it('take an unseen weekday from a sibling, at the scale of their own', () => {
    const sibling = learned(null, [...days, ...days.map((x) => x * 1.02), ...days.map((x) => x * 0.98)]);
    const factors = weekdayFactors(
      [112, 101, 88, Number.NaN, Number.NaN, Number.NaN, Number.NaN],
      100,
      [1, 1, 1, 0, 0, 0, 0],
      [sibling],
    );
    for (const [weekday, total] of [112, 101, 88, 108, 99, 91].entries())
      factors.observe(weekday % 3, total, 100);
    expect(factors.factor(6)).toBeLessThan(0.3);
  });
});
