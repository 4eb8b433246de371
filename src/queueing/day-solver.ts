/**
 * The exact day as a forward sweep: M(t)/M/s(t)+M with rates constant in each interval.
 *
 * Every interval is solved twice, the second time with half the step, and the step is halved until
 * the two agree in every measure; the finer one, some 500 times more accurate, is kept. States are
 * held in a band that carries all but 1e-15 of the law and is widened where that proves too little.
 */
import type { Seconds } from '../units.ts';
import { crewLeavesByName } from './chat-crew.ts';
import { longestWait } from './longest-wait.ts';
import { leaveByName } from './shift-end.ts';
import type { ShiftEnd } from './shift-end.ts';
import type {
  IntervalSums,
  Panels,
  Resolution,
  StateValues,
  Sweep,
  WindowLaws,
} from './transient-interval.ts';
import { IntervalSweep } from './transient-interval.ts';
import type { Fate, Stretch } from './waiting-ahead.ts';
import { WaitingAhead } from './waiting-ahead.ts';

export type DayProblem = {
  readonly stretches: readonly Stretch[];
  readonly threshold: Seconds;
  readonly shiftEnd: ShiftEnd;
  readonly tolerance: number;
  /** What `answeredWithin` counts; default `answered`. */
  readonly fate?: Fate | undefined;
  /** Counted in the same sweep, by the same deadline. */
  readonly also?: readonly Fate[] | undefined;
  /** Contacts in service or in line when the day begins; default none. Not for pooled shift ends. */
  readonly start?: Law | undefined;
};

/** All that a problem counts, `answeredWithin` first. */
export function fatesOf({ fate = 'answered', also = [] }: DayProblem): readonly [Fate, ...Fate[]] {
  return [fate, ...also];
}

/** A law over the number of contacts; states outside low..high have no weight. */
export type Law = { readonly p: Float64Array; readonly low: number; readonly high: number };

export type SolvedInterval = {
  readonly sums: IntervalSums;
  /** Starts of service (net of contacts put back) at the change the interval begins with. */
  readonly startsAtChange: number;
  /** Contacts that leavers carry away at that change, to finish them elsewhere. */
  readonly carriedAway: number;
  /** Law just after the change it begins with, and at its end. */
  readonly start: Law;
  readonly end: Law;
  readonly resolution: Resolution;
  readonly panels: Panels;
  /** Most in line that it had room for. */
  readonly longestLine: number;
  /** States the sweep worked on. */
  readonly band: { readonly low: number; readonly high: number };
};

/** Diffs up to this multiple of the tolerance are accepted: halving the step gains a factor near 2⁹. */
export const SAFETY = 4;
/** A difference so much smaller than asked for says that half the steps would have done. */
export const GAIN = 15;
export const FINEST = 4096;
/** Below this tolerance the rules of higher order pay. */
export const SHARP = 1e-6;

export class DaySolver {
  private readonly problem: DayProblem;
  private readonly ahead: WaitingAhead;
  private readonly interval: IntervalSweep;
  private steps = 1;

  /** @param interval scratch space, shared where one day after another is solved */
  constructor(problem: DayProblem, interval = new IntervalSweep()) {
    this.problem = problem;
    this.interval = interval;
    this.ahead = new WaitingAhead(problem.stretches, problem.shiftEnd);
  }

  /** Solves the whole day. */
  solve(): SolvedInterval[] {
    const solved: SolvedInterval[] = [];
    let law = this.problem.start ?? emptySystem();
    for (let i = 0; i < this.problem.stretches.length; i++) {
      const interval = this.solveInterval(i, law);
      solved.push(interval);
      law = interval.end;
    }
    return solved;
  }

