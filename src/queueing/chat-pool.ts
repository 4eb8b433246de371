/** The chain of open conversations in a pool of chat agents, up to the state in which all of them are full. */
import type { RatePerSecond, Seconds, Share } from '../units.ts';
import type { ConversationInputs, ConversationPoint } from './conversation-curve.ts';
import { conversationCurve } from './conversation-curve.ts';

/** The conversation curve with the numbers that the loops over a pool's states need. */
export type ChatAgent = {
  readonly curve: readonly ConversationPoint[];
  /** At the limit of conversations. */
  readonly full: ConversationPoint;
  readonly handleTime: Seconds;
  /** Completions per second, and share of time at work, with j conversations, j from 0. */
  readonly rate: Float64Array;
  readonly use: Float64Array;
  /** Each further conversation adds to what is completed. */
  readonly rising: boolean;
};

/** @throws {DomainError} as conversationCurve */
export function chatAgent(conversation: ConversationInputs): ChatAgent {
  const curve = conversationCurve(conversation);
  const full = curve.at(-1);
  if (full === undefined) throw new RangeError('a curve has at least one point');
  const rate = Float64Array.from([0, ...curve.map((point) => point.completionRate)]);
  return {
    curve,
    full,
    handleTime: conversation.handleTime,
    rate,
    use: Float64Array.from([0, ...curve.map((point) => point.utilisation)]),
    rising: rate.every((completions, j) => j === 0 || completions >= rate[j - 1]!),
  };
}

/** Handle times of several weeks' intervals. */
const MOST_KNOWN = 5000;

/**
 * The agents of a channel by handle time, each worked out once. After-contact work is the same share of any
 * handle time: who is faster is faster at both.
 */
export function chatAgents({
  afterShare = 0,
  ...conversation
}: Omit<ConversationInputs, 'handleTime' | 'afterContact'> & {
  readonly afterShare?: Share | undefined;
}): (handleTime: Seconds) => ChatAgent {
  const known = new Map<Seconds, ChatAgent>();
  return (handleTime) => {
    let agent = known.get(handleTime);
    if (!agent) {
      agent = chatAgent({ ...conversation, handleTime, afterContact: afterShare * handleTime });
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(handleTime, agent);
    }
    return agent;
  };
}

/** The pool below the point where every agent is full; filled again and again. */
export type ChatPool = {
  /** Weight of the states with a place free when the first full state weighs 1. */
  idle: number;
  /**
   * Given a place is free: chance that the newcomer's agent holds q before him. Agents go up and down in single
   * steps, so as many newcomers find an agent with q as conversations leave one with q behind. Not the fewest
   * that an even spread would leave: chance makes some agents emptier, and these are found.
   */
  level: Float64Array<ArrayBuffer>;
  /** Given a place is free: busy agents, and open conversations. */
  busy: number;
  open: number;
};

/** @param limit of conversations per agent, if it is known */
export function emptyPool(limit = 0): ChatPool {
  return { idle: 0, level: new Float64Array(limit), busy: 0, open: 0 };
}

const RESCALE_ABOVE = 1e200;
const NEGLIGIBLE = 1e-20;

/** From "all full" downwards: w(n − 1) = w(n) · completions at n / arrivals. O(agents · limit) at most. */
export function fillPool(
  pool: ChatPool,
  { rate, use, rising }: Pick<ChatAgent, 'rate' | 'use' | 'rising'>,
  arrivalRate: RatePerSecond,
  agents: number,
): void {
  const limit = rate.length - 1;
  if (pool.level.length === limit) pool.level.fill(0);
  else pool.level = new Float64Array(limit);
  const { level } = pool;
  if (arrivalRate === 0) {
    level[0] = 1;
    pool.idle = Infinity;
    pool.busy = 0;
    pool.open = 0;
    return;
  }
  const perArrival = 1 / arrivalRate;
  let weight = 1;
  let unit = 1; // weight of the first full state, after rescaling
  let total = 0;
  let busy = 0;
  let open = 0;
  let left = 0; // by conversations ended with agents who held one less than the others
  states: for (let q = limit - 1; q >= 0; q--) {
    const slow = rate[q]! * perArrival;
    const fast = rate[q + 1]! * perArrival;
    const idler = use[q]!;
    const busier = use[q + 1]!;
    let here = left;
    left = 0;
    for (let more = agents - 1; more >= 0; more--) {
      const slower = (agents - more - 1) * slow;
      const ratio = slower + (more + 1) * fast;
      left += weight * slower;
      here += weight * (ratio - slower);
      weight *= ratio;
      total += weight;
      busy += weight * ((agents - more) * idler + more * busier);
      open += weight * (q * agents + more);
      if (total > RESCALE_ABOVE) {
        const shrink = 1 / total;
        for (let i = q + 1; i < limit; i++) level[i]! *= shrink;
        here *= shrink;
        left *= shrink;
        weight *= shrink;
        unit *= shrink;
        busy *= shrink;
        open *= shrink;
        total = 1;
      }
      // Below the mode the weights only fall, faster and faster.
      if (rising && weight < NEGLIGIBLE * total && ratio < 0.9) {
        level[q] = here;
        if (q > 0) level[q - 1] = left;
        break states;
      }
    }
    level[q] = here;
  }
  for (let q = 0; q < limit; q++) level[q]! /= total;
  pool.idle = total / unit;
  pool.busy = busy / total;
  pool.open = open / total;
}

/** Ends per second of one conversation with an agent who holds `level`, whole or in between. */
export function endsEach({ rate }: ChatAgent, level: number): RatePerSecond {
  const most = rate.length - 1;
  const low = Math.min(most, Math.max(1, Math.floor(level)));
  const high = Math.min(most, low + 1);
  const at = rate[low]! / low;
  return at + Math.min(1, Math.max(0, level - low)) * (rate[high]! / high - at);
}
