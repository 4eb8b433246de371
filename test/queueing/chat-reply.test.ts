import { describe, expect, it } from 'vitest';
import { answeredAfterWait } from '../../src/queueing/chat-reply.ts';
import { conversationCurve, replyLater, replyWithin } from '../../src/queueing/conversation-curve.ts';
import { ANSWERED_WITHIN, FIRST_FULL, WAITED, WAITING_SUMS } from '../../src/queueing/erlang-a-kernel.ts';
import { waitingSums } from '../../src/queueing/erlang-a-kernel.ts';
import { chatAgent } from '../../src/queueing/chat-pool.ts';
import { chatQueue, PoolMeasures } from '../../src/queueing/chat-queue.ts';

const curve = conversationCurve({ handleTime: 420, agentTurn: 25, customerTurn: 50, limit: 3 });
const full = curve[2] ?? curve[0]!;

/**
 * Origin: the same chance the other way round, ∫ P(waits, answered within T − u) dP(reply ≤ u) by Simpson's
 * rule on `nodes` points, with the wait from the Beta recursion of Erlang A instead of its density.
 */
function byReplyTime(
  drainRate: number,
  arrivalRate: number,
  patience: number,
  time: number,
  nodes = 4000,
): number {
  const out = new Float64Array(WAITING_SUMS);
  const waitWithin = (threshold: number): number => {
    waitingSums(out, 3, arrivalRate, drainRate, 1 / patience, threshold);
    return out[ANSWERED_WITHIN]! - (1 - out[WAITED]!);
  };
  const density = (u: number): number => {
    let term = Math.exp(-u / full.turnWork) / full.turnWork;
    return full.ahead.reduce((sum, share, i) => {
      const here = share * term;
      term *= u / full.turnWork / (i + 1);
      return sum + here;
    }, 0);
  };
  const step = time / nodes;
  let sum = 0;
  for (let j = 0; j <= nodes; j++) {
    const weight = j === 0 || j === nodes ? 1 : j % 2 === 1 ? 4 : 2;
    sum += weight * waitWithin(time - j * step) * density(j * step);
  }
  return (sum * step) / 3;
}

describe('first reply after a wait', () => {
  it.each([
    // drain per second, arrivals, patience, time: small and large pools, busy, overloaded, long and short limits
    [0.12, 0.1, 180, 300],
    [0.12, 0.2, 180, 300],
    [0.12, 0.1, 1200, 60],
    [2, 1.9, 300, 120],
    [2, 3, 300, 400],
    [12, 11.9, 600, 180],
  ])(
    'drain %d/s, arrivals %d/s, patience %d s, within %d s',
    { tags: 'slow' },
    (drainRate, arrivalRate, patience, time) => {
      const out = new Float64Array(WAITING_SUMS);
      waitingSums(out, 3, arrivalRate, drainRate, 1 / patience, Infinity);
      const firstFull = out[FIRST_FULL]!;
      const found = answeredAfterWait({ arrivalRate, drainRate, firstFull, patience }, full, time);
      const expected = byReplyTime(drainRate, arrivalRate, patience, time);
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
    },
  );

  it('adds two exponential times where an agent holds one contact and nobody leaves', () => {
    // Origin: wait given that there is one ~ exp(s), s = drain − arrivals; reply ~ exp(μ), independent:
    // P(sum ≤ T) = 1 − (s e^(−μT) − μ e^(−sT)) / (s − μ).
    const single = { handleTime: 180, agentTurn: 180, customerTurn: 0, limit: 1 };
    const chat = chatQueue({ contactsPerHour: 200, conversation: single, agents: 12 });
    const [mu, s] = [1 / 180, 12 / 180 - 200 / 3600];
    for (const time of [20, 300, 5000, 86_400]) {
      const reply = -Math.expm1(-mu * time);
      const both = 1 - (s * Math.exp(-mu * time) - mu * Math.exp(-s * time)) / (s - mu);
      const expected = (1 - chat.waitProbability) * reply + chat.waitProbability * both;
      expect(Math.abs(chat.firstResponseWithin(time) / expected - 1)).toBeLessThan(1e-10);
    }
  });

  it('keeps the digits of what is nearly nothing, or nearly all', () => {
    for (const point of curve) {
      for (const time of [1e-6, 1, 30, 200, 20_000, 1e9, Infinity]) {
        expect(replyWithin(point, time) + replyLater(point, time)).toBeCloseTo(1, 14);
      }
      // Origin: the density at 0 is P(nobody ahead) / turn.
      expect((replyWithin(point, 1e-9) * point.turnWork) / 1e-9).toBeCloseTo(point.ahead[0] ?? 0, 9);
    }
  });

  it('is judged from bounds as from the integral, in one object for pool after pool', () => {
    const agent = chatAgent({ handleTime: 420, agentTurn: 25, customerTurn: 50, limit: 3 });
    const used = new PoolMeasures(agent, 0, 180, 1);
    let undecided = 0;
    for (const patience of [180, undefined])
      for (const agents of [1, 4, 15, 60])
        for (const busy of [0.3, 0.7, 0.9, 0.97, 1.2]) {
          const rate = 3600 * busy * agents * agent.full.completionRate;
          const fresh = new PoolMeasures(agent, rate, patience, agents);
          used.become(agent, rate, patience, agents);
          for (const time of [20, 60, 180, 400]) {
            const within = fresh.firstResponseWithin(time);
            expect(used.firstResponseWithin(time)).toBe(within);
            expect(used.answeredWithin(time)).toBe(fresh.answeredWithin(time));
            for (const share of [0.5, 0.8, 0.95, within / fresh.answeredShare]) {
              if (!(share > 0)) continue;
              const asked = share * (1 + 1e-12);
              if (Math.abs(within / (asked * fresh.answeredShare) - 1) < 0.1) undecided++;
              expect(used.repliesWithin(time, asked)).toBe(within >= asked * fresh.answeredShare);
            }
          }
        }
    expect(undecided).toBeGreaterThan(100); // close calls, where the bounds do not decide
  });
});
