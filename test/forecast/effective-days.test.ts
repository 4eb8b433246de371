import { describe, expect, it } from 'vitest';
import { learntScores, Likeness } from '../../src/forecast/effective-days.ts';
import { normalCumulative } from '../../src/numeric/normal-cumulative.ts';
import { scatter } from './generated.ts';

const random = scatter(17);
const normal = () => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6);

/** An AR(1) process of variance 1. */
function process(days: number, correlation: number): Float64Array {
  let now = normal();
  return Float64Array.from({ length: days }, () => {
    now = correlation * now + Math.sqrt(1 - correlation ** 2) * normal();
    return now;
  });
}

/** Of one count a day, each the same. */
function independentShare(errors: Float64Array): number {
  const likeness = new Likeness();
  errors.forEach((error, day) => likeness.add(error, 1, errors[day - 1] ?? Number.NaN, 1));
  return likeness.independentShare();
}

describe('how many independent days a stretch of errors is worth', () => {
  it.each([0, 0.5, 0.8])('is n (1 − ρ)/(1 + ρ) at ρ = %f', (correlation) => {
    // ρ over 20,000 days is known to √((1 − ρ²)/20000) < 0.0071; four of these through the slope of the share
    const expected = (1 - correlation) / (1 + correlation);
    const slope = 2 / (1 + correlation) ** 2;
    const share = independentShare(process(20_000, correlation));
    expect(Math.abs(share - expected)).toBeLessThan(4 * 0.0071 * slope);
  });

  it('is hardly any where every day misses by the same, and all where days make up for one another', () => {
    expect(independentShare(new Float64Array(40).fill(0.3))).toBeLessThan(0.03);
    expect(independentShare(Float64Array.from({ length: 40 }, (_, day) => (day % 2 === 0 ? 1 : -1)))).toBe(1);
    expect(independentShare(new Float64Array(0))).toBe(1);
  });

  it('says what the mean of such days scatters by', () => {
    // variance of the mean of n days of an AR(1): (1 + ρ)/(1 − ρ)/n, less 2ρ/(1 − ρ)²/n² at its ends: 3.1 % here;
    // of 2000 such means the variance is known to √(2/2000) = 3.2 %
    const means = Array.from({ length: 2000 }, () => process(60, 0.6).reduce((a, b) => a + b, 0) / 60);
    const variance = means.reduce((sum, mean) => sum + mean ** 2, 0) / means.length;
    expect(Math.abs(variance * 60 * independentShare(process(20_000, 0.6)) - 0.969)).toBeLessThan(0.13);
  });
});

describe('scores once a spread has been learnt', () => {
  const before = { scores: normalCumulative, days: 2 };

  it("are Student's t where the factor is all, and normal where chance is", () => {
    const ofFactor = learntScores(before, 4, 1e9, { dispersion: 1, factorCv: 0.1 });
    // t with 4 + 2 degrees of freedom, 0.9 quantile 1.43976 (Abramowitz & Stegun, table 26.10); a third is normal
    expect(ofFactor(1.43976)).toBeCloseTo((2 * normalCumulative(1.43976) + 4 * 0.9) / 6, 5);
    expect(ofFactor(-1.43976)).toBeCloseTo(1 - ofFactor(1.43976), 12);
    const ofChance = learntScores(before, 4, 10, { dispersion: 1, factorCv: 0.02 });
    expect(ofChance(1.2816)).toBeCloseTo(0.9, 3);
  });

  it('are those believed while no day has been seen', () => {
    expect(learntScores(before, 0, 100, { dispersion: 1, factorCv: 0.1 })).toBe(normalCumulative);
  });
});
