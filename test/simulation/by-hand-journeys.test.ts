/** Who comes, comes back and is passed on, on paper. */
import { describe, expect, it } from 'vitest';
import type { CustomerClass, SimulationModel } from '../../src/simulation/model.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';
import { at, lasting, run, team } from './by-hand.ts';

describe('batches', () => {
  it('come all at once', { tags: 'slow' }, () => {
    const model: SimulationModel = {
      horizon: { intervalSeconds: 36_000, intervals: 1 },
      classes: [
        {
          id: 'a',
          arrivals: { kind: 'rates', contactsPerHour: [300], batch: { kind: 'constant', size: 3 } },
          handleTime: lasting(1),
        },
      ],
      groups: [team([1])],
    };
    const { arrival } = recordDay(model, 3, 0).contacts;
    expect(arrival.length % 3).toBe(0);
    expect(arrival.length).toBeGreaterThan(2500);
    arrival.forEach((time, i) => expect(time).toBe(arrival[i - (i % 3)]));
  });
});

describe('lines, redials and bots', () => {
  it('blocks whoever finds every line taken', () => {
    const summary = simulateModel(
      {
        horizon: { intervalSeconds: 1000, intervals: 1 },
        classes: [{ id: 'a', arrivals: at(0, 1, 2, 70), handleTime: lasting(60) }],
        groups: [team([1])],
        lines: [{ classes: ['a'], count: 2 }],
      },
      { seed: 1, replications: 1 },
    );
    expect(summary.classes[0]?.blocked.value).toBe(1);
    expect(summary.classes[0]?.answered.value).toBe(3);
  });

  // Gives up at 10 + 30, redials 50 s later at 90, when the agent is free since 60.
  it('brings back a customer who gave up', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 10),
          handleTime: lasting(60),
          patience: { distribution: lasting(30) },
          followUps: [{ on: 'abandoned', probability: 1, delay: lasting(50) }],
        },
      ],
      [team([1])],
    );
    expect(summary.classes[0]?.arrivals.value).toBe(2);
    expect(summary.classes[0]?.offered.value).toBe(3);
    expect(summary.classes[0]?.answered.value).toBe(2);
    expect(summary.classes[0]?.abandoned.value).toBe(1);
  });

  it('keeps what the bot contains and hands the rest over', () => {
    const bot = { reach: 1, resolution: 0, recontact: 1, recontactDelay: lasting(100) };
    const calls = (containment: number): CustomerClass => ({
      id: 'a',
      arrivals: at(0, 1, 2),
      handleTime: lasting(10),
      bot: { ...bot, containment, handoverHandleTimeFactor: 2 },
    });
    const contained = run([calls(1)], [team([3])]);
    expect(contained.classes[0]?.bot?.contained.value).toBe(3);
    expect(contained.classes[0]?.bot?.recontacted.value).toBe(3);
    // They come back to an agent, past the bot, with the plain handle time.
    expect(contained.classes[0]?.answered.value).toBe(3);
    expect(contained.groups[0]?.occupancy?.value).toBeCloseTo(30 / 3000, 12);
    const handed = run([calls(0)], [team([3])]);
    expect(handed.classes[0]?.bot?.escalated.value).toBe(3);
    expect(handed.groups[0]?.occupancy?.value).toBeCloseTo(60 / 3000, 12);
  });
});

describe('what is carried into a day, and over it', () => {
  it('serves first who waited at the start, and counts what they had waited', () => {
    // One agent; two wait since 100 and 40 s. Served at 0 and 60; the one who comes at 10 at 120.
    const summary = run(
      [{ id: 'a', arrivals: at(10), handleTime: lasting(60), waitingAtStart: [40, 100] }],
      [team([1])],
    );
    expect(summary.classes[0]?.offered.value).toBe(3);
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo((100 + (40 + 60) + 110) / 3, 12);
  });

  it('leaves the backlog of one day to the next', () => {
    // Two days of 1000 s, open and staffed for the first 200 of each. Three letters of 150 s come at 0:
    // the first is done at 150, the second has 50 s behind it at 200 and is done at 1100, the third is begun.
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 0, 0),
          handleTime: lasting(150),
          deferred: {
            open: [
              [0, 200],
              [1000, 1200],
            ],
            due: 250,
          },
        },
      ],
      [
        team([], {
          staffing: {
            kind: 'shifts',
            shifts: [
              {
                stretches: [
                  [0, 200],
                  [1000, 1200],
                ],
              },
            ],
          },
        }),
      ],
      2,
    );
    const [a] = summary.classes;
    expect(a?.answered.value).toBe(2);
    expect(a?.stillWaiting.value).toBe(1);
    // Open seconds 150 and 300 against 250 promised.
    expect(a?.answeredWithin.value).toBe(1);
    expect(a?.firstResponse.mean?.value).toBeCloseTo(225, 12);
    // On the second day the third waits until 1100, and again from 1200 on.
    expect(a?.intervals[1]?.meanQueueLength.value).toBeCloseTo(0.9, 12);
  });
});

