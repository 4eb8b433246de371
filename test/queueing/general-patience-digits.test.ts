/**
 * M/M/n+G against 50-digit arithmetic where the mean patience up to x has a closed form: exponential,
 * hyperexponential and Weibull of shape 1/2, each with and without an atom at zero. Integrals by the double
 * exponential rule; the building blocks of Zeltyn & Mandelbaum (2005), Queueing Systems 51.
 */
import { create, bignumberDependencies, expDependencies, sqrtDependencies } from 'mathjs';
import type { BigNumber } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import type { PatienceLaw } from '../../src/queueing/patience-law.ts';

const mathematics = create(
  { ...bignumberDependencies, ...expDependencies, ...sqrtDependencies },
  { number: 'BigNumber', precision: 50 },
);
const big = (value: number): BigNumber => mathematics.bignumber(value);
const [ZERO, ONE] = [big(0), big(1)];
const PI = mathematics.bignumber('3.14159265358979323846264338327950288419716939937511');

/** Share still patient after x, and the mean patience up to x. */
type Law = (x: BigNumber) => readonly [beyond: BigNumber, meanUpTo: BigNumber];

const exponential =
  (mean: number): Law =>
  (x) => {
    const beyond = x.div(mean).neg().exp();
    return [beyond, ONE.minus(beyond).times(mean)];
  };
const mixed =
  (parts: readonly { readonly share: number; readonly mean: number }[]): Law =>
  (x) =>
    parts.reduce<readonly [BigNumber, BigNumber]>(
      ([beyond, upTo], { share, mean }) => {
        const [b, m] = exponential(mean)(x);
        return [beyond.plus(b.times(share)), upTo.plus(m.times(share))];
      },
      [ZERO, ZERO],
    );
/** ∫ e^(−√(y/s)) dy = 2s (1 − (1 + r) e^(−r)), r = √(x/s). */
const rootWeibull =
  (scale: number): Law =>
  (x) => {
    const r = x.div(scale).sqrt();
    const beyond = r.neg().exp();
    return [beyond, ONE.minus(beyond.times(r.plus(1))).times(2 * scale)];
  };

const PARTS = [
  { share: 0.625, mean: 15 },
  { share: 0.375, mean: 400 },
];
const LAWS: readonly (readonly [PatienceLaw, Law])[] = [
  [{ kind: 'exponential', mean: 100 }, exponential(100)],
  [{ kind: 'hyperexponential', parts: PARTS }, mixed(PARTS)],
  [{ kind: 'weibull', scale: 60, shape: 0.5 }, rootWeibull(60)],
];
const QUEUES = [
  [1, 0.5],
  [12, 15],
  [100, 97],
] as const;

function exactly(agents: number, load: number, law: Law, stay: number, threshold: number) {
  const [lambda, drain] = [big(load).div(180), big(agents).div(180)];
  const step = ONE.div(8);
  /** ∫ f and ∫ f · patient, by nodes x(u) with their slopes. */
  const integrate = (
    from: number,
    to: number,
    at: (u: BigNumber) => readonly [x: BigNumber, slope: BigNumber],
  ): readonly [BigNumber, BigNumber] => {
    let [all, patient] = [ZERO, ZERO];
    for (let k = from * 8; k <= to * 8; k++) {
      const [x, slope] = at(step.times(k));
      const [beyond, upTo] = law(x);
      const f = lambda.times(upTo).times(stay).minus(drain.times(x)).exp().times(slope).times(step);
      all = all.plus(f);
      patient = patient.plus(f.times(beyond).times(stay));
    }
    return [all, patient];
  };
  const [all, patientAll] = integrate(-5, 10, (u) => {
    const fall = u.neg().exp();
    const x = u.minus(fall).exp();
    return [x, x.times(fall.plus(1))];
  });
  const [, early] = integrate(-4, 4, (u) => {
    const [rise, fall] = [u.exp(), u.neg().exp()];
    const e = rise.minus(fall).div(2).times(PI).neg().exp();
    const slope = rise.plus(fall).div(2).times(PI).times(e).div(e.plus(1).pow(2)).times(threshold);
    return [big(threshold).div(e.plus(1)), slope];
  });
  // 1/B of one agent fewer: the states with somebody free where f(0) = 1.
  let free = ONE;
  for (let k = 1; k < agents; k++) free = free.times(k).div(load).plus(1);
  const total = free.plus(lambda.times(all));
  return {
    waitProbability: lambda.times(all).div(total),
    abandonProbability: lambda.times(all.minus(patientAll)).div(total),
    answeredWithin: free.plus(lambda.times(early)).div(total),
  };
}

describe('general patience against 50 digits', () => {
  it.each(LAWS.flatMap(([law, exact]) => [0, 0.125].map((balk) => [{ ...law, balk }, exact] as const)))(
    '%j',
    { tags: 'slow' },
    (patience, exact) => {
      for (const [agents, load] of QUEUES) {
        const queue = generalPatience({ contactsPerHour: load * 20, handleTime: 180, agents, patience });
        const wanted = exactly(agents, load, exact, 1 - (patience.balk ?? 0), 20);
        const found = {
          waitProbability: queue.waitProbability,
          abandonProbability: queue.abandonProbability,
          answeredWithin: queue.answeredWithin(20),
        };
        for (const name of ['waitProbability', 'abandonProbability', 'answeredWithin'] as const) {
          const error = big(found[name]).minus(wanted[name]).div(wanted[name]).abs().toNumber();
          expect(error, `${name}, ${agents} agents, ${load} erlangs, 20 s`).toBeLessThan(1e-6);
        }
      }
    },
  );
});
