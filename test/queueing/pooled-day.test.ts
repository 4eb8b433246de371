/** Pooled shift ends in teams of a few agents, where the line is long for them. */
import { expect, it } from 'vitest';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';

it.each([
  { patience: undefined, planned: [0, 1, 3, 0], offered: [15, 75, 11, 48] },
  { patience: 3000, planned: [2, 0, 3, 0], offered: [114, 116, 62, 149] },
  { patience: 600, planned: [1, 0, 2, 0], offered: [17, 111, 33, 92] },
])(
  'answers, by arrival, as many as start before nobody is left: $planned',
  { tags: 'slow' },
  ({ patience, planned, offered }) => {
    const day = {
      intervalLength: 300,
      handleTime: 200,
      patience,
      threshold: 20,
      shiftEnd: 'pooled' as const,
      tolerance: 1e-4,
      intervals: planned.map((agents, i) => ({ agents, contactsPerHour: offered[i]! })),
    };
    const { answered } = dayOutcomes(day).day;
    const started = transientDay(day).day.answered;
    expect(started).toBeGreaterThan(1);
    expect(Math.abs(answered / started - 1)).toBeLessThan(1e-4);
  },
);
