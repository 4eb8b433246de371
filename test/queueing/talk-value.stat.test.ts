/** What one change does to a day of conversations, against the day solved again with it. */
import { describe, expect, it } from 'vitest';
import { chatAgents } from '../../src/queueing/chat-pool.ts';
import { DaySolver, type DayProblem } from '../../src/queueing/day-solver.ts';
import { DayValue } from '../../src/queueing/day-value.ts';
import { sharedStretches } from '../../src/queueing/shared-conversation-day.ts';
import { SharedPool } from '../../src/queueing/shared-conversations.ts';
import type { Stretch } from '../../src/queueing/waiting-ahead.ts';

const turns = [
  { limit: 3, patience: 90, rank: 0, agentTurn: 25, customerTurn: 50, handleTime: 240 },
  { limit: 5, patience: 600, rank: 0, agentTurn: 30, customerTurn: 120, handleTime: 300 },
];
const perHour = [
  [60, 10],
  [120, 30],
  [90, 40],
  [40, 10],
];
const people = [4, 7, 5, 3];

/** As channel 0 sees it; `changed` says how many come to it, and who is there, in one interval. */
function stretchesOf(channels: number, at = -1, volume = 1, more = 0): Stretch[] {
  const talks = turns.slice(0, channels);
  const pool = new SharedPool(talks);
  const agentsOf = talks.map(({ handleTime, agentTurn, customerTurn }) =>
    chatAgents({ agentTurn, customerTurn, limit: pool.highest })(handleTime),
  );
  const intervals = perHour.map((rates, i) => ({
    length: 600,
    arrivals: talks.map((_, k) => ((rates[k] ?? 0) / 3600) * (i === at && k === 0 ? volume : 1)),
    agentsOf,
  }));
  const stretchOf = sharedStretches(pool, talks, 0, intervals);
  return people.map((count, i) => ({
    ...stretchOf(i, count + (i === at ? more : 0)),
    countedRate: intervals[i]?.arrivals[0] ?? 0,
  }));
}

function total(problem: DayProblem): number {
  return new DaySolver(problem).solve().reduce((sum, { sums }) => sum + sums.answeredWithin, 0);
}

describe('a change of a day of conversations', () => {
  it.each([
    [1, 'named', 'replied', 60],
    [1, 'named', 'abandoned', Infinity],
    [1, 'preemptive', 'replied', 60],
    [2, 'named', 'replied', 60],
    [2, 'named', 'abandoned', Infinity],
    [2, 'named', 'answered', 700],
  ] as const)(
    'does what a re-solve says, to 1e-8: %d channels, %s, %s within %d s',
    (channels, shiftEnd, fate, threshold) => {
      const problem = { stretches: stretchesOf(channels), shiftEnd, fate, threshold, tolerance: 1e-9 };
      const value = new DayValue(problem);
      const now = total(problem);
      expect(value.day.count).toBeCloseTo(now, 9);
      for (const at of people.keys()) {
        for (const [volume, more] of [
          [1.1, 0],
          [1, 1],
          [1, -1],
        ] as const) {
          // Only what changes is another object: the rest of the day is taken from its value.
          const other = stretchesOf(channels, at, volume, more);
          const stretches = problem.stretches.map((own, i) => (i === at ? (other[i] ?? own) : own));
          const { count, offered } = value.effect(stretches);
          expect(Math.abs(count - (total({ ...problem, stretches }) - now))).toBeLessThan(1e-8);
          expect(offered).toBeCloseTo(volume === 1 ? 0 : (perHour[at]?.[0] ?? 0) / 60, 9);
        }
      }
    },
    30_000,
  );
});