describe('the replay of a real list', () => {
  it('takes each contact at its own instant with its own handle time', () => {
    // One agent: 0 to 30, 30 to 40 (waited 20), 90 to 170 (at once), 170 to 175 (waited 70).
    const summary = run(
      [
        {
          id: 'a',
          arrivals: { kind: 'instants', at: [0, 10, 90, 100], handleTimes: [30, 10, 80, 5] },
          handleTime: lasting(999),
        },
      ],
      [team([1])],
    );
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo(90 / 4, 12);
    expect(summary.groups[0]?.busy.value).toBeCloseTo(125 / 1000, 12);
  });
});

describe('speed', () => {
  it('is the skill’s times the person’s', () => {
    // 60 s of work by someone at 0.8 × 0.5 of the usual pace: 150 s, after-contact work and all.
    const [group] = run(
      [{ id: 'a', arrivals: at(0), handleTime: lasting(40), afterContact: 20 }],
      [
        team([], {
          serves: [{ class: 'a', speed: 0.8 }],
          staffing: { kind: 'shifts', shifts: [{ stretches: [[0, 1000]], speed: 0.5 }] },
        }),
      ],
    ).groups;
    expect(group?.busy.value).toBeCloseTo(150 / 1000, 12);
  });

  it('is left aside by a group that has a handle time of its own', () => {
    const [group] = run(
      [{ id: 'a', arrivals: at(0), handleTime: lasting(40) }],
      [team([1], { serves: [{ class: 'a', handleTime: lasting(70) }] })],
    ).groups;
    expect(group?.busy.value).toBeCloseTo(70 / 1000, 12);
  });
});

describe('customers who are passed on or come back', () => {
  // One agent, busy from 0 to 30. The second comes at 5 and leaves at 15: his place comes up at 30, after 25 s,
  // whether or not anybody waits behind him, and whether or not his leaving has a timer.
  it.each([
    { threshold: 26, good: 1, followUps: [] },
    { threshold: 24, good: 1 / 2, followUps: [] },
    { threshold: 26, good: 1, followUps: [{ on: 'abandoned', probability: 0, delay: lasting(1) }] as const },
    {
      threshold: 24,
      good: 1 / 2,
      followUps: [{ on: 'abandoned', probability: 0, delay: lasting(1) }] as const,
    },
  ])('whoever left is asked about when his place comes up ($threshold)', ({ threshold, good, followUps }) => {
    const [a] = run(
      [
        {
          id: 'a',
          arrivals: at(0, 5),
          handleTime: lasting(30),
          patience: { distribution: lasting(10) },
          serviceLevel: { threshold, definition: 'virtual' },
          followUps,
        },
      ],
      [team([1])],
    ).classes;
    expect(a?.abandoned.value).toBe(1);
    expect(a?.serviceLevel?.value).toBe(good);
  });

  it('a transfer joins the other queue the moment the first agent is done', () => {
    // a: 0 to 50 with the first team, then in b's queue from 50; b's agent is busy until 80, done at 110.
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0),
          handleTime: lasting(50),
          followUps: [{ on: 'answered', probability: 1, delay: lasting(0), to: 'b', transfer: true }],
        },
        { id: 'b', arrivals: at(20), handleTime: lasting(60) },
      ],
      [team([1]), { id: 'second', serves: [{ class: 'b' }], staffing: { kind: 'counts', agents: [1] } }],
    );
    const [a, b] = summary.classes;
    expect(b?.offered.value).toBe(2);
    expect(b?.meanWaitAnswered?.value).toBeCloseTo((0 + 30) / 2, 12);
    // From the call at 0 to the end of the second talk at 140.
    expect(a?.journey?.timeToResolution?.value).toBe(140);
    expect(a?.journey?.transfersHandled?.value).toBe(1);
    // He called once: what agents pass on is no attempt of his own.
    expect(a?.journey?.attempts?.value).toBe(1);
    expect(a?.journey?.servedAtFirstAttempt?.value).toBe(1);
  });

  it('a recontact is a new contact of the same customer', () => {
    // 0 to 50, again at 150 for 50 more: resolved at 200 with the second.
    const [a] = run(
      [
        {
          id: 'a',
          arrivals: at(0),
          handleTime: lasting(50),
          followUps: [{ on: 'answered', probability: 1, delay: lasting(100), most: 1 }],
        },
      ],
      [team([1])],
    ).classes;
    expect(a?.arrivals.value).toBe(1);
    expect(a?.answered.value).toBe(2);
    expect(a?.journey?.attempts?.value).toBe(2);
    // He wanted a third contact and `most` forbade it: his need outlived the last one allowed.
    expect(a?.journey?.gaveUp?.value).toBe(1);
  });

  it('whoever finds no line comes back as told', () => {
    // One line, held until 60; the second is blocked at 10 and comes again at 90.
    const summary = simulateModel(
      {
        horizon: { intervalSeconds: 1000, intervals: 1 },
        classes: [
          {
            id: 'a',
            arrivals: at(0, 10),
            handleTime: lasting(60),
            followUps: [{ on: 'blocked', probability: 1, delay: lasting(80) }],
          },
        ],
        groups: [team([1])],
        lines: [{ classes: ['a'], count: 1 }],
      },
      { seed: 1, replications: 1 },
    );
    expect(summary.classes[0]?.blocked.value).toBe(1);
    expect(summary.classes[0]?.answered.value).toBe(2);
  });
});