  /**
   * Solves interval `index` from the law just before the change it begins with.
   *
   * @param known a resolution to start from, such as did before the staffing ahead was changed
   */
  solveInterval(index: number, before: Law, known?: Resolution): SolvedInterval {
    const { stretches, threshold, tolerance } = this.problem;
    const stretch = stretches[index];
    if (stretch === undefined) throw new RangeError(`no interval ${index}`);
    const { law: start, starts, carried } = this.changeInto(index, before);
    const window = { ahead: this.ahead, index, threshold, fates: fatesOf(this.problem) };
    let { low, high } = bandFor(start, stretch);
    let panels = this.panelsTo(high, index);
    const rule = tolerance < SHARP ? 2 : 1;
    const run = (count: number, bare = false): Sweep & { readonly p: Float64Array } => {
      const p = lawUpTo(start, high);
      const sweep = this.interval.sweep(p, low, high, stretch, panels, window, { steps: count, rule }, bare);
      return { ...sweep, p };
    };
    let steps = known ? known.steps >> 1 : this.steps;
    let coarse = run(steps, true);
    let last = Infinity;
    for (;;) {
      const fine = run(2 * steps);
      if (spillsOver(fine.p, fine.sums, stretch, high, tolerance)) {
        high += Math.ceil((high - low) / 2) + 10;
        panels = this.panelsTo(high, index);
        coarse = run(steps, true);
        continue;
      }
      const counts = fine.plain.map(
        (count, k) => Math.abs(coarse.plain[k]! - count) + Math.abs(fine.spread[k]!),
      );
      const gap = apart(coarse, fine, counts, stretch);
      // Where halving no longer helps, rounding is all that is left.
      const exhausted = gap < 1e-7 && gap > last / 2;
      if (gap <= SAFETY * tolerance || exhausted || steps >= FINEST) {
        // Half the steps would have done with room to spare: tried in the next interval.
        if (!known) this.steps = gap * GAIN < SAFETY * tolerance ? Math.max(1, steps >> 1) : steps;
        const end = trimmed(fine.p, low, high);
        const band = { low, high };
        return {
          sums: fine.sums,
          startsAtChange: starts,
          carriedAway: carried,
          start,
          end,
          resolution: { steps: 2 * steps, rule },
          panels,
          longestLine: Math.max(0, high - stretch.agents),
          band,
        };
      }
      last = gap;
      steps *= 2;
      coarse = fine;
    }
  }

  /** Solves an interval once, at a resolution known to do: for small changes of a solved day. */
  sweepAgain(index: number, before: Law, resolution: Resolution): SolvedInterval {
    const { stretches, threshold, tolerance } = this.problem;
    const stretch = stretches[index];
    if (stretch === undefined) throw new RangeError(`no interval ${index}`);
    const { law: start, starts: startsAtChange, carried: carriedAway } = this.changeInto(index, before);
    const window = { ahead: this.ahead, index, threshold, fates: fatesOf(this.problem) };
    const band = bandFor(start, stretch);
    for (;;) {
      const panels = this.panelsTo(band.high, index);
      const p = lawUpTo(start, band.high);
      const { sums } = this.interval.sweep(p, band.low, band.high, stretch, panels, window, resolution);
      if (!spillsOver(p, sums, stretch, band.high, tolerance)) {
        const end = trimmed(p, band.low, band.high);
        const longestLine = Math.max(0, band.high - stretch.agents);
        return { sums, startsAtChange, carriedAway, start, end, resolution, panels, longestLine, band };
      }
      band.high += Math.ceil((band.high - band.low) / 2) + 10;
    }
  }

  /**
   * What the first fate counts in an interval solved before, where only the staffing ahead has changed since.
   *
   * @param laws of the same interval and panels, kept from one change to the next
   */
  countAgain(
    index: number,
    { start, resolution, band }: SolvedInterval,
    laws: Map<string, WindowLaws>,
  ): number {
    const { stretches, threshold } = this.problem;
    const stretch = stretches[index]!;
    const panels = this.panelsTo(band.high, index);
    const window = { ahead: this.ahead, index, threshold, fates: fatesOf(this.problem) };
    const key = `${index} ${panels.plain} ${panels.ends.join(' ')}`;
    let known = laws.get(key);
    if (known === undefined) {
      const p = lawUpTo(start, band.high);
      known = this.interval.windowLaws(p, band.low, band.high, stretch, panels, window, resolution);
      laws.clear();
      laws.set(key, known);
    }
    return this.interval.countWith(known, band.low, band.high, stretch, panels, window, resolution);
  }

  private panelsTo(high: number, index: number): Panels {
    const { stretches, threshold } = this.problem;
    const stretch = stretches[index]!;
    const longest = longestWait(stretch, Math.max(0, high - stretch.agents) + 1);
    return panelsOf(stretches, this.ahead, threshold, longest, index);
  }

