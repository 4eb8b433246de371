/**
 * M/M/n+G in 50-digit arithmetic: the building blocks of Zeltyn & Mandelbaum (2005), Queueing Systems 51,
 * every integral by the double exponential rule of Takahasi & Mori (1974). The mean patience up to x is exact
 * for every law: in closed form, by the series of the incomplete gamma function or by that of the normal
 * distribution, both of positive terms only. The nodes do not depend on the queue, so they serve a whole grid.
 */
import { create, bignumberDependencies, expDependencies } from 'mathjs';
import type { BigNumber } from 'mathjs';
import type { PatienceLaw } from '../../src/queueing/patience-law.ts';

const mathematics = create(
  { ...bignumberDependencies, ...expDependencies },
  { number: 'BigNumber', precision: 50 },
);
export const big = (value: number): BigNumber => mathematics.bignumber(value);
const [ZERO, ONE, HALF] = [big(0), big(1), big(0.5)];
const PI = mathematics.bignumber('3.14159265358979323846264338327950288419716939937511');
const ROOT_OF_TWO_PI = PI.times(2).sqrt();
/** Below 50 digits of anything here. */
const LAST_DIGIT = big(1e-55);

/** Share that has given up after x, and the mean patience up to x. */
type Law = (x: BigNumber) => { readonly gone: BigNumber; readonly meanUpTo: BigNumber };

/** Σ of positive terms, each the one before times `ratio(n)`, from 1 on. */
function series(ratio: (n: number) => BigNumber): BigNumber {
  let [sum, term] = [ONE, ONE];
  for (let n = 1; term.gt(sum.times(LAST_DIGIT)); n++) {
    term = term.times(ratio(n));
    sum = sum.plus(term);
  }
  return sum;
}

const exponential =
  (mean: number): Law =>
  (x) => {
    const gone = ONE.minus(x.div(mean).neg().exp());
    return { gone, meanUpTo: gone.times(mean) };
  };

/** ∫₀ˣ exp(−(y/s)^k) dy = x e^(−z) Σ z^n / ((a+1) … (a+n)), a = 1/k, z = (x/s)^k. */
function weibull(scale: number, shape: number): Law {
  const power = ONE.div(shape);
  // Nobody stays beyond z = 120, in 50 digits.
  const last = big(120).pow(power).times(scale);
  const upTo = (x: BigNumber, z: BigNumber): BigNumber =>
    x.times(z.neg().exp()).times(series((n) => z.div(power.plus(n))));
  const whole = upTo(last, big(120));
  return (x) => {
    if (x.gt(last)) return { gone: ONE, meanUpTo: whole };
    const z = x.div(scale).pow(shape);
    return { gone: ONE.minus(z.neg().exp()), meanUpTo: upTo(x, z) };
  };
}

/** Φ(y) = ½ + φ(y) Σ y^(2n+1) / (1 · 3 … (2n+1)). */
function normal(y: BigNumber): BigNumber {
  if (y.abs().gt(15)) return y.gt(0) ? ONE : ZERO;
  const square = y.times(y);
  const density = square.div(-2).exp().div(ROOT_OF_TWO_PI);
  return HALF.plus(density.times(y).times(series((n) => square.div(2 * n + 1))));
}

function lognormal(mean: number, cv: number): Law {
  const variance = big(cv).pow(2).plus(1).ln();
  const [spread, middle] = [variance.sqrt(), big(mean).ln().minus(variance.div(2))];
  return (x) => {
    const score = x.ln().minus(middle).div(spread);
    const gone = normal(score);
    return {
      gone,
      meanUpTo: ONE.minus(gone)
        .times(x)
        .plus(normal(score.minus(spread)).times(mean)),
    };
  };
}

function lawOf(law: PatienceLaw): Law {
  switch (law.kind) {
    case 'exponential':
      return exponential(law.mean);
    case 'weibull':
      return weibull(law.scale, law.shape);
    case 'lognormal':
      return lognormal(law.mean, law.cv);
    case 'hyperexponential': {
      const parts = law.parts.map(({ share, mean }) => ({ share, of: exponential(mean) }));
      return (x) => {
        const each = parts.map(({ share, of }) => ({ share, ...of(x) }));
        return {
          gone: each.reduce((sum, { share, gone }) => sum.plus(gone.times(share)), ZERO),
          meanUpTo: each.reduce((sum, { share, meanUpTo }) => sum.plus(meanUpTo.times(share)), ZERO),
        };
      };
    }
  }
}

