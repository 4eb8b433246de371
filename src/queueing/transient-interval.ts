/**
 * One interval of the exact day: the law of the number of contacts, carried from its start to its
 * end, and what was measured on the way.
 *
 * All measures are linear in the time spent in each state, which the step gives along with the law.
 * Only contacts whose deadline lies beyond a change of staffing need the law at single instants:
 * they are integrated over their arrival time by Boole's rule.
 */
import type { Seconds } from '../units.ts';
import type { Chain } from './birth-death-step.ts';
import { BirthDeathStep } from './birth-death-step.ts';
import { servedWithin } from './position-wait.ts';
import type { Stretch, WaitingAhead } from './waiting-ahead.ts';

/** Sums over one interval; times in seconds, counts in contacts. */
export type IntervalSums = {
  readonly answeredWithin: number;
  /** Time with every agent busy. */
  readonly fullTime: number;
  /** Agent seconds busy. */
  readonly busyTime: number;
  /** Contact seconds waiting. */
  readonly queueTime: number;
  /** Waiting at the end. */
  readonly queueAtEnd: number;
  /** Chance, integrated over time, that somebody waits: rate of starts from the queue. */
  readonly someoneWaitsTime: number;
};

export type Resolution = {
  /** Steps over the part without a change ahead. */
  readonly steps: number;
  /** Four steps per panel of the part with one, rather than two. */
  readonly fine: boolean;
};

/** Closed Newton–Cotes weights per step; the ends of a panel are shared with its neighbours. */
const SIMPSON = [1 / 3, 4 / 3, 1 / 3];
const BOOLE = [14 / 45, 64 / 45, 24 / 45, 64 / 45, 14 / 45];

/** Arrival times whose deadline passes no change of staffing, then the ends of panels in which it does. */
export type Panels = { readonly plain: Seconds; readonly ends: readonly Seconds[] };

/** Scratch space and the sweep through one interval. */
export class IntervalSweep {
  private readonly step = new BirthDeathStep();
  private integral = new Float64Array(0);
  private chances = new Float64Array(0);
  private death = new Float64Array(0);

  /** Carries `p` (states low..high) through the interval, in place. */
  sweep(
    p: Float64Array,
    low: number,
    high: number,
    stretch: Stretch,
    abandonRate: number,
    panels: Panels,
    window: { readonly ahead: WaitingAhead; readonly index: number; readonly threshold: Seconds },
    resolution: Resolution,
  ): IntervalSums {
    const { agents, arrivalRate, length } = stretch;
    const chain = this.chainOf(low, high, stretch, abandonRate);
    const { integral } = this;
    integral.fill(0, low, high + 1);
    const places = Math.max(0, high - agents + 1);
    let within = 0;

    if (panels.plain > 0) {
      const step = panels.plain / resolution.steps;
      this.step.prepare(chain, step);
      for (let i = 0; i < resolution.steps; i++) this.step.advance(p, integral);
      const drain = agents * stretch.completionRate;
      servedWithin(this.chances, places, drain, abandonRate, window.threshold);
      within += this.dotChances(integral, low, high, agents);
    }
    let from = panels.plain;
    const longest = length / resolution.steps;
    for (const to of panels.ends) {
      const pieces = Math.max(1, Math.ceil((to - from) / longest - 1e-9));
      const weights = resolution.fine ? BOOLE : SIMPSON;
      const step = (to - from) / pieces / (weights.length - 1);
      this.step.prepare(chain, step);
      // At either end some deadlines fall on a change itself: take the limit from within the panel.
      const inside = 1e-10 * (to - from);
      const chance = (left: Seconds, deadline: Seconds): number => {
        const reach = this.reach(p, agents, high);
        window.ahead.within(this.chances, Math.max(0, reach - agents + 1), window.index, left, deadline);
        return this.dotChances(p, low, reach, agents);
      };
      let here = chance(length - from, window.threshold + inside);
      for (let k = 0; k < pieces; k++) {
        for (let q = 0; q < weights.length; q++) {
          if (q > 0) {
            this.step.advance(p, integral);
            const atEnd = k === pieces - 1 && q === weights.length - 1;
            const left = Math.max(0, length - from - (k * (weights.length - 1) + q) * step);
            here = chance(left, atEnd ? window.threshold - inside : window.threshold);
          }
          within += weights[q]! * step * here;
        }
      }
      from = to;
    }
    return this.measure(p, low, high, agents, within * arrivalRate);
  }

  /** The chain of an interval; its death rates are valid until the next call. */
  chainOf(
    low: number,
    high: number,
    { agents, arrivalRate, completionRate }: Stretch,
    abandonRate: number,
  ): Chain {
    if (this.death.length <= high + 1) {
      const size = high + (high >> 1) + 16;
      this.death = new Float64Array(size);
      this.integral = new Float64Array(size);
      this.chances = new Float64Array(size);
    }
    for (let n = 0; n <= high; n++) {
      this.death[n] = Math.min(n, agents) * completionRate + Math.max(0, n - agents) * abandonRate;
    }
    return { low, high, birth: arrivalRate, death: this.death };
  }

  /** The last state whose queue matters to a sum of chances. */
  private reach(p: Float64Array, agents: number, high: number): number {
    let tail = 0;
    let n = high;
    while (n >= agents && tail + Math.abs(p[n]!) < 1e-13) tail += Math.abs(p[n--]!);
    return Math.max(n, agents - 1);
  }

  /** Σ over states of the chance that an arrival there is served in time. */
  private dotChances(p: Float64Array, low: number, high: number, agents: number): number {
    const { chances } = this;
    let sum = 0;
    for (let n = low; n < agents && n <= high; n++) sum += p[n]!;
    for (let n = Math.max(low, agents); n <= high; n++) sum += p[n]! * chances[n - agents + 1]!;
    return sum;
  }

  private measure(
    p: Float64Array,
    low: number,
    high: number,
    agents: number,
    answeredWithin: number,
  ): IntervalSums {
    const { integral } = this;
    let fullTime = 0;
    let busyTime = 0;
    let queueTime = 0;
    let queueAtEnd = 0;
    for (let n = low; n < agents && n <= high; n++) busyTime += n * integral[n]!;
    for (let n = Math.max(low, agents); n <= high; n++) {
      fullTime += integral[n]!;
      queueTime += (n - agents) * integral[n]!;
      queueAtEnd += (n - agents) * p[n]!;
    }
    busyTime += agents * fullTime;
    const someoneWaitsTime = fullTime - (agents >= low && agents <= high ? integral[agents]! : 0);
    return { answeredWithin, fullTime, busyTime, queueTime, queueAtEnd, someoneWaitsTime };
  }
}