  /** Values of the states at the end of a solved interval, pulled back to its start, in place. */
  pullBack(values: StateValues, index: number, { band, panels, resolution }: SolvedInterval): void {
    const { stretches, threshold } = this.problem;
    const stretch = stretches[index];
    if (stretch === undefined) throw new RangeError(`no interval ${index}`);
    const window = { ahead: this.ahead, index, threshold, fates: fatesOf(this.problem) };
    this.interval.pullBack(values, band.low, band.high, stretch, panels, window, resolution);
  }

  /** The law after the change that interval `index` begins with. */
  changeInto(index: number, before: Law): { law: Law; starts: number; carried: number } {
    const { stretches, shiftEnd } = this.problem;
    const after = stretches[index]?.agents ?? 0;
    const was = index === 0 ? after : (stretches[index - 1]?.agents ?? 0);
    if (after === was) return { law: before, starts: 0, carried: 0 };
    const waiting = (law: Law, agents: number): number => {
      let sum = 0;
      for (let n = Math.max(law.low, agents); n <= law.high; n++) sum += (n - agents) * law.p[n]!;
      return sum;
    };
    if (after > was || shiftEnd === 'preemptive') {
      return { law: before, starts: waiting(before, was) - waiting(before, after), carried: 0 };
    }
    const p = before.p.slice();
    const crew = stretches[index]?.crew;
    if (crew === undefined) leaveByName(p, before.high, was, after);
    else {
      const limit = crew.agent.rate.length - 1;
      crewLeavesByName(p, before.high, limit, was / limit, after / limit);
    }
    const law = { p, low: Math.max(0, before.low - (was - after)), high: before.high };
    return { law, starts: 0, carried: meanOf(before) - meanOf(law) };
  }
}

/** Panels before a change grow by this factor away from it. */
const GRADE = 4;

/**
 * Arrival times of an interval by whether their deadline, or the longest wait if that comes sooner, passes a
 * change of staffing.
 */
export function panelsOf(
  stretches: readonly Stretch[],
  ahead: WaitingAhead,
  deadline: Seconds,
  longest: Seconds,
  index: number,
): Panels {
  const threshold = Math.min(deadline, longest);
  const length = stretches[index]?.length ?? 0;
  const steady = ahead.steadyAfter(index);
  if (threshold <= steady) return { plain: length, ends: [] };
  // Deadlines within `steady` of the end see no change; later ones are cut where they pass an interval's end.
  const ends: number[] = [];
  const plain = Math.max(0, length + steady - threshold);
  let time = length;
  for (let i = index + 1; i <= stretches.length; i++) {
    const arrival = time - threshold;
    if (arrival > plain && arrival < length) ends.push(arrival);
    time += stretches[i]?.length ?? 0;
  }
  // Without a deadline, or with a late one, most is decided just before the change.
  const finest = deadline > threshold ? length / 100 : Infinity;
  for (let cut = (length - plain) / GRADE; cut > finest; cut /= GRADE) ends.push(length - cut);
  ends.push(length);
  ends.sort((a, b) => a - b);
  return { plain, ends };
}

function meanOf({ p, low, high }: Law): number {
  let sum = 0;
  for (let n = low; n <= high; n++) sum += n * p[n]!;
  return sum;
}

export function emptySystem(): Law {
  return { p: Float64Array.of(1), low: 0, high: 0 };
}

function lawUpTo({ p, high: last }: Law, high: number): Float64Array {
  const copy = new Float64Array(high + 1);
  copy.set(p.subarray(0, Math.min(last, high) + 1));
  return copy;
}

/** Standard deviations of room on either side. */
const REACH = 8;

/**
 * States that can carry weight during the interval: the fluid path of the mean, and on either side
 * several standard deviations, growing by diffusion unless something pulls the number back.
 */
