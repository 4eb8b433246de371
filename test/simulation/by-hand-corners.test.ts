/** Where two rules meet, worked out on paper: each of these went wrong unnoticed when its line was broken. */
import { describe, expect, it } from 'vitest';
import { flippedCustomers } from '../../src/simulation/flips.ts';
import type { CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { isTimeToLook } from '../../src/simulation/stopping.ts';
import { at, lasting, run, team } from './by-hand.ts';

const horizon = { intervalSeconds: 1000, intervals: 1 };

describe('lines', () => {
  // At work from 0 for 100 s; he of 5 is first in the queue, so those of 40 and 50 are offered callbacks.
  it('are free again for the next when somebody takes a callback', () => {
    const model: SimulationModel = {
      horizon,
      lines: [{ classes: ['a'], count: 3 }],
      classes: [
        {
          id: 'a',
          arrivals: at(0, 5, 40, 50),
          handleTime: lasting(100),
          callback: { headWaits: 20, accept: 1, to: 'back' },
        },
        { id: 'back', handleTime: lasting(50), deferred: { open: [[0, 1000]], due: 500 } },
      ],
      groups: [team([1], { serves: [{ class: 'a' }, { class: 'back', priority: 2 }] })],
    };
    const [a, back] = simulateModel(model, { seed: 1, replications: 1 }).classes;
    expect(a?.blocked.value).toBe(0);
    expect(a?.calledBack.value).toBe(2);
    // Replies at 250 and 300.
    expect(back?.meanWaitAnswered?.value).toBe((210 + 250) / 2);
  });
});

describe('a tier that opens after a wait', () => {
  it('does not take who has given up by then', () => {
    const { classes } = run(
      [
        {
          id: 'a',
          arrivals: at(0, 1),
          handleTime: lasting(100),
          patience: { distribution: lasting(10) },
          tiers: [{ groups: ['team'] }, { groups: ['others'], after: 30 }],
        },
      ],
      [team([1]), team([1], { id: 'others' })],
    );
    expect([classes[0]?.answered.value, classes[0]?.abandoned.value]).toEqual([1, 1]);
  });
});

describe('a first reply', () => {
  // Two at once, a third who gives up at 1 s and keeps a place or not, and one alone in the second interval.
  const response = (share: number) => {
    const chat: CustomerClass = {
      id: 'a',
      arrivals: at(0, 0.1, 0.2, 500),
      handleTime: lasting(10),
      patience: { distribution: lasting(1) },
      conversation: {
        limit: 2,
        speed: { kind: 'turns', agentTurn: 5, customerTurn: 5 },
        silentAbandon: { share, timeOut: 900 },
      },
    };
    return run([chat], [team([1, 1, 1])], 3, 400).classes[0]?.intervals[1];
  };

  it('does not wait for a place that is only kept', () => {
    expect(response(1)?.answered.value).toBe(1);
    expect(response(1)?.firstResponseMean?.value).toBe(response(0)?.firstResponseMean?.value);
  });
});

describe('what waits at the start', () => {
  it('is taken by who has waited longest', () => {
    const { classes } = run(
      [{ id: 'a', handleTime: lasting(100), waitingAtStart: [10, 50], serviceLevel: { threshold: 20 } }],
      [team([1])],
    );
    expect(classes[0]?.meanWaitAnswered?.value).toBe((50 + 110) / 2);
    expect(classes[0]?.answeredWithin.value).toBe(0);
  });
});

describe('the agent who served a customer last', () => {
  // Answered 0 to 10, back at 15 with one of two free, whom the reserve keeps for calls; the other is back at 100.
  it('is not taken from the reserve', () => {
    const back = { on: 'answered', probability: 1, delay: lasting(5), most: 1 } as const;
    const { classes } = run(
      [
        { id: 'a', arrivals: at(0), handleTime: lasting(10), sticky: true, followUps: [back] },
        { id: 'calls', arrivals: at(12), handleTime: lasting(88) },
      ],
      [team([2], { serves: [{ class: 'a', reserve: 1 }, { class: 'calls' }] })],
    );
    expect(classes[0]?.answered.value).toBe(2);
    expect(classes[0]?.meanWaitAnswered?.value).toBe((0 + 85) / 2);
  });
});

describe('customers', () => {
  // He of 5 gives up at 25, and is answered 55 to 65; he of 6 at 26, and gives up again at 61.
  const model: SimulationModel = {
    horizon,
    classes: [
      {
        id: 'calls',
        arrivals: at(0, 5, 6),
        handleTime: lasting(100),
        patience: { distribution: lasting(20) },
        followUps: [{ on: 'abandoned', probability: 1, delay: lasting(30), to: 'chats' }],
      },
      { id: 'chats', handleTime: lasting(10), patience: { distribution: lasting(5) } },
    ],
    groups: ['calls', 'chats'].map((id) => team([1], { id, serves: [{ class: id }] })),
  };

  it('are at their end after a time that is the mean of those served', () => {
    const { customers } = simulateModel(model, { seed: 1, replications: 1 });
    expect(customers?.served?.value).toBeCloseTo(2 / 3, 12);
    expect(customers?.timeToResolution?.value).toBe((100 + 60) / 2);
  });

  it('are handled elsewhere only where an agent takes them', () => {
    const { customers } = simulateModel(model, { seed: 1, replications: 1 });
    expect(customers?.transfers?.value).toBeCloseTo(2 / 3, 12);
    expect(customers?.transfersHandled?.value).toBe(1 / 2);
  });

  // Answered at once and back at 110, when the agent has another until 200: he gives up.
  it('have got what their best contact got', () => {
    const returning = (agents: number): SimulationModel => ({
      horizon,
      classes: [
        {
          id: 'a',
          arrivals: at(0, 105),
          handleTime: lasting(100),
          patience: { distribution: lasting(20) },
          followUps: [{ on: 'answered', probability: 1, delay: lasting(10), most: 1 }],
        },
      ],
      groups: [team([agents])],
    });
    const [flips] = flippedCustomers(recordDay(returning(1), 1, 0), recordDay(returning(2), 1, 0));
    expect(flips).toEqual({ id: 'a', customers: 2, saved: 0, lost: 0, sooner: 0, later: 0 });
  });
});

describe('capacity that falls and rises again', () => {
  // Two at work from 0 to 250; one too many from 100, but not any more from 200: nobody goes home at 250.
  it('keeps whoever would have left', () => {
    const { classes } = run(
      [{ id: 'a', arrivals: at(0, 0, 260, 260), handleTime: lasting(250) }],
      [
        team([], {
          staffing: { kind: 'counts', agents: [2, 1, 2, 2, 2, 2], shiftEnd: 'pooled' },
        }),
      ],
      6,
      100,
    );
    expect(classes[0]?.answered.value).toBe(4);
    expect(classes[0]?.meanWaitAnswered?.value).toBe(0);
  });
});

describe('a class that closes', () => {
  it('counts who left without a sign as gone at the end of his patience', () => {
    const chat: CustomerClass = {
      id: 'a',
      arrivals: at(10),
      handleTime: lasting(10),
      patience: { distribution: lasting(20) },
      open: [[0, 100]],
      conversation: {
        limit: 1,
        speed: { kind: 'rates', rates: [1] },
        silentAbandon: { share: 1, timeOut: 50 },
      },
    };
    const [a] = run([chat], [team([0])]).classes;
    expect([a?.abandoned.value, a?.meanWait?.value]).toEqual([1, 20]);
  });
});

describe('a reason’s handle time', () => {
  it('stands before the group’s own for the class', () => {
    const order = { id: 'order', share: 1, handleTime: lasting(50) };
    const { groups } = run(
      [{ id: 'a', arrivals: at(0), handleTime: lasting(100), reasons: [order] }],
      [team([1], { serves: [{ class: 'a', handleTime: lasting(70) }] })],
    );
    expect(groups[0]?.busy.value).toBe(50 / 1000);
  });
});

it('a run is first looked at after 64 replications, then after twice as many', () => {
  const looks = Array.from({ length: 300 }, (_, n) => n + 1).filter(isTimeToLook);
  expect(looks).toEqual([64, 128, 256]);
});
