/**
 * The pool model against every agent's conversations simulated one by one: what it costs to take
 * agents for settled at what they hold. Turns 30 s, thinking 60 s, ten turns in the mean, at most 3.
 */
import { expect, it } from 'vitest';
import { chatQueue } from '../../src/queueing/chat-queue.ts';
import { conversationCurve } from '../../src/queueing/conversation-curve.ts';

const conversation = { handleTime: 300, agentTurn: 30, customerTurn: 60, limit: 3 };

/** A 32-bit generator (mulberry32), so that runs repeat. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In batches, nobody gives up: share of arrivals that find all agents full, and conversations held by the agents of the others. */
function simulate(
  agents: number,
  arrivalRate: number,
  batches: number,
  arrivals: number,
  seed: number,
): { readonly waiting: number[]; readonly met: number[] } {
  const random = generator(seed);
  const held = new Int32Array(agents);
  const pending = new Int32Array(agents);
  let [busy, thinking, line] = [0, 0, 0];
  const waiting: number[] = [];
  const met: number[] = [];
  const open = (agent: number): void => {
    held[agent]! += 1;
    if ((pending[agent] ?? 0) === 0) busy++;
    pending[agent]! += 1;
  };
  for (let batch = -1; batch < batches; batch++) {
    let [seen, waited, found] = [0, 0, 0];
    while (seen < arrivals) {
      const [work, think] = [busy / 30, thinking / 60];
      let u = random() * (arrivalRate + work + think);
      if (u < arrivalRate) {
        seen++;
        let least = 0;
        for (let a = 1; a < agents; a++) if (held[a]! < held[least]!) least = a;
        if (held[least]! < 3) {
          found += held[least]!;
          open(least);
        } else {
          waited++;
          line++;
        }
      } else if (u < arrivalRate + work) {
        // One of the busy agents answers; the customer reads and thinks.
        let nth = Math.floor(random() * busy);
        let a = 0;
        while ((pending[a] ?? 0) === 0 || nth-- > 0) a++;
        pending[a]! -= 1;
        thinking++;
        if ((pending[a] ?? 0) === 0) busy--;
      } else {
        // One of those thinking is done: writes again, or the conversation ends.
        let nth = Math.floor(random() * thinking);
        let a = 0;
        while (nth >= held[a]! - pending[a]!) nth -= held[a]! - pending[a++]!;
        thinking--;
        if (random() < 0.9) {
          if ((pending[a] ?? 0) === 0) busy++;
          pending[a]! += 1;
        } else {
          held[a]! -= 1;
          if (line > 0) {
            line--;
            open(a);
          }
        }
      }
    }
    // The first batch warms up.
    if (batch >= 0) {
      waiting.push(waited / seen);
      met.push(found / (seen - waited));
    }
  }
  return { waiting, met };
}

// Measured with these seeds: the model is 1.3 % low (standard error 0.8 %) with 5 agents, 5.4 % (1.2 %) with 10.
it.each([
  [5, 1],
  [10, 2],
])(
  '%d agents at 85 per cent of the full pool (seed %d): chance to wait within 8 per cent',
  (agents, seed) => {
    const full = conversationCurve(conversation).at(-1)!.completionRate;
    const arrivalRate = 0.85 * agents * full;
    const { waiting } = simulate(agents, arrivalRate, 40, 40_000, seed);
    const { mean, error } = meanOf(waiting);
    const { waitProbability } = chatQueue({ contactsPerHour: arrivalRate * 3600, conversation, agents });
    expect(4 * error).toBeLessThan(0.05 * mean);
    expect(Math.abs(waitProbability - mean)).toBeLessThan(0.08 * mean);
  },
);

// Measured with these seeds: 0.04 to 0.09 too low. An even spread of the conversations is 0.23 to 0.32 too high.
it.each([
  [5, 0.85, 3],
  [10, 0.85, 4],
  [10, 0.5, 5],
  [25, 0.7, 6],
])('%d agents at %d of the full pool (seed %d): conversations a newcomer finds', (agents, share, seed) => {
  const full = conversationCurve(conversation).at(-1)!.completionRate;
  const arrivalRate = share * agents * full;
  const { mean, error } = meanOf(simulate(agents, arrivalRate, 20, 20_000, seed).met);
  const chat = chatQueue({ contactsPerHour: arrivalRate * 3600, conversation, agents });
  // Whoever waited starts with two others; the rest are those who found a place free.
  const free = 1 - chat.waitProbability;
  const met = (chat.startsAt.reduce((sum, part, j) => sum + part * j, 0) - (1 - free) * 2) / free;
  expect(4 * error).toBeLessThan(0.025);
  expect(Math.abs(met - mean)).toBeLessThan(0.1);
});

function meanOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}
