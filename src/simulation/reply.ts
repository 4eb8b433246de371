/**
 * How long an agent's own first reply takes, by the number of conversations he holds with it.
 *
 * The new message finds the agent as the other conversations alone would leave him: i messages before
 * it with the chance that a finite-source queue of that many customers has i pending. It takes those
 * and its own turn. Turns are exponential and carry their share of the after-contact work. The law is
 * that of the conversation curve of the analytic models, which without switching cost agrees with it.
 *
 * Reference: Sevcik & Mitrani (1981), "The Distribution of Queuing Network States at Input and Output
 * Instants", JACM 28(2): an arriving customer sees the network as it is without him.
 */
import { logarithm } from '../numeric/exp-log.ts';
import type { Probability, Seconds } from '../units.ts';
import { DRAW_REPLY, type FollowUps } from './follow-ups.ts';
import type { Conversation } from './model.ts';

export type ReplyLaw = {
  /** Seconds of work per turn. */
  readonly turn: Seconds;
  /** Chance of at most i messages before the new one, at `[others][i]`; the last of each is 1. */
  readonly ahead: readonly (readonly Probability[])[];
};

/** For agents who hold up to `most - 1` other conversations; null when nothing is known of turns. */
export function replyLaw({ speed }: Conversation, most: number): ReplyLaw | null {
  if (speed.kind !== 'turns') return null;
  const { agentTurn: turn, customerTurn } = speed;
  return { turn, ahead: Array.from({ length: most }, (_, others) => pending(others, turn, customerTurn)) };
}

/** Distribution function of the number pending among so many customers of one agent. */
function pending(customers: number, turn: Seconds, customerTurn: Seconds): Probability[] {
  // From "all pending" downwards: w(i) = w(i + 1) · (customer's turn / agent's turn) / (customers − i).
  const weights = new Float64Array(customers + 1);
  weights[customers] = 1;
  let total = 1;
  for (let i = customers - 1; i >= 0; i--) {
    weights[i] = ((weights[i + 1] ?? 0) * (customerTurn / turn)) / (customers - i);
    total += weights[i] ?? 0;
  }
  let below = 0;
  return Array.from(weights, (weight, i) => (i === customers ? 1 : (below += weight / total)));
}

/**
 * Seconds until the reply. The numbers belong to the customer: the same draws whoever takes him and
 * however many are before him.
 */
export function replyTime(
  law: ReplyLaw,
  others: number,
  draws: FollowUps,
  customer: number,
  origin: number,
): Seconds {
  const ahead = law.ahead[others] ?? [1];
  draws.draw(customer, origin, DRAW_REPLY);
  const place = draws.first;
  let units = -logarithm(draws.second);
  for (let i = 0; i < ahead.length - 1 && place >= (ahead[i] ?? 1); i++) {
    if (i % 2 === 0) draws.draw(customer, origin, DRAW_REPLY + 1 + i / 2);
    units -= logarithm(i % 2 === 0 ? draws.first : draws.second);
  }
  return law.turn * units;
}
