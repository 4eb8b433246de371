/**
 * The exact day of conversations whose agents also hold those of other channels: the base of
 * shared-conversations.ts, carried from interval to interval.
 *
 * What is open in the base, and who waits for it, is carried over. The mix of the channels and the
 * conversations beyond the base are those that the interval would settle at. At constant rates it is the
 * steady state of shared-conversations.ts; with one channel it is conversation-day.ts.
 *
 * Assumes one line for all channels of the lowest limit, first come first served. Leavers are any agents.
 */
import { DomainError } from '../errors.ts';
import type { RatePerSecond, Seconds } from '../units.ts';
import type { ChatAgent } from './chat-pool.ts';
import type { SharedPool } from './shared-conversations.ts';
import type { Talk } from './shared-line.ts';
import type { TalkMeasures } from './talk-measures.ts';
import type { DayStretch } from './transient-day.ts';
import type { Fate } from './waiting-ahead.ts';

/** The base as a chain of open conversations, with the mix and the annex it has settled on. */
export type BaseChain = {
  /** Contacts a second while a place is free, and while none is: then only those of the lowest limit join its line. */
  readonly arrivals: RatePerSecond;
  readonly lineArrivals: RatePerSecond;
  /** Completions per second with all places taken, and of who waits those who leave. */
  readonly drain: RatePerSecond;
  readonly leave: RatePerSecond;
  /** Of one agent's mix: completions per second, and share of time at work, with j conversations. */
  readonly rate: Float64Array;
  readonly use: Float64Array;
};

/** One interval of the channels of a pool, in their order. */
export type SharedInterval = {
  readonly length: Seconds;
  readonly arrivals: readonly RatePerSecond[];
  /** With a curve up to the highest limit. */
  readonly agentsOf: readonly ChatAgent[];
};

/**
 * The stretch of each interval with any number of agents, as one channel of the pool sees it; worked out once
 * for each number.
 *
 * @param pool of these channels, to work in
 */
export function sharedStretches(
  pool: SharedPool,
  talks: readonly Talk[],
  channel: number,
  intervals: readonly SharedInterval[],
): (interval: number, agents: number) => DayStretch {
  const known = intervals.map(() => new Map<number, DayStretch>());
  return (interval, agents) => {
    let stretch = known[interval]!.get(agents);
    if (!stretch) {
      stretch = stretchOf(pool, talks, channel, intervals[interval]!, agents, interval);
      known[interval]!.set(agents, stretch);
    }
    return stretch;
  };
}

function stretchOf(
  pool: SharedPool,
  talks: readonly Talk[],
  channel: number,
  { length, arrivals, agentsOf }: SharedInterval,
  agents: number,
  interval: number,
): DayStretch {
  const { lowest } = pool;
  const { curve, rate: ownRate, use: ownUse } = agentsOf[channel]!;
  const full = curve[lowest - 1]!;
  const all = arrivals.reduce((sum, rate) => sum + rate, 0);
  const places = agents * lowest;
  if (agents === 0 || all === 0) {
    const [rate, use] = [ownRate.slice(0, lowest + 1), ownUse.slice(0, lowest + 1)];
    return {
      interval,
      length,
      arrivalRate: all,
      agents: places,
      completionRate: rate[lowest]! / lowest,
      abandonRate: 1 / (talks[channel]!.patience ?? Infinity),
      crew: { agents, agent: { curve, full, rate, use } },
    };
  }
  pool.become(arrivals, agentsOf, agents);
  const { arrivals: arrivalRate, lineArrivals: lineRate, drain, leave, rate, use } = pool.chain();
  const beyond = pool.beyondBase(channel);
  return {
    interval,
    length,
    arrivalRate,
    lineRate,
    agents: places,
    completionRate: drain / places,
    abandonRate: leave,
    crew: {
      agents,
      agent: { curve, full, rate, use },
      beyond: beyond ? outcomeOf(beyond, curve[lowest]!.replyTime) : undefined,
    },
  };
}

/** In a line that never settles nobody is answered: who is then found a place. */
function outcomeOf(measures: TalkMeasures, replyTime: Seconds): (fate: Fate, deadline: Seconds) => number {
  const { answeredShare, meanWaitAnswered, meanFirstResponse } = measures;
  const settles = meanWaitAnswered < Infinity;
  return (fate, deadline) => {
    switch (fate) {
      case 'answered':
        return deadline === Infinity ? answeredShare : measures.answeredWithin(deadline);
      case 'abandoned':
        return deadline === Infinity ? 1 - answeredShare : measures.abandonedWithin(deadline);
      case 'offeredWait':
        return measures.offeredWaitWithin(deadline);
      case 'waitOfAnswered':
        return settles ? meanWaitAnswered * answeredShare : 0;
      case 'replied':
        return measures.firstResponseWithin(deadline);
      case 'replyOfAnswered':
        return answeredShare * (settles ? meanFirstResponse - meanWaitAnswered : replyTime);
      default:
        throw new DomainError('sharedStretches', 'fate', fate satisfies never, 'a fate');
    }
  };
}
