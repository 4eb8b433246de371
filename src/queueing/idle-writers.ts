/**
 * How many agents are idle, and how many of them write: the chain of a line of which only some agents, the
 * writers, also do deferred work.
 *
 * State: agents idle (k), of whom writers (j).
 *
 *     specialist ends a call            k + 1            (specialists busy) / handle time
 *     writer ends                       k + 1, j + 1     (writers busy) · end rate; at j = reserve only if no e-mail
 *                                                        waits, else he takes the next one and nothing changes
 *     call                              k − 1            arrival rate; a writer's with chance j / k
 *     e-mail arrives, j > reserve       k − 1, j − 1     rate of the e-mails
 *
 * The threshold is Bhulai & Koole's (2003), "A queueing model for call blending in call centers", IEEE Transactions
 * on Automatic Control 48(8). All states without anybody idle are those of Erlang A. Every transition changes k by
 * one, so the chain over k is one of birth and death given the law of j within each k. That law is first taken as
 * if k stood still, then improved by sweeps from each k's neighbours: aggregation and disaggregation, after Koury,
 * McAllister & Stewart (1984), "Iterative methods for computing stationary distributions of nearly completely
 * decomposable Markov chains", SIAM J. Algebraic Discrete Methods 5(2).
 */
import type { Probability, RatePerSecond } from '../units.ts';
import type { SharedCrew } from './shared-crew.ts';

export type PartlySharedCrew = SharedCrew & {
  /** Agents who write, from 1 to `agents`; the reserve is theirs, and fewer than they are. */
  readonly writers: number;
};

/** How e-mail is taken up. */
export type Writing = {
  /** Chance that an e-mail waits when a writer beyond the reserve comes free; 1: there are always more. */
  readonly waiting: Probability;
  /** E-mails that arrive while none waits. */
  readonly arrivals: RatePerSecond;
  /** Ends of work per second and busy writer, of the mix that he has in hand. */
  readonly endRate: RatePerSecond;
};

/** The line below full, by agents idle, up to the most in a state that matters. */
export type IdleRates = {
  /** From so many idle to one more. */
  readonly ends: Float64Array;
  /** E-mails begun, by which one fewer is idle as with a call. */
  readonly starts: Float64Array;
  /** Of all agents busy. */
  readonly drainRate: RatePerSecond;
};

/** Where e-mail is endless no more writers are idle than the reserve, and sweeps are quick. */
const SWEEPS = { some: 1, endless: 2 };
/** Of all states with somebody idle. */
const NEGLIGIBLE = 1e-6;
/** Of one number of idle writers, where so many agents are. */
const IMPROBABLE = 1e-3;
/** Where calls are few, states with many idle outweigh the others beyond any number: all are made smaller. */
const LIMIT = 2 ** 500;
const SHRINK = 2 ** -500;
/** Of one state over its neighbour: beyond it the neighbour does not matter, and nothing overflows. */
const MOST_RATIO = 2 ** 400;
/** Flows that sum to less cannot be told from none: the law before stands. */
const FAINT = 2 ** -1000;

/** Room for the states of one line; the next one overwrites it. */
const space = {
  /** Law of idle writers by agents idle: of each row the first that matters, the last, and where number 0 would lie. */
  law: new Float64Array(1024),
  first: new Int32Array(64),
  last: new Int32Array(64),
  rows: new Int32Array(64),
  ends: new Float64Array(64),
  begins: new Float64Array(64),
  /** By idle writers: rate at which one more is idle, and the e-mails that arrive for them. */
  ended: new Float64Array(64),
  starts: new Float64Array(64),
  next: new Float64Array(64),
  /** The most idle in a state that matters. */
  top: 0,
  /** Weight of the states with somebody idle where the first full state weighs 1. */
  weight: 0,
  /** In one unit: that weight, and those of agents and of writers idle. */
  idle: 0,
  idleAgents: 0,
  idleWriters: 0,
};

function makeRoom(agents: number): void {
  if (space.first.length > agents + 1) return;
  const more = 2 * agents + 2;
  space.first = new Int32Array(more);
  space.last = new Int32Array(more);
  space.rows = new Int32Array(more);
  space.ends = new Float64Array(more);
  space.begins = new Float64Array(more);
  space.ended = new Float64Array(more);
  space.starts = new Float64Array(more);
  space.next = new Float64Array(more);
}

/** Room for one more row of the law. */
function makeRoomForRow(end: number): void {
  if (end <= space.law.length) return;
  const more = new Float64Array(2 * end);
  more.set(space.law);
  space.law = more;
}

export type IdleStates = Readonly<typeof space>;

