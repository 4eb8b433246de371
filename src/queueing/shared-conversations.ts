/**
 * Conversations of several channels in the hands of the same agents: one pool of places, of which a channel
 * with a lower limit may use fewer.
 *
 *     base    places up to the lowest limit, open to all channels; while it is full, channels of that limit wait
 *     annex   places beyond it: what the others get while the base is full
 *
 * Below its full state the base is the chain of chat-pool.ts with the arrivals of all channels, at the pace of
 * their mix; from there on only channels of the lowest limit make its line longer. Of those the ones that
 * every group takes first see no other line (exact: it begins and ends empty with each full spell); the next
 * wait in the line of both, time running slower by the share that the first take (the mean of a priority queue, Cobham
 * 1954, "Priority assignment in waiting line problems", Operations Research 2). The annex fills while the base
 * is full and empties at all times, a queue in a random environment of two states (O'Cinneide & Purdue 1986,
 * "The M/M/∞ queue in a random environment", Journal of Applied Probability 23): its mean decides how many
 * agents work at the higher level meanwhile.
 *
 * Assumes what chat-queue.ts does, and that each agent's conversations are a mix like the pool's. Do not use it
 * where some of the agents serve fewer of the channels than others.
 */
import type { Erlangs, Probability, RatePerSecond, Share } from '../units.ts';
import type { ChatAgent, ChatPool } from './chat-pool.ts';
import { emptyPool, endsEach, fillPool } from './chat-pool.ts';
import { ABANDONED, FIRST_FULL, WAITED, WAITING_SUMS, waitingSums } from './erlang-a-kernel.ts';
import type { BaseChain } from './shared-conversation-day.ts';
import { lineOf, type Talk } from './shared-line.ts';
import { TalkMeasures } from './talk-measures.ts';

/** What a pool has become and `measuresOf` reads, as it was: chances, rates per second, and by channel. */
export type KeptPool = {
  full: Probability;
  beyond: Probability;
  drain: RatePerSecond;
  lost: Probability;
  occupancy: Share;
  load: Erlangs;
  agents: number;
  readonly agentsOf: ChatAgent[];
  readonly level: Float64Array<ArrayBuffer>;
  readonly shares: Float64Array;
  readonly arrivals: Float64Array;
};

/** The mix is settled to within this share of it, and the annex to within this share of the agents. */
const SETTLED = 0.01;
/** The annex has come to rest when it moves by less than this share of the agents from round to round. */
const STILL = 0.02;
/** Where so few wait the mix is left as it is. */
const RARELY = 0.02;
const ROUNDS = 6;
/** Rounds of the mix that a steady flow would have, before any chain. */
const FLUID_ROUNDS = 4;
/** So much of the agents at least is not taken up by the annex. */
const LEAST_BASE = 0.1;
/** A line without patience does not settle unless it drains by this share faster than it fills. */
const NO_ROOM = 1e-9;
const NEGLIGIBLE = 1e-12;
/** The annex takes at most this share of the agents out of a base that is not full. */
const MOST_ELSEWHERE = 0.8;

export class SharedPool {
  /** Conversations per agent at which the base, and everything, is full. */
  readonly lowest: number;
  readonly highest: number;
  private readonly talks: readonly Talk[];
  private readonly measures: readonly TalkMeasures[];
  private readonly pool: ChatPool;
  private readonly sums = new Float64Array(WAITING_SUMS);
  /** Of the mix in the base: completions per second, and share of time at work, with j conversations. */
  private readonly base: { rate: Float64Array; use: Float64Array; rising: boolean };
  /** The same with one more. */
  private rateAbove: RatePerSecond = 0;
  private useAbove: Share = 0;
  /** Of each channel in what is open, and its arrivals and agents. */
  private readonly shares: Float64Array;
  private readonly arrivals: Float64Array;
  private agentsOf: readonly ChatAgent[] = [];
  private agents = 0;
  private all: RatePerSecond = 0;
  /** To the agents of the base while it is not full, as if they were all. */
  private inflow: RatePerSecond = 0;
  /** Of the channels of the lowest limit, with their mean patience. */
  private short: RatePerSecond = 0;
  private leave: RatePerSecond = 0;
  /** The base is full, and meanwhile so many agents hold more than its places. */
  private full: Probability = 0;
  private extra = 0;
  /** Agents who then hold no more than them, extra conversations held while it is not full, and chance that the annex is full too. */
  private spare = 0;
  private extraElse = 0;
  private beyond: Probability = 0;
  private drain: RatePerSecond = 0;
  private lost: Probability = 0;
  private occupancy: Share = 0;
  private load: Erlangs = 0;

