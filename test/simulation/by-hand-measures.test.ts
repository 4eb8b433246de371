/** Measures beside the service level, of days worked out on paper. */
import { describe, expect, it } from 'vitest';
import { at, lasting, run, team } from './by-hand.ts';

describe('who waits when an interval ends', () => {
  // One agent takes 100 s a contact: at work from 0, 100, 200 on; intervals end at 60, 120, 180, 240.
  const waiting = (patience: number, instants: number[], intervals: number) => {
    const { classes } = run(
      [
        {
          id: 'a',
          arrivals: at(...instants),
          handleTime: lasting(100),
          patience: { distribution: lasting(patience) },
        },
      ],
      [team(Array.from({ length: intervals }, () => 1))],
      intervals,
      60,
    );
    const [a] = classes;
    return [...(a?.intervals ?? []), ...(a ? [a] : [])].map(({ queueAtEnd }) => queueAtEnd.value);
  };

  it('is counted, the last interval’s for the whole', () => {
    expect(waiting(1e6, [0, 10, 20], 4)).toEqual([2, 1, 1, 0, 0]);
    expect(waiting(1e6, [0, 10, 20], 2)).toEqual([2, 1, 1]);
  });

  // They leave at 55 and 65, which shows only when the agent asks for the next at 100.
  it('is not who gave up before, though nobody had noticed', () => {
    expect(waiting(45, [0, 10, 20], 4)).toEqual([1, 0, 0, 0, 0]);
  });

  // Nobody asks any more: the day ends at 60 with the second gone since 55.
  it('is not who gave up before the horizon ended', () => {
    expect(waiting(45, [0, 10, 20], 1)).toEqual([1, 1]);
  });
});

describe('within the threshold of 40 s', () => {
  const { classes } = run(
    [
      {
        id: 'a',
        arrivals: at(0, 10, 115, 180),
        handleTime: lasting(100),
        patience: { distribution: lasting(30) },
        serviceLevel: { threshold: 40 },
      },
    ],
    [team([1])],
  );
  const [a] = classes;

  it('are who was answered, who gave up, and who would have been answered', () => {
    // At 0 answered; 10 leaves at 40, its place up at 100; 115 answered at once; 180 leaves at 210, its place up at 215.
    expect(a?.answeredWithin.value).toBe(2);
    expect(a?.abandonedWithin.value).toBe(2);
    expect(a?.offeredWaitWithin?.value).toBeCloseTo(3 / 4, 12);
    expect(a?.serviceLevel?.value).toBeCloseTo(2 / 4, 12);
  });
});
