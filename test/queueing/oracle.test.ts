/**
 * Erlang B, C and A against their definitions in 60-digit arithmetic: the states of the chain summed
 * one by one, the waits by the incomplete beta function, fractional agents by the integral.
 */
import { create, bignumberDependencies, expDependencies, logDependencies } from 'mathjs';
import type { BigNumber } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { erlangB, logErlangB } from '../../src/queueing/erlang-b.ts';
import { erlangC } from '../../src/queueing/erlang-c.ts';
import { finiteLine } from '../../src/queueing/finite-line.ts';

const mathematics = create(
  { ...bignumberDependencies, ...expDependencies, ...logDependencies },
  { number: 'BigNumber', precision: 60 },
);
/** The exact value of a double: its shortest decimal form may differ in the 17th digit. */
function big(value: number): BigNumber {
  let scale = 1;
  while (!Number.isInteger(value * scale)) scale *= 2;
  return mathematics.bignumber(value * scale).div(mathematics.bignumber(scale));
}

const ONE = big(1);

function relativeError(value: number, exact: BigNumber): number {
  return big(value).minus(exact).div(exact).abs().toNumber();
}

/** 1/B = Σ s!/(s−j)! A^−j, largest terms last. */
function inverseB(load: BigNumber, agents: number): BigNumber {
  let inverse = ONE;
  for (let k = 1; k <= agents; k++) inverse = inverse.times(k).div(load).plus(1);
  return inverse;
}

describe('Erlang B and C against 60 digits', () => {
  const grid = [0.01, 0.7, 8.4, 99.7, 400.3].flatMap((load) =>
    [0.3, 0.8, 1, 1.001, 1.1, 1.7].map((ratio) => [load, Math.max(1, Math.ceil(load * ratio))] as const),
  );

  it.each(grid)('%d erlangs, %d agents', (load, agents) => {
    const inverse = inverseB(big(load), agents);
    expect(relativeError(erlangB(load, agents), ONE.div(inverse))).toBeLessThan(1e-12);
    // The rate as handed in, so that the oracle sees the very load the formula is asked for.
    const contactsPerHour = load * 12;
    const exactLoad = big(contactsPerHour).times(300).div(3600);
    const queue = erlangC({ contactsPerHour, handleTime: 300, agents });
    if (exactLoad.gte(agents)) {
      expect(queue.waitProbability).toBe(1);
      return;
    }
    const spare = big(agents).minus(exactLoad);
    const delayed = ONE.div(inverseB(exactLoad, agents).minus(1).times(spare).div(agents).plus(1));
    expect(relativeError(queue.waitProbability, delayed)).toBeLessThan(1e-12);
    expect(relativeError(queue.meanWait, delayed.times(300).div(spare))).toBeLessThan(1e-12);
    const late = delayed.times(spare.times(-20).div(300).exp());
    expect(relativeError(queue.answeredWithin(20), ONE.minus(late))).toBeLessThan(1e-12);
  });

  it.each([10, 1000])('%d agents at an occupancy of 0.999999', (agents) => {
    const contactsPerHour = agents * 12 * 0.999999;
    const load = big(contactsPerHour).times(300).div(3600);
    const spare = big(agents).minus(load);
    const delayed = ONE.div(inverseB(load, agents).minus(1).times(spare).div(agents).plus(1));
    const queue = erlangC({ contactsPerHour, handleTime: 300, agents });
    expect(relativeError(queue.waitProbability, delayed)).toBeLessThan(1e-12);
    expect(relativeError(queue.meanWait, delayed.times(300).div(spare))).toBeLessThan(1e-12);
  });

  it('keeps the size of a tail that no double holds', () => {
    const exact = inverseB(big(2), 400).ln().neg();
    expect(erlangB(2, 400)).toBe(0);
    expect(relativeError(logErlangB(2, 400), exact)).toBeLessThan(1e-13);
  });

  it.each([
    [10_000, 10_100],
    [100_000, 100_500],
    [100_000, 99_000],
  ])('large: %d erlangs, %d agents', { tags: 'slow' }, (load, agents) => {
    const inverse = inverseB(big(load), agents);
    expect(relativeError(erlangB(load, agents), ONE.div(inverse))).toBeLessThan(1e-12);
    if (agents < load) return;
    const delayed = ONE.div(
      inverse
        .minus(1)
        .times(agents - load)
        .div(agents)
        .plus(1),
    );
    const queue = erlangC({ contactsPerHour: load * 12, handleTime: 300, agents });
    expect(relativeError(queue.waitProbability, delayed)).toBeLessThan(1e-12);
  });

  it.each([
    [0.02, 0.05],
    [0.3, 0.4],
    [1.5, 2.25],
    [9.3, 4.7],
    [60.2, 60.9],
    [99.5, 110.25],
    [400.3, 431.6],
  ])('%d erlangs, %d agents: the integral', { tags: 'slow' }, (load, agents) => {
    // A ∫ e^(−At) (1+t)^y dt by the double exponential rule, t = exp(u − e^−u).
    let sum = big(0);
    const step = big(1).div(16);
    for (let k = -72; k <= 16 * 9; k++) {
      const u = step.times(k);
      const fall = u.neg().exp();
      const t = u.minus(fall).exp();
      const height = t.times(-load).plus(t.plus(1).ln().times(agents)).exp();
      sum = sum.plus(height.times(t).times(fall.plus(1)));
    }
    const exact = ONE.div(sum.times(step).times(load));
    expect(relativeError(erlangB(load, agents), exact)).toBeLessThan(1e-13);
  });
});