  constructor(talks: readonly Talk[]) {
    this.talks = talks;
    this.lowest = talks.reduce((least, { limit }) => Math.min(least, limit), Infinity);
    this.highest = talks.reduce((most, { limit }) => Math.max(most, limit), 1);
    this.pool = emptyPool(this.lowest);
    const zeros = (): Float64Array => new Float64Array(this.lowest + 1);
    this.base = { rate: zeros(), use: zeros(), rising: true };
    this.shares = new Float64Array(talks.length);
    this.arrivals = new Float64Array(talks.length);
    this.measures = talks.map(() => new TalkMeasures());
  }

  /**
   * The pool at these arrivals. No checks: whole agents of at least 1, and somebody comes.
   *
   * @param agentsOf each channel's agent, with a curve up to the highest limit
   */
  become(arrivals: ArrayLike<RatePerSecond>, agentsOf: readonly ChatAgent[], agents: number): void {
    this.agentsOf = agentsOf;
    this.agents = agents;
    this.load = 0;
    this.all = 0;
    for (let k = 0; k < agentsOf.length; k++) {
      this.arrivals[k] = arrivals[k]!;
      this.all += arrivals[k]!;
      this.load += arrivals[k]! * agentsOf[k]!.handleTime;
    }
    const line = lineOf(this.talks, this.arrivals, this.lowest, this.lowest, Infinity);
    this.short = line.arrivalRate;
    this.leave = line.patience === undefined ? 0 : 1 / line.patience;
    this.noAnnex();
    this.startMix();
    for (let round = 0; round < ROUNDS; round++) {
      this.mixRates();
      // Who holds more than the base has places takes no part in it.
      const elsewhere = Math.min(this.extraElse, MOST_ELSEWHERE * agents);
      this.inflow = (this.all * agents) / (agents - elsewhere);
      fillPool(this.pool, this.base, this.inflow, agents);
      const still = this.fillFull();
      if (this.remix() && still) break;
    }
    const { base, full, lowest, useAbove } = this;
    const busyFull = this.spare * base.use[lowest]! + (agents - this.spare) * useAbove;
    this.occupancy = Math.min(1, ((full < 1 ? (1 - full) * this.pool.busy : 0) + full * busyFull) / agents);
  }

  /** What it has become, to be brought back without working it out again; in place of `old`, which a pool of the same channels gave. */
  kept(old?: KeptPool): KeptPool {
    const { full, beyond, drain, lost, occupancy, load, agents, agentsOf, pool, shares, arrivals } = this;
    if (!old)
      return {
        full,
        beyond,
        drain,
        lost,
        occupancy,
        load,
        agents,
        agentsOf: [...agentsOf],
        level: pool.level.slice(),
        shares: shares.slice(),
        arrivals: arrivals.slice(),
      };
    old.full = full;
    old.beyond = beyond;
    old.drain = drain;
    old.lost = lost;
    old.occupancy = occupancy;
    old.load = load;
    old.agents = agents;
    for (let k = 0; k < agentsOf.length; k++) old.agentsOf[k] = agentsOf[k]!;
    old.level.set(pool.level);
    old.shares.set(shares);
    old.arrivals.set(arrivals);
    return old;
  }

  /** Its measures are then those it had; `kept` belongs to a pool of the same channels. */
  bring(kept: KeptPool): void {
    this.full = kept.full;
    this.beyond = kept.beyond;
    this.drain = kept.drain;
    this.lost = kept.lost;
    this.occupancy = kept.occupancy;
    this.load = kept.load;
    this.agents = kept.agents;
    this.agentsOf = kept.agentsOf;
    this.pool.level.set(kept.level);
    this.shares.set(kept.shares);
    this.arrivals.set(kept.arrivals);
  }

