import { describe, expect, it } from 'vitest';
import * as pade from '../../src/numeric/pade-exponential.ts';
import { BirthDeathStep } from '../../src/queueing/birth-death-step.ts';

describe('Padé approximation of the exponential', () => {
  it('meets the ten order conditions: the sum of c z^−(j+1) is 1/j!', () => {
    const terms: [number, number, number, number][] = [
      [pade.REAL_POLE, 0, pade.REAL_WEIGHT, 0],
      [pade.POLE_1_RE, pade.POLE_1_IM, pade.WEIGHT_1_RE, pade.WEIGHT_1_IM],
      [pade.POLE_2_RE, pade.POLE_2_IM, pade.WEIGHT_2_RE, pade.WEIGHT_2_IM],
    ];
    let factorial = 1;
    for (let j = 0; j < 10; j++) {
      if (j > 0) factorial *= j;
      let sum = 0;
      for (const [a, b, c, d] of terms) {
        let [re, im] = [c, d];
        for (let power = 0; power <= j; power++) {
          [re, im] = [(re * a + im * b) / (a * a + b * b), (im * a - re * b) / (a * a + b * b)];
        }
        sum += re;
      }
      expect(sum * factorial).toBeCloseTo(1, 8);
    }
  });
});

/** p(t) and the time in each state by uniformisation: only positive terms, independent of the step. */
function uniformise(p: Float64Array, births: readonly number[], death: Float64Array, time: number) {
  const top = p.length - 1;
  const rate = Math.max(...death) + Math.max(...births);
  const birth = (n: number): number => births[n] ?? 0;
  let law = Float64Array.from(p);
  const end = new Float64Array(p.length);
  const spent = new Float64Array(p.length);
  let weight = Math.exp(-rate * time);
  let tail = 1 - weight;
  for (let k = 0; k < rate * time + 12 * Math.sqrt(rate * time) + 30; k++) {
    for (let n = 0; n <= top; n++) {
      end[n]! += weight * law[n]!;
      spent[n]! += (tail / rate) * law[n]!;
    }
    const next = law.map(
      (share, n) =>
        share * (1 - ((n < top ? birth(n) : 0) + death[n]!) / rate) +
        (n > 0 ? (law[n - 1]! * birth(n - 1)) / rate : 0) +
        (n < top ? (law[n + 1]! * death[n + 1]!) / rate : 0),
    );
    law = next;
    weight *= (rate * time) / (k + 1);
    tail = Math.max(0, tail - weight);
  }
  return { end, spent };
}

describe('one step of a birth-death chain', () => {
  const size = 60;
  const birth = 0.2;
  const death = Float64Array.from(
    { length: size },
    (_, n) => Math.min(n, 30) / 120 + Math.max(0, n - 30) / 90,
  );

  const chain = { low: 0, high: size - 1, birth, turn: size, birthBeyond: 0, death };
  /** Fewer come from state 5 on, in the middle of what the law covers. */
  const turning = { ...chain, turn: 5, birthBeyond: 0.08 };

  function run(steps: number, of = chain) {
    const p = new Float64Array(size);
    p[3] = 1;
    const spent = new Float64Array(size);
    const step = new BirthDeathStep();
    step.prepare(of, 200 / steps);
    for (let k = 0; k < steps; k++) step.advance(p, spent);
    return { p, spent };
  }

  it.each([chain, turning])('agrees with uniformisation in the law and in the time spent: %#', (of) => {
    const start = new Float64Array(size);
    start[3] = 1;
    const births = Array.from({ length: size }, (_, n) => (n < of.turn ? of.birth : of.birthBeyond));
    const exact = uniformise(start, births, death, 200);
    const { p, spent } = run(24, of);
    for (let n = 0; n < size; n++) {
      expect(Math.abs(p[n]! - exact.end[n]!)).toBeLessThan(1e-11);
      expect(Math.abs(spent[n]! - exact.spent[n]!)).toBeLessThan(1e-9);
    }
  });

  it('is of order 9: halving the step divides the error by about 500', () => {
    const reference = run(64).p;
    const error = (steps: number) =>
      Math.max(...run(steps).p.map((share, n) => Math.abs(share - reference[n]!)));
    expect(error(4) / error(8)).toBeGreaterThan(200);
  });

  it.each([chain, turning])('pulls values back by the exact transpose: %#', (of) => {
    const step = new BirthDeathStep();
    step.prepare({ ...of, low: 2 }, 30);
    const p = Float64Array.from({ length: size }, (_, n) => (n < 2 ? 0 : 1 / (size - 2)));
    const value = Float64Array.from({ length: size }, (_, n) => Math.cos(n));
    const gain = Float64Array.from({ length: size }, (_, n) => 1 / (n + 1));
    const pulled = Float64Array.from(value);
    step.pullBack(pulled, gain);
    const expected = p.reduce((sum, share, n) => sum + share * (n < 2 ? 0 : pulled[n]!), 0);
    const spent = new Float64Array(size);
    step.advance(p, spent);
    const direct = p.reduce(
      (sum, share, n) => sum + (n < 2 ? 0 : share * value[n]! + spent[n]! * gain[n]!),
      0,
    );
    expect(direct).toBeCloseTo(expected, 12);
  });
});