describe('Erlang A and finite lines against 60 digits', () => {
  /** Everything by its definition; `places` in the queue. */
  function chain(load: number, agents: number, patienceRatio: number, threshold: number, places: number) {
    const contactsPerHour = load * 20;
    const lambda = big(contactsPerHour).div(3600);
    const drain = big(agents).div(180);
    if (patienceRatio === Infinity) return endless(contactsPerHour, lambda, drain, agents, threshold, places);
    const theta = ONE.div(big(180 * patienceRatio));
    const c = drain.div(theta);
    const x = theta.times(-threshold).exp();
    const y = ONE.minus(x);
    let weight = ONE;
    const free = inverseB(lambda.times(180), agents).minus(1);
    const total = {
      all: free,
      waited: big(0),
      left: big(0),
      served: free,
      within: free,
      gone: big(0),
      wait: big(0),
      offered: free,
    };
    let harmonic = big(0);
    // I_x(c, k) and I_x(c + 1, k) by their recursions.
    let [term, beta] = [c.times(x.ln()).exp(), c.times(x.ln()).exp()];
    let [term1, beta1] = [term.times(x), term.times(x)];
    for (let k = 1; k <= places; k++) {
      const serve = c.div(c.plus(k));
      harmonic = harmonic.plus(ONE.div(c.plus(k)));
      total.all = total.all.plus(weight);
      total.waited = total.waited.plus(weight);
      total.left = total.left.plus(weight.times(ONE.minus(serve)));
      total.served = total.served.plus(weight.times(serve));
      total.wait = total.wait.plus(weight.times(serve).times(harmonic).div(theta));
      const within = serve.times(ONE.minus(beta1));
      total.offered = total.offered.plus(weight.times(ONE.minus(beta)));
      total.within = total.within.plus(weight.times(within));
      total.gone = total.gone.plus(weight.times(ONE.minus(x.times(beta)).minus(within)));
      term = term
        .times(y)
        .times(c.plus(k - 1))
        .div(k);
      beta = beta.plus(term);
      term1 = term1.times(y).times(c.plus(k)).div(k);
      beta1 = beta1.plus(term1);
      weight = weight.times(lambda).div(drain.plus(theta.times(k)));
      if (places > 1000 && weight.div(total.all).lt(1e-40)) break;
    }
    return { contactsPerHour, ...total, blocked: weight };
  }

  /** The same without patience: departures are Poisson as long as somebody waits. */
  function endless(
    contactsPerHour: number,
    lambda: BigNumber,
    drain: BigNumber,
    agents: number,
    threshold: number,
    places: number,
  ) {
    const free = inverseB(lambda.times(180), agents).minus(1);
    let [all, waited, within, wait, weight] = [free, big(0), free, big(0), ONE];
    let term = drain.times(-threshold).exp();
    let fewer = term;
    for (let k = 1; k <= places; k++) {
      all = all.plus(weight);
      waited = waited.plus(weight);
      within = within.plus(weight.times(ONE.minus(fewer)));
      wait = wait.plus(weight.times(k).div(drain));
      term = term.times(drain).times(threshold).div(k);
      fewer = fewer.plus(term);
      weight = weight.times(lambda).div(drain);
    }
    const nobody = big(0);
    return {
      contactsPerHour,
      all,
      waited,
      within,
      wait,
      left: nobody,
      gone: nobody,
      served: all,
      offered: within,
      blocked: weight,
    };
  }

  const grid = [0.05, 5.3, 60.7, 300]
    .flatMap((load) =>
      [0.5, 0.97, 1.05, 1.6].flatMap((ratio) =>
        (
          [
            [0.01, 20],
            [0.7, 20],
            [10, 1],
            [100, 200],
          ] as const
        ).map(
          ([patience, threshold]) =>
            [load, Math.max(1, Math.round(load * ratio)), patience, threshold] as const,
        ),
      ),
    )
    .filter(([load, agents, patience], i) => i % 3 === 0 && (agents >= load || load * patience < 3000));

  const large = [
    [3000, 3040, 0.7, 20],
    [10_000, 9950, 2, 60],
  ] as const;

  it.each([...grid, ...large])(
    '%d erlangs, %d agents, patience %d handle times, threshold %d s',
    { tags: 'slow' },
    (load, agents, patience, threshold) => {
      const exact = chain(load, agents, patience, threshold, 20_000);
      const queue = erlangA({
        contactsPerHour: exact.contactsPerHour,
        handleTime: 180,
        patience: 180 * patience,
        agents,
      });
      const errors = {
        wait: relativeError(queue.waitProbability, exact.waited.div(exact.all)),
        abandoned: relativeError(queue.abandonProbability, exact.left.div(exact.all)),
        within: relativeError(queue.answeredWithin(threshold), exact.within.div(exact.all)),
        gone: relativeError(queue.abandonedWithin(threshold), exact.gone.div(exact.all)),
        speed: relativeError(queue.meanWaitAnswered, exact.wait.div(exact.served)),
      };
      for (const error of Object.values(errors)) expect(error).toBeLessThan(1e-10);
    },
  );

  const lines = [0.05, 5.3, 60.7, 300].flatMap((load) =>
    [0.4, 0.97, 1.05, 2.5].flatMap((ratio) =>
      [0.01, 0.7, 20, Infinity].flatMap((patience) =>
        [0, 1, 6, 90].map(
          (places) => [load, Math.max(1, Math.round(load * ratio)), patience, places] as const,
        ),
      ),
    ),
  );

  it.each([0, 20, 400])('finite lines over a grid, threshold %d s', { tags: 'slow' }, (threshold) => {
    let checked = 0;
    for (const [load, agents, patience, places] of lines) {
      const exact = chain(load, agents, patience, threshold, places);
      const queue = finiteLine({
        contactsPerHour: exact.contactsPerHour,
        handleTime: 180,
        patience: patience === Infinity ? undefined : 180 * patience,
        agents,
        lines: agents + places,
      });
      for (const [name, own, part, whole] of [
        ['blocked', queue.blockedProbability, exact.blocked, exact.all.plus(exact.blocked)],
        ['waits', queue.waitProbability, exact.waited, exact.all],
        ['abandoned', queue.abandonProbability, exact.left, exact.all],
        ['within', queue.answeredWithin(threshold), exact.within, exact.all],
        ['gone', queue.abandonedWithin(threshold), exact.gone, exact.all],
        ['offered wait', queue.offeredWaitWithin(threshold), exact.offered, exact.all],
        ['speed', queue.meanWaitAnswered, exact.wait, exact.served],
      ] as const) {
        const where = `${name}: ${load} erlangs, ${agents} agents, patience ${patience}, ${places} places`;
        checked++;
        if (part.isZero() || part.div(whole).lt(1e-290)) expect(own, where).toBeLessThan(1e-280);
        else expect(relativeError(own, part.div(whole)), where).toBeLessThan(1e-9);
      }
    }
    expect(checked).toBe(lines.length * 7);
  });

  it.each([
    [5.3, 5, 1, 20, 4],
    [60.7, 40, 10, 60, 30],
  ])(
    'finite: %d erlangs, %d agents, patience %d, threshold %d s, %d places',
    (load, agents, patience, threshold, places) => {
      const exact = chain(load, agents, patience, threshold, places);
      const queue = finiteLine({
        contactsPerHour: exact.contactsPerHour,
        handleTime: 180,
        patience: 180 * patience,
        agents,
        lines: agents + places,
      });
      expect(
        relativeError(queue.blockedProbability, exact.blocked.div(exact.all.plus(exact.blocked))),
      ).toBeLessThan(1e-12);
      expect(relativeError(queue.answeredWithin(threshold), exact.within.div(exact.all))).toBeLessThan(1e-11);
      expect(relativeError(queue.abandonedWithin(threshold), exact.gone.div(exact.all))).toBeLessThan(1e-11);
    },
  );
});