  /** What the customers of one channel meet; overwritten by the next call for it. */
  measuresOf(channel: number): TalkMeasures {
    const { talks, lowest, highest, full, agents, pool } = this;
    const { limit, rank } = talks[channel]!;
    const { curve } = this.agentsOf[channel]!;
    const measures = this.measures[channel]!;
    const short = limit === lowest;
    const waiting = short ? full : full * this.beyond;
    const met = measures.metUpTo(highest);
    if (full < 1) for (let q = 0; q < lowest; q++) met[q] = (1 - full) * pool.level[q]!;
    if (!short) met[lowest] = full - waiting;
    const line = lineOf(talks, this.arrivals, lowest, limit, rank);
    // Time runs slower for those who come after others of their limit.
    const left = short ? Math.max(NO_ROOM, 1 - (line.first * (1 - this.lost)) / this.drain) : 1;
    measures.become({
      load: this.load,
      occupancy: this.occupancy,
      ownRate: this.arrivals[channel]!,
      waiting,
      curve,
      after: curve[(short ? lowest : highest) - 1]!,
      arrivalRate: left * line.arrivalRate,
      drainRate: left * (short ? this.drain : agents * this.mixedRate(highest)),
      patience: line.patience,
    });
    return measures;
  }

  /** What a day carries from interval to interval; of what it has become itself, not of what was brought back. */
  chain(): BaseChain {
    const { inflow, short, drain, leave, base } = this;
    return {
      arrivals: inflow,
      lineArrivals: short,
      drain,
      leave,
      rate: base.rate.slice(),
      use: base.use.slice(),
    };
  }

  /** What customers of a channel meet while the base is full who may be given places beyond it; null for the others. */
  beyondBase(channel: number): TalkMeasures | null {
    const { talks, lowest, highest, agents, beyond } = this;
    const { limit, rank } = talks[channel]!;
    if (limit === lowest) return null;
    const { curve } = this.agentsOf[channel]!;
    const measures = new TalkMeasures();
    measures.metUpTo(highest)[lowest] = 1 - beyond;
    const line = lineOf(talks, this.arrivals, lowest, limit, rank);
    measures.become({
      load: this.load,
      occupancy: this.occupancy,
      ownRate: this.arrivals[channel]!,
      waiting: beyond,
      curve,
      after: curve[highest - 1]!,
      arrivalRate: line.arrivalRate,
      drainRate: agents * this.mixedRate(highest),
      patience: line.patience,
    });
    return measures;
  }

  /** Shares of the channels in what is open, as a steady flow would have them. */
  private startMix(): void {
    const { shares, lowest, arrivals, agentsOf, agents } = this;
    let level = 1;
    for (let round = 0; round < FLUID_ROUNDS; round++) {
      let open = 0;
      for (let k = 0; k < shares.length; k++) {
        shares[k] = arrivals[k]! / endsEach(agentsOf[k]!, level);
        open += shares[k]!;
      }
      for (let k = 0; k < shares.length; k++) shares[k]! /= open;
      level = Math.min(lowest, Math.max(1, open / agents));
    }
  }

  private mixRates(): void {
    const { base, shares, lowest, highest, agentsOf } = this;
    const { rate, use } = base;
    rate.fill(0);
    use.fill(0);
    const above = Math.min(lowest + 1, highest);
    this.rateAbove = 0;
    this.useAbove = 0;
    for (let k = 0; k < shares.length; k++) {
      const share = shares[k]!;
      const own = agentsOf[k]!;
      for (let j = 1; j <= lowest; j++) {
        rate[j]! += share * own.rate[j]!;
        use[j]! += share * own.use[j]!;
      }
      this.rateAbove += share * own.rate[above]!;
      this.useAbove += share * own.use[above]!;
    }
    base.rising = true;
    for (let j = 1; j <= lowest; j++) if (rate[j]! < rate[j - 1]!) base.rising = false;
  }

