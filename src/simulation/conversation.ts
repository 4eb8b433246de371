/**
 * How fast an agent works who holds several conversations at once.
 *
 * With turns, the agent is a single server visited by j customers who each think between turns: a
 * finite-source queue. He is at work the share of time in which at least one customer waits for his
 * turn, U(j) = 1 - 1 / sum over i = 0..j of j!/(j-i)! (a/z)^i, a and z the seconds of an agent's and a
 * customer's turn. Assumes exponential turns.
 *
 * Reference: finite-source queue, Kleinrock (1975), Queueing Systems I, 3.8.
 */
import type { Seconds, Share } from '../units.ts';
import type { Conversation } from './model.ts';

/** After-contact work makes every turn longer by its share: `afterShare` is that work per second of handle time. */
export function withAfterContact(conversation: Conversation, afterShare: number): Conversation {
  const { speed } = conversation;
  if (speed.kind !== 'turns') return conversation;
  return { ...conversation, speed: { ...speed, agentTurn: speed.agentTurn * (1 + afterShare) } };
}

/** Share of an agent's time at work while he holds 1, 2, ... `limit` conversations. */
export function turnUtilisation(agentTurn: Seconds, customerTurn: Seconds, limit: number): Share[] {
  const shares: Share[] = [];
  for (let j = 1; j <= limit; j++) {
    // 1 / sum, by the recursion of the Erlang loss formula on the inverse: no factorials.
    let idle = 1;
    for (let i = 1; i <= j; i++) {
      const load = (i * agentTurn) / customerTurn;
      idle = 1 / (1 + load / idle);
    }
    shares.push(customerTurn > 0 ? 1 - idle : 1);
  }
  return shares;
}

/**
 * Handle-time seconds done per second with 1, 2, ... `most` conversations, and the share of time the agent
 * is at work. An agent may hold more than this class's limit when another of his classes allows more:
 * turns say how fast he is then, given rates stay at their last.
 */
export function workRates(
  conversation: Conversation,
  most: number = conversation.limit,
): { rates: readonly number[]; busy: readonly Share[] } {
  const { limit, speed } = conversation;
  if (speed.kind === 'rates') {
    const rates = Array.from({ length: most }, (_, held) => speed.rates[Math.min(held, limit - 1)] ?? 1);
    return { rates, busy: rates.map(() => 1) };
  }
  const shares = turnUtilisation(speed.agentTurn, speed.customerTurn, most);
  return { rates: shares, busy: shares };
}
