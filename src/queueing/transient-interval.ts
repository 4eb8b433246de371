/**
 * One interval of the exact day: the law of the number of contacts, carried from its start to its
 * end, and what was measured on the way.
 *
 * All measures are linear in the time spent in each state, which the step gives along with the law.
 * Only contacts whose deadline lies beyond a change of staffing need the law at single instants:
 * they are integrated over their arrival time by a closed Newton–Cotes rule.
 */
import type { Seconds } from '../units.ts';
import type { Chain } from './birth-death-step.ts';
import { BirthDeathStep } from './birth-death-step.ts';
import { crewSum, newcomerValues } from './chat-crew.ts';
import type { Fate, Stretch, WaitingAhead } from './waiting-ahead.ts';

/** Sums over one interval; times in seconds, counts in contacts. */
export type IntervalSums = {
  /** Contacts by the interval of arrival: answered within the threshold, or what the window's fate counts. */
  readonly answeredWithin: number;
  /** The same for the other fates of the window. */
  readonly also: readonly number[];
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
  /** Rule for each panel of the part with one: 0 Simpson, 1 Boole, 2 nine points. */
  readonly rule: 0 | 1 | 2;
};

/** A sweep, with what tells how far its counts can be trusted, by fate. */
export type Sweep = {
  readonly sums: IntervalSums;
  /** Counted where no change is ahead. */
  readonly plain: Float64Array;
  /** What the rule of lower order, on every other node, gives otherwise where one is. */
  readonly spread: Float64Array;
};

/** By state: what is still to be counted by the first fate, and who is still to give up of all that come. */
export type StateValues = { readonly value: Float64Array; readonly lost: Float64Array };

/** What of a sweep does not depend on the staffing ahead: counted before it matters, and laws at the nodes after. */
export type WindowLaws = { readonly plain: number; readonly nodes: readonly Float64Array[] };

/** Closed Newton–Cotes weights per step; the ends of a panel are shared with its neighbours. */
const SIMPSON = [1 / 3, 4 / 3, 1 / 3];
const BOOLE = [14 / 45, 64 / 45, 24 / 45, 64 / 45, 14 / 45];
const NINE_POINTS = [989, 5888, -928, 10_496, -4540, 10_496, -928, 5888, 989].map((w) => (w * 4) / 14_175);
const RULES = [SIMPSON, BOOLE, NINE_POINTS];

/** Arrival times whose deadline passes no change of staffing, then the ends of panels in which it does. */
export type Panels = { readonly plain: Seconds; readonly ends: readonly Seconds[] };

/** What becomes of who arrives in a state. */
export type Ahead = Pick<WaitingAhead, 'afresh' | 'count' | 'free'>;

export type Window = {
  readonly ahead: Ahead;
  readonly index: number;
  readonly threshold: Seconds;
  /** The first is `answeredWithin`. */
  readonly fates: readonly [Fate, ...Fate[]];
};

/** A panel cut in pieces, each with the nodes of one Newton–Cotes rule. */
export type Panel = {
  readonly from: Seconds;
  readonly to: Seconds;
  readonly pieces: number;
  readonly step: Seconds;
  readonly weights: readonly number[];
  weight(node: number): number;
  /** The same for the rule of lower order, which takes every other node. */
  lowerWeight(node: number): number;
};

export function* panelsFrom({ plain, ends }: Panels, longest: Seconds, rule: 0 | 1 | 2): Generator<Panel> {
  const weights = RULES[rule] ?? BOOLE;
  const lower = RULES[rule - 1] ?? SIMPSON;
  const nodes = weights.length - 1;
  let from = plain;
  for (const to of ends) {
    const pieces = Math.max(1, Math.ceil((to - from) / longest - 1e-9));
    const step = (to - from) / pieces / nodes;
    // A node between two pieces belongs to both.
    const share = (node: number): number => (node === 0 || node === pieces * nodes ? 1 : 2);
    const weight = (node: number): number =>
      step * (node % nodes === 0 ? (weights[0] ?? 0) * share(node) : (weights[node % nodes] ?? 0));
    const lowerWeight = (node: number): number => {
      if (node % 2 === 1) return 0;
      const at = (node % nodes) / 2;
      return 2 * step * (at === 0 ? (lower[0] ?? 0) * share(node) : (lower[at] ?? 0));
    };
    yield { from, to, pieces, step, weights, weight, lowerWeight };
    from = to;
  }
}