  private mixedRate(level: number): RatePerSecond {
    const { shares, agentsOf } = this;
    let rate = 0;
    for (let k = 0; k < shares.length; k++) rate += shares[k]! * agentsOf[k]!.rate[level]!;
    return rate;
  }

  /** Chance that the base is full, and what the annex then holds; true where that has not moved. */
  private fillFull(): boolean {
    const { base, lowest, sums, pool, agents, short, leave, rateAbove } = this;
    const long = this.all - short;
    const before = this.spare;
    for (let pass = 0; pass < 3; pass++) {
      this.drain = Math.max(LEAST_BASE * agents, this.spare) * base.rate[lowest]!;
      const settles = leave > 0 || short < this.drain * (1 - NO_ROOM);
      let turns = 0;
      if (settles) {
        waitingSums(sums, pool.idle, short, this.drain, leave, 0);
        this.full = sums[WAITED]!;
        this.lost = sums[ABANDONED]!;
        turns = sums[FIRST_FULL]! * this.drain;
      } else {
        this.full = 1;
        this.lost = 1 - this.drain / short;
      }
      if (long <= 0 || rateAbove === 0 || this.full === 0) {
        this.noAnnex();
        return true;
      }
      // Full spells end and begin so often.
      const ends = turns / this.full;
      const begins = this.full < 1 ? turns / (1 - this.full) : Infinity;
      const filled = begins < Infinity ? (rateAbove + begins) / (rateAbove + ends + begins) : 1;
      const spare = this.spare;
      this.fillAnnex(long * filled);
      this.extraElse =
        this.full < 1 ? Math.max(0, (this.full * (long / rateAbove - this.extra)) / (1 - this.full)) : 0;
      if (Math.abs(this.spare - spare) * this.full < SETTLED * agents) break;
    }
    return Math.abs(this.spare - before) * this.full < STILL * agents;
  }

  private noAnnex(): void {
    this.spare = this.agents;
    this.extra = 0;
    this.extraElse = 0;
    this.beyond = 0;
  }

  /** The annex as it fills at this rate while the base is full. O(its places). */
  private fillAnnex(fills: RatePerSecond): void {
    const { lowest, highest, agents } = this;
    const places = agents * (highest - lowest);
    let weight = 1;
    let all = 1;
    let spare = agents;
    let extra = 0;
    let each = 0;
    let more = 0;
    let slow = 0;
    let fast = this.rateAbove;
    for (let held = 1; held <= places; held++) {
      if (++more > agents) {
        more = 1;
        each++;
        slow = fast;
        fast = this.mixedRate(lowest + each + 1);
      }
      weight *= fills / ((each === 0 ? 0 : (agents - more) * slow) + more * fast);
      all += weight;
      extra += weight * held;
      if (each === 0) spare += weight * (agents - more);
      if (weight < NEGLIGIBLE * all && more * fast > 2 * fills) {
        weight = 0;
        break;
      }
    }
    this.spare = spare / all;
    this.extra = extra / all;
    this.beyond = weight / all;
  }

  /** Shares anew from what is served of each channel; true where they stay. */
  private remix(): boolean {
    const { shares, lowest, full, pool, agents } = this;
    const open = (full < 1 ? (1 - full) * pool.open : 0) + full * (lowest * agents + this.extra);
    const level = Math.max(1, open / agents);
    const served = this.short > 0 ? 1 - this.lost : 1;
    let all = 0;
    for (let k = 0; k < shares.length; k++) all += this.openOf(k, level, served);
    let moved = 0;
    for (let k = 0; k < shares.length; k++) {
      const share = this.openOf(k, level, served) / all;
      moved = Math.max(moved, Math.abs(share - shares[k]!));
      shares[k] = share;
    }
    // While hardly anybody waits the mix moves nothing but how long a conversation takes.
    return moved < SETTLED || full < RARELY;
  }

  private openOf(channel: number, level: number, served: Share): number {
    const answered = this.talks[channel]!.limit === this.lowest ? served : 1;
    return (this.arrivals[channel]! * answered) / endsEach(this.agentsOf[channel]!, level);
  }
}