export function bandFor(start: Law, stretch: Stretch) {
  const { agents, arrivalRate, lineRate = arrivalRate, completionRate, abandonRate, length, crew } = stretch;
  let mass = 0;
  let mean = 0;
  let square = 0;
  for (let n = start.low; n <= start.high; n++) {
    const share = start.p[n]!;
    mass += share;
    mean += n * share;
    square += n * n * share;
  }
  mean /= mass;
  const variance = Math.max(0, square / mass - mean * mean);
  let [least, most] = [mean, mean];
  let m = mean;
  const pull = Math.max(abandonRate, completionRate);
  const pieces = Math.min(200, Math.ceil(4 * length * pull) + 4);
  for (let k = 0; k < pieces; k++) {
    const down = Math.min(m, agents) * completionRate + Math.max(0, m - agents) * abandonRate;
    m = Math.max(0, m + ((arrivalRate - down) * length) / pieces);
    least = Math.min(least, m);
    most = Math.max(most, m);
  }
  const flow =
    arrivalRate + Math.min(most, agents) * completionRate + Math.max(0, most - agents) * abandonRate;
  const calm = most + 3 * Math.sqrt(most) < agents ? completionRate : Math.min(abandonRate, completionRate);
  const spread = calm > 0 ? Math.min(flow * length, flow / (2 * calm)) : flow * length;
  const reach = REACH * Math.sqrt(variance + spread) + 15;
  const high = Math.max(start.high, Math.ceil(most + reach), agents + 12);
  if (!crew) return { low: Math.max(0, Math.min(start.low, Math.floor(least - reach))), high };
  // With places free conversations end faster than this path says: more states below. Beyond the places who
  // waits leaves sooner than a conversation ends, so that fewer lie above; `spillsOver` tells where they do not.
  const line = REACH * Math.sqrt(lineRate / Math.max(abandonRate, completionRate)) + 15;
  return { low: 0, high: Math.min(high, Math.max(start.high, Math.ceil(Math.max(most, agents) + line))) };
}

/** Whether weight has piled up at the upper end of the band. */
function spillsOver(
  p: Float64Array,
  { fullTime }: IntervalSums,
  { length }: Stretch,
  high: number,
  tolerance: number,
): boolean {
  const edge = Math.abs(p[high]!);
  return edge > 1e-14 && edge > 1e-2 * tolerance * Math.min(1, fullTime / length);
}

/**
 * The largest relative difference of any measure, and of the law at the end, between two solutions.
 *
 * @param counts differences of what is counted by deadlines, `answeredWithin` first
 */
export function apart(
  coarse: { readonly sums: IntervalSums; readonly p: Float64Array },
  fine: { readonly sums: IntervalSums; readonly p: Float64Array },
  counts: ArrayLike<number>,
  { length, agents, arrivalRate }: Stretch,
): number {
  const [a, b] = [coarse.sums, fine.sums];
  // The law by its upper tails: what is small now may be all there is to an interval to come.
  let [law, tailA, tailB] = [0, 0, 0];
  for (let n = fine.p.length - 1; n >= 0; n--) {
    tailA += coarse.p[n] ?? 0;
    tailB += fine.p[n]!;
    law = Math.max(law, Math.abs(tailA - tailB) / Math.max(tailB, 1e-9));
  }
  // Measures below a billionth of their scale are compared with that.
  const relative = (x: number, y: number, scale: number): number =>
    x === y ? 0 : Math.abs(x - y) / Math.max(Math.abs(y), 1e-9 * scale);
  return Math.max(
    law,
    // Newton–Cotes gains less from a finer rule than the steps do from halving.
    ...[b.answeredWithin, ...b.also].map(
      (count, k) => SAFETY * 2 * relative(count + counts[k]!, count, arrivalRate * length),
    ),
    relative(a.fullTime, b.fullTime, length),
    relative(a.busyTime, b.busyTime, length * agents),
    relative(a.queueTime, b.queueTime, length),
    relative(a.someoneWaitsTime, b.someoneWaitsTime, length),
    relative(a.queueAtEnd, b.queueAtEnd, 1),
  );
}

/** The law without its negligible ends, which would only be carried along. */
function trimmed(p: Float64Array, low: number, high: number): Law {
  let [first, last] = [low, high];
  while (first < last && Math.abs(p[first]!) < 1e-17) p[first++] = 0;
  while (last > first && Math.abs(p[last]!) < 1e-17) p[last--] = 0;
  return { p, low: first, high: last };
}