/** Scratch space and the sweep through one interval. */
export class IntervalSweep {
  private readonly step = new BirthDeathStep();
  private integral = new Float64Array(0);
  private chances = new Float64Array(0);
  private death = new Float64Array(0);

  /**
   * Carries `p` (states low..high) through the interval, in place.
   *
   * @param bare only what is compared with a finer sweep: counts of `plain`, not those beyond
   */
  sweep(
    p: Float64Array,
    low: number,
    high: number,
    stretch: Stretch,
    panels: Panels,
    window: Window,
    resolution: Resolution,
    bare = false,
  ): Sweep {
    const { agents, arrivalRate, countedRate = arrivalRate, length } = stretch;
    const chain = this.chainOf(low, high, stretch);
    const { integral } = this;
    const { fates } = window;
    const spread = new Float64Array(fates.length);
    const free = fates.map((fate) => this.freeValues(fate, stretch, window));
    const plain = this.countPlain(p, chain, agents, panels.plain, resolution.steps, window, free);
    const within = Float64Array.from(plain);
    for (const panel of panelsFrom(panels, length / resolution.steps, resolution.rule)) {
      if (bare) {
        this.step.prepare(chain, (panel.to - panel.from) / panel.pieces);
        for (let piece = 0; piece < panel.pieces; piece++) this.step.advance(p, integral);
        continue;
      }
      this.step.prepare(chain, panel.step);
      const last = panel.pieces * (panel.weights.length - 1);
      for (let node = 0; node <= last; node++) {
        if (node > 0) this.step.advance(p, integral);
        const reach = this.reach(p, agents, high);
        const weight = panel.weight(node);
        const otherwise = panel.lowerWeight(node) - weight;
        window.ahead.afresh();
        for (const [k, fate] of fates.entries()) {
          this.chancesAt(fate, panel, node, Math.max(0, reach - agents + 1), length, window);
          const share = this.dotChances(p, low, reach, agents, free[k]!);
          within[k]! += weight * share;
          spread[k]! += otherwise * share;
        }
      }
    }
    const counts = (by: Float64Array): Float64Array => by.map((count) => count * countedRate);
    return {
      sums: this.measure(p, low, high, stretch, counts(within)),
      plain: counts(plain),
      spread: counts(spread),
    };
  }

  /**
   * Moves the law on over the part with no change ahead and counts by fate, per unit of the arrival rate; the
   * times in each state start from 0.
   */
  private countPlain(
    p: Float64Array,
    chain: Chain,
    agents: number,
    time: Seconds,
    steps: number,
    { ahead, index, threshold, fates }: Window,
    free: readonly (Float64Array | null)[],
  ): Float64Array {
    const { low, high } = chain;
    const { integral } = this;
    integral.fill(0, low, high + 1);
    const counts = new Float64Array(fates.length);
    if (time === 0) return counts;
    this.step.prepare(chain, time / steps);
    for (let i = 0; i < steps; i++) this.step.advance(p, integral);
    ahead.afresh();
    for (const [k, fate] of fates.entries()) {
      ahead.count(fate, this.chances, Math.max(0, high - agents + 1), index, Infinity, threshold);
      counts[k] = this.dotChances(integral, low, high, agents, free[k]!);
    }
    return counts;
  }