/** The line with somebody idle; the next call overwrites it. O(agents × idle writers), in room for those that matter. */
export function idleStates(
  { arrivalRate, handleTime, agents, writers, reserve }: PartlySharedCrew,
  { waiting, arrivals, endRate }: Writing,
): IdleStates {
  const specialists = agents - writers;
  const callRate = 1 / handleTime;
  const mostWriters = waiting < 1 ? writers : reserve;
  makeRoom(agents);
  const { first, last, rows, ends, begins, ended, starts, next } = space;
  for (let j = 0; j <= mostWriters; j++) {
    ended[j] = (writers - j) * endRate * (j === reserve ? 1 - waiting : 1);
    starts[j] = j > reserve ? arrivals : 0;
  }

  // As if the number idle stood still.
  let top = 0;
  let all = 0;
  let weight = 1;
  let end = 0;
  for (let idle = 0; idle <= agents; idle++) {
    const least = Math.max(0, idle - specialists);
    const most = Math.min(idle, mostWriters);
    const perIdle = idle === 0 ? 0 : arrivalRate / idle;
    let p = 1;
    let total = 0;
    let to = most;
    for (let j = least; j <= most; j++) {
      next[j] = p;
      total += p;
      if (j < most) p *= Math.min(MOST_RATIO, ended[j]! / (perIdle * (j + 1) + starts[j + 1]!));
      if (p < IMPROBABLE * total) {
        to = j;
        break;
      }
      if (p > LIMIT) {
        for (let less = least; less <= j; less++) next[less]! *= SHRINK;
        p *= SHRINK;
        total *= SHRINK;
      }
    }
    let from = least;
    while (from < to && next[from]! < IMPROBABLE * total) from++;
    first[idle] = from;
    last[idle] = to;
    rows[idle] = end - from;
    end += to - from + 1;
    makeRoomForRow(end);
    settle(idle, total, arrivalRate, specialists, callRate);
    top = idle;
    if (idle > 0) {
      weight *= Math.min(MOST_RATIO, ends[idle - 1]! / begins[idle]!);
      all += weight;
      if (weight < NEGLIGIBLE * all) break;
      if (all > LIMIT) {
        weight *= SHRINK;
        all *= SHRINK;
      }
    }
    if (ends[idle]! <= 0) break;
  }

  const { law } = space;
  for (let sweep = 0; sweep < (waiting < 1 ? SWEEPS.some : SWEEPS.endless); sweep++) {
    for (let idle = 1; idle <= top; idle++) {
      const from = first[idle]!;
      const to = last[idle]!;
      // Into a state from fewer and from more idle, by what flows across each border as a whole.
      const rise = begins[idle]! / ends[idle - 1]!;
      const lower = rows[idle - 1]!;
      const lowerFirst = first[idle - 1]!;
      const lowerLast = last[idle - 1]!;
      const fall = idle < top ? Math.min(MOST_RATIO, ends[idle]! / begins[idle + 1]!) : 0;
      const upper = rows[idle + 1]!;
      const upperFirst = first[idle + 1]!;
      const upperLast = idle < top ? last[idle + 1]! : -1;
      const perIdle = arrivalRate / (idle + 1);
      let total = 0;
      for (let j = from; j <= to; j++) {
        const busy = (specialists - idle + j) * callRate;
        let risen = 0;
        let fallen = 0;
        if (j >= lowerFirst && j <= lowerLast) risen = law[lower + j]! * (busy + callRate);
        if (j > lowerFirst && j - 1 <= lowerLast) risen += law[lower + j - 1]! * ended[j - 1]!;
        if (j >= upperFirst && j <= upperLast) fallen = law[upper + j]! * perIdle * (idle + 1 - j);
        if (j + 1 >= upperFirst && j < upperLast)
          fallen += law[upper + j + 1]! * (perIdle * (j + 1) + starts[j + 1]!);
        const into = (rise * risen + fall * fallen) / (busy + ended[j]! + arrivalRate + starts[j]!);
        next[j] = into;
        total += into;
      }
      if (total > FAINT) settle(idle, total, arrivalRate, specialists, callRate);
    }
  }
  weigh(top);
  return space;
}

/** Makes what is in `next` the law of the writers among so many idle; the rates from there to one more and to one fewer. */
function settle(
  idle: number,
  total: number,
  arrivalRate: RatePerSecond,
  specialists: number,
  callRate: RatePerSecond,
): void {
  const { law, first, last, rows, ends, begins, ended, starts, next } = space;
  const row = rows[idle]!;
  const share = 1 / total;
  let up = 0;
  let down = idle === 0 ? 0 : arrivalRate;
  const to = last[idle]!;
  for (let j = first[idle]!; j <= to; j++) {
    const p = next[j]! * share;
    law[row + j] = p;
    up += p * ((specialists - idle + j) * callRate + ended[j]!);
    down += p * starts[j]!;
  }
  ends[idle] = up;
  begins[idle] = down;
}

/** Sums over the states with somebody idle. */
function weigh(top: number): void {
  const { law, first, last, rows, ends, begins } = space;
  let unit = 1;
  let weight = 1;
  let all = 0;
  let agents = 0;
  let writers = 0;
  for (let idle = 1; idle <= top; idle++) {
    weight *= Math.min(MOST_RATIO, ends[idle - 1]! / begins[idle]!);
    const row = rows[idle]!;
    let mean = 0;
    for (let j = first[idle]!; j <= last[idle]!; j++) mean += j * law[row + j]!;
    all += weight;
    agents += idle * weight;
    writers += mean * weight;
    if (all > LIMIT) {
      unit *= SHRINK;
      weight *= SHRINK;
      all *= SHRINK;
      agents *= SHRINK;
      writers *= SHRINK;
    }
  }
  space.top = top;
  space.idle = all;
  space.idleAgents = agents;
  space.idleWriters = writers;
  space.weight = all / unit;
}