type Node = { readonly x: BigNumber; readonly weight: BigNumber } & ReturnType<Law>;

/** Nodes of the double exponential rule, `perUnit` of them in each unit of u from `from` to `to`. */
function nodesOf(
  law: Law,
  [from, to, perUnit]: readonly [number, number, number],
  at: (u: BigNumber) => readonly [x: BigNumber, slope: BigNumber],
): readonly Node[] {
  const nodes: Node[] = [];
  for (let k = from * perUnit; k <= to * perUnit; k++) {
    const [x, slope] = at(big(k).div(perUnit));
    nodes.push({ x, weight: slope.div(perUnit), ...law(x) });
  }
  return nodes;
}

export type ExactQueue = {
  readonly threshold: number;
  readonly waitProbability: BigNumber;
  readonly abandonProbability: BigNumber;
  readonly meanWait: BigNumber;
  readonly answeredWithin: BigNumber;
  readonly abandonedWithin: BigNumber;
  readonly offeredWaitWithin: BigNumber;
};

/** Queues with one law of patience and a handle time of 180 s; `perUnit` nodes in each unit of the rule. */
export class ExactQueues {
  private readonly law: Law;
  private readonly stay: BigNumber;
  private readonly perUnit: number;
  private readonly endless: readonly Node[];
  private readonly until = new Map<number, readonly Node[]>();

  constructor(patience: PatienceLaw, perUnit: number) {
    this.law = lawOf(patience);
    this.stay = ONE.minus(patience.balk ?? 0);
    this.perUnit = perUnit;
    this.endless = nodesOf(this.law, [-4, 12, perUnit], (u) => {
      const fall = u.neg().exp();
      const x = u.minus(fall).exp();
      return [x, x.times(fall.plus(1))];
    });
  }

  /** Every measure, at each threshold. */
  measures(agents: number, load: number, thresholds: readonly number[]): readonly ExactQueue[] {
    const [lambda, drain] = [big(load).div(180), big(agents).div(180)];
    const { stay } = this;
    /** ∫ f, ∫ f · gone and ∫ f · (mean wait if so long is offered). */
    const integrate = (nodes: readonly Node[]): readonly [BigNumber, BigNumber, BigNumber] => {
      let [all, givenUp, wait] = [ZERO, ZERO, ZERO];
      for (const { x, weight, gone, meanUpTo } of nodes) {
        const exponent = lambda.times(meanUpTo).times(stay).minus(drain.times(x));
        if (exponent.lt(-300)) continue;
        const f = exponent.exp().times(weight);
        all = all.plus(f);
        givenUp = givenUp.plus(f.times(this.gone(gone)));
        wait = wait.plus(f.times(meanUpTo).times(stay));
      }
      return [all, givenUp, wait];
    };
    const [all, goneAll, waitAll] = integrate(this.endless);
    // 1/B of one agent fewer: the states with somebody free where f(0) = 1.
    let free = ONE;
    for (let k = 1; k < agents; k++) free = free.times(k).div(load).plus(1);
    const total = free.plus(lambda.times(all));
    const share = (integral: BigNumber): BigNumber => lambda.times(integral).div(total);
    return thresholds.map((threshold) => {
      const [early, goneEarly] = integrate(this.nodesUntil(threshold));
      const goneThen = this.gone(this.law(big(threshold)).gone);
      return {
        threshold,
        waitProbability: share(all),
        abandonProbability: share(goneAll),
        meanWait: share(waitAll),
        answeredWithin: free.plus(lambda.times(early.minus(goneEarly))).div(total),
        abandonedWithin: share(goneEarly.plus(goneThen.times(all.minus(early)))),
        offeredWaitWithin: free.plus(lambda.times(early)).div(total),
      };
    });
  }

  /** With those who leave at once. */
  private gone(share: BigNumber): BigNumber {
    return ONE.minus(this.stay).plus(this.stay.times(share));
  }

  private nodesUntil(threshold: number): readonly Node[] {
    const known = this.until.get(threshold);
    if (known) return known;
    const nodes = nodesOf(this.law, [-4, 4, this.perUnit], (u) => {
      const [rise, fall] = [u.exp(), u.neg().exp()];
      const e = rise.minus(fall).div(2).times(PI).neg().exp();
      const part = ONE.div(e.plus(1));
      const slope = rise.plus(fall).div(2).times(PI).times(e).times(part.pow(2)).times(threshold);
      return [part.times(threshold), slope];
    });
    this.until.set(threshold, nodes);
    return nodes;
  }
}