  /** The laws that a sweep counts by: `p` is carried to the end of the interval, in place. */
  windowLaws(
    p: Float64Array,
    low: number,
    high: number,
    stretch: Stretch,
    panels: Panels,
    window: Window,
    { steps, rule }: Resolution,
  ): WindowLaws {
    const chain = this.chainOf(low, high, stretch);
    const { integral } = this;
    const [fate] = window.fates;
    const first: Window = { ...window, fates: [fate] };
    const free = [this.freeValues(fate, stretch, window)];
    const [plain = 0] = this.countPlain(p, chain, stretch.agents, panels.plain, steps, first, free);
    const nodes: Float64Array[] = [];
    for (const panel of panelsFrom(panels, stretch.length / steps, rule)) {
      this.step.prepare(chain, panel.step);
      const last = panel.pieces * (panel.weights.length - 1);
      for (let node = 0; node <= last; node++) {
        if (node > 0) this.step.advance(p, integral);
        nodes.push(Float64Array.from(p));
      }
    }
    return { plain, nodes };
  }

  /** Contacts counted by the first fate, from those laws. */
  countWith(
    { plain, nodes }: WindowLaws,
    low: number,
    high: number,
    stretch: Stretch,
    panels: Panels,
    window: Window,
    { steps, rule }: Resolution,
  ): number {
    const { agents, arrivalRate, countedRate = arrivalRate, length } = stretch;
    const [fate] = window.fates;
    const free = this.freeValues(fate, stretch, window);
    let within = plain;
    let at = 0;
    for (const panel of panelsFrom(panels, length / steps, rule)) {
      const last = panel.pieces * (panel.weights.length - 1);
      for (let node = 0; node <= last; node++) {
        const p = nodes[at++]!;
        window.ahead.afresh();
        const reach = this.reach(p, agents, high);
        this.chancesAt(fate, panel, node, Math.max(0, reach - agents + 1), length, window);
        within += panel.weight(node) * this.dotChances(p, low, reach, agents, free);
      }
    }
    return within * countedRate;
  }

  /**
   * The same sweep seen from its end: values of each state at the end become, in place, those at the start,
   * with what the first fate counts on the way, and in `lost` with who gives up on the way.
   */
  pullBack(
    { value, lost }: StateValues,
    low: number,
    high: number,
    stretch: Stretch,
    panels: Panels,
    window: Window,
    resolution: Resolution,
  ): void {
    const { agents, arrivalRate, countedRate = arrivalRate, abandonRate, length } = stretch;
    const [fate] = window.fates;
    const chain = this.chainOf(low, high, stretch);
    const places = Math.max(0, high - agents + 1);
    const free = this.freeValues(fate, stretch, window);
    const gain = new Float64Array(high + 1);
    const leaving = Float64Array.from(gain, (_, n) => abandonRate * Math.max(0, n - agents));
    const fromWindow = [...panelsFrom(panels, length / resolution.steps, resolution.rule)].reverse();
    for (const panel of fromWindow) {
      this.step.prepare(chain, panel.step);
      gain.fill(0);
      const last = panel.pieces * (panel.weights.length - 1);
      for (let node = last; node >= 0; node--) {
        window.ahead.afresh();
        this.chancesAt(fate, panel, node, places, length, window);
        const weight = countedRate * panel.weight(node);
        for (let n = low; n <= high; n++) value[n]! += weight * this.chanceIn(n, agents, free);
        if (node === 0) continue;
        this.step.pullBack(value, gain);
        this.step.pullBack(lost, leaving);
      }
    }
    if (panels.plain > 0) {
      window.ahead.afresh();
      window.ahead.count(fate, this.chances, places, window.index, Infinity, window.threshold);
      for (let n = low; n <= high; n++) gain[n] = countedRate * this.chanceIn(n, agents, free);
      this.step.prepare(chain, panels.plain / resolution.steps);
      for (let i = 0; i < resolution.steps; i++) {
        this.step.pullBack(value, gain);
        this.step.pullBack(lost, leaving);
      }
    }
  }

