/** A volume that may be off as a whole: what the days have in common, and what that does to a target. */
import { describe, expect, it } from 'vitest';
import { dayVolumeCv, levelShare } from '../../src/scenario/day-factor.ts';
import { newChannel } from '../../src/scenario/defaults.ts';
import { COLUMNS, LEVEL_DENOMINATOR, LEVEL_NUMERATOR, OFFERED } from '../../src/scenario/interval-counts.ts';
import { daySwings, targetResult, type Goal } from '../../src/scenario/target-chance.ts';
import { exampleScenario } from './example.ts';

const GOAL: Goal = {
  kind: 'serviceLevel',
  goal: 0.8,
  numerator: LEVEL_NUMERATOR,
  denominator: LEVEL_DENOMINATOR,
  sense: 'atLeast',
};

/** Days of a million contacts, so that chance within them is nothing, with these shares in time by node. */
const days = (count: number, shares: readonly number[]) =>
  Array.from({ length: count }, () =>
    shares.map((share) => {
      const totals = new Float64Array(COLUMNS);
      totals[OFFERED] = 1e6;
      totals[LEVEL_DENOMINATOR] = 1e6;
      totals[LEVEL_NUMERATOR] = share * 1e6;
      return totals;
    }),
  );

describe('a volume that may be off as a whole', () => {
  it('is on top of the swing of days, and what two of them have in common', () => {
    const demand = { dayFactorCv: 0.2, levelCv: 0.25 };
    // variances of a product of independent factors of mean 1: 1.04 · 1.0625 = 1.105
    expect(dayVolumeCv(demand)).toBeCloseTo(Math.sqrt(0.105), 12);
    // of lognormal factors: ln 1.0625 / ln 1.105 = 0.0606246 / 0.0998453
    expect(levelShare(demand)).toBeCloseTo(0.607185, 5);
    expect(levelShare({ dayFactorCv: 0, levelCv: 0.25 })).toBe(1);
    expect([dayVolumeCv({ dayFactorCv: 0.2 }), levelShare({ dayFactorCv: 0.2 })]).toEqual([0.2, 0]);
  });

  it('is 25 % where a channel is added by hand', () => {
    const { calendar } = exampleScenario({});
    expect(newChannel('chat', 'chat', calendar).demand).toMatchObject({ dayFactorCv: 0.2, levelCv: 0.25 });
  });

  it('decides alone where days do not swing: a third of the levels at each of three nodes', () => {
    const seven = days(7, [0.95, 0.9, 0.5]);
    // means of 0.783: independent days hardly ever meet 80 % (deviation 0.2017 / √7)
    expect(targetResult(GOAL, seven, 1, 0).chance).toBeCloseTo(0.413, 2);
    // the two calmer thirds of the levels do: as far as steps of a third of a deviation can tell, 2/3
    const { chance, value } = targetResult(GOAL, seven, 1, 1);
    expect(Math.abs(chance - 2 / 3)).toBeLessThan(0.06);
    expect(value).toBeCloseTo(2.35 / 3, 9);
  });

  it('widens the range of a week, the more the more of the swing it is', () => {
    const seven = days(7, [0.9, 0.8, 0.7]);
    const ranges = [0, 0.3, 0.6, 1].map((share) => {
      const { low, high } = targetResult(GOAL, seven, 1, share);
      return (high ?? 0) - (low ?? 0);
    });
    expect(ranges.toSorted((a, b) => a - b)).toEqual(ranges);
    // all of it: seven days are as one, √7 times as wide as seven on their own
    expect((ranges[3] ?? 0) / (ranges[0] ?? 1)).toBeCloseTo(Math.sqrt(7), 1);
    // of one day alone nothing changes
    const one = days(1, [0.9, 0.8, 0.7]);
    const alone = targetResult(GOAL, one, 1, 0);
    const level = targetResult(GOAL, one, 1, 0.6);
    expect((level.high ?? 0) / (alone.high ?? 1)).toBeCloseTo(1, 2);
  });

  it('leaves less of a margin to what channels have in common', () => {
    const seven = days(7, [0.9, 0.8, 0.7]);
    const loading = (share: number) =>
      daySwings(GOAL, seven, 1, share).reduce((sum, { linear }) => sum + linear ** 2, 0);
    // of independent days all of it, and nearly straight
    expect(loading(0)).toBeCloseTo(1, 2);
    // Var = 7 σ² (1 + 6 w), of which 7 σ² (1 − w) is the days' own
    expect(loading(0.6)).toBeCloseTo(0.4 / (1 + 6 * 0.6), 2);
  });
});