  /** Chances by place for an arrival at a node of a panel; at its ends the limit from within. */
  private chancesAt(
    fate: Fate,
    panel: Panel,
    node: number,
    places: number,
    length: Seconds,
    window: Window,
  ): void {
    const last = panel.pieces * (panel.weights.length - 1);
    const inside = 1e-10 * (panel.to - panel.from);
    const left = node === last ? length - panel.to : length - panel.from - node * panel.step;
    const deadline = window.threshold + (node === 0 ? inside : node === last ? -inside : 0);
    window.ahead.count(fate, this.chances, places, window.index, Math.max(0, left), deadline);
  }

  private chanceIn(n: number, agents: number, free: Float64Array | null): number {
    return free !== null && n < agents ? free[n]! : this.chances[Math.max(0, n - agents + 1)]!;
  }

  /** The chain of an interval; its death rates are valid until the next call. */
  chainOf(low: number, high: number, stretch: Stretch): Chain {
    const { agents, arrivalRate, lineRate = arrivalRate, completionRate, abandonRate, crew } = stretch;
    if (this.death.length <= high + 1) {
      const size = high + (high >> 1) + 16;
      this.death = new Float64Array(size);
      this.integral = new Float64Array(size);
      this.chances = new Float64Array(size);
    }
    for (let n = 0; n <= high; n++) {
      const done = crew && n <= agents ? crewSum(crew, 'rate', n) : Math.min(n, agents) * completionRate;
      this.death[n] = done + Math.max(0, n - agents) * abandonRate;
    }
    return { low, high, birth: arrivalRate, turn: agents, birthBeyond: lineRate, death: this.death };
  }

  /** Where who finds a place free counts by what his agent holds: values by open conversations. */
  private freeValues(
    fate: Fate,
    { crew }: Stretch,
    { ahead, index, threshold }: Window,
  ): Float64Array | null {
    const values = ahead.free(fate, index, threshold);
    return values && crew ? newcomerValues(crew, values) : null;
  }

  /** The last state whose queue matters to a sum of chances. */
  private reach(p: Float64Array, agents: number, high: number): number {
    let tail = 0;
    let n = high;
    while (n >= agents && tail + Math.abs(p[n]!) < 1e-13) tail += Math.abs(p[n--]!);
    return Math.max(n, agents - 1);
  }

  /** Σ over states of the chance that an arrival there is served in time. */
  private dotChances(
    p: Float64Array,
    low: number,
    high: number,
    agents: number,
    free: Float64Array | null,
  ): number {
    const { chances } = this;
    let sum = 0;
    if (free === null) {
      for (let n = low; n < agents && n <= high; n++) sum += p[n]!;
      sum *= chances[0]!;
    } else {
      for (let n = low; n < agents && n <= high; n++) sum += p[n]! * free[n]!;
    }
    for (let n = Math.max(low, agents); n <= high; n++) sum += p[n]! * chances[n - agents + 1]!;
    return sum;
  }

  private measure(
    p: Float64Array,
    low: number,
    high: number,
    { agents, crew }: Stretch,
    [answeredWithin = 0, ...also]: Float64Array,
  ): IntervalSums {
    const { integral } = this;
    let fullTime = 0;
    let busyTime = 0;
    let queueTime = 0;
    let queueAtEnd = 0;
    for (let n = low; n < agents && n <= high; n++) {
      busyTime += (crew ? crewSum(crew, 'use', n) : n) * integral[n]!;
    }
    for (let n = Math.max(low, agents); n <= high; n++) {
      fullTime += integral[n]!;
      queueTime += (n - agents) * integral[n]!;
      queueAtEnd += (n - agents) * p[n]!;
    }
    busyTime += (crew ? crewSum(crew, 'use', agents) : agents) * fullTime;
    const someoneWaitsTime = fullTime - (agents >= low && agents <= high ? integral[agents]! : 0);
    return { answeredWithin, also, fullTime, busyTime, queueTime, queueAtEnd, someoneWaitsTime };
  }
}
