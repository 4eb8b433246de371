/** Work that waits and work that is shared, on paper: deferred contacts and conversations. */
import { describe, expect, it } from 'vitest';
import type { CustomerClass, SilentAbandon } from '../../src/simulation/model.ts';
import { recordDay } from '../../src/simulation/simulate.ts';
import { at, lasting, run, team } from './by-hand.ts';

describe('deferred work', () => {
  // Open 0-100 and 300-400. Arrives at 80, takes 50 s: 20 s done by the close, 30 s left at 300, reply at 330.
  it('pauses at the close, resumes at the opening, and counts open seconds', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(80),
          handleTime: lasting(50),
          deferred: {
            open: [
              [0, 100],
              [300, 400],
            ],
            due: 60,
          },
          serviceLevel: { threshold: 60 },
        },
      ],
      [team([1])],
    );
    const [a] = summary.classes;
    expect(a?.firstResponse.mean?.value).toBeCloseTo(50, 12);
    expect(a?.serviceLevel?.value).toBe(1);
    expect(summary.groups[0]?.occupancy?.value).toBeCloseTo(50 / 1000, 12);
  });

  // One agent from 10. A letter due late came first, another due sooner came second: the second is done first.
  it('takes the earliest due first', () => {
    const letter = (id: string, instant: number, due: number): CustomerClass => ({
      id,
      arrivals: at(instant),
      handleTime: lasting(30),
      deferred: { open: [[0, 1000]], due },
    });
    const summary = run(
      [letter('slow', 1, 500), letter('soon', 2, 100)],
      [
        {
          id: 'team',
          serves: [{ class: 'slow' }, { class: 'soon' }],
          takes: 'earliestDue',
          staffing: { kind: 'shifts', shifts: [{ stretches: [[10, 1000]] }] },
        },
      ],
    );
    expect(summary.classes[1]?.firstResponse.mean?.value).toBeCloseTo(38, 12);
    expect(summary.classes[0]?.firstResponse.mean?.value).toBeCloseTo(69, 12);
  });

  // Open 0-100 and 300-400. One agent works on the first from 0 to 100 and, 10 s being left, to 310. The second
  // comes at 10 and gives up at 260, in the night: 90 open seconds. With endless patience its place would
  // have come up at 310, after 100 open seconds, and its 20 s of work would have been done after 120.
  it.each([
    { threshold: 125, good: 1, watched: false },
    { threshold: 115, good: 1 / 2, watched: false },
    { threshold: 125, good: 1, watched: true },
    { threshold: 115, good: 1 / 2, watched: true },
  ])('gives up by the wall clock and counts open seconds ($threshold, $watched)', (asked) => {
    const deferred = {
      open: [
        [0, 100],
        [300, 400],
      ],
      due: 125,
    } as const;
    const [a] = run(
      [
        {
          id: 'a',
          arrivals: { ...at(0, 10), handleTimes: [110, 20] },
          handleTime: lasting(20),
          deferred,
          patience: { distribution: lasting(250) },
          serviceLevel: { threshold: asked.threshold, definition: 'virtual' },
          // The moment of leaving has a timer only where something may follow.
          followUps: asked.watched ? [{ on: 'abandoned', probability: 0, delay: lasting(1) }] : [],
        },
      ],
      [team([1])],
    ).classes;
    expect(a?.abandoned.value).toBe(1);
    // The first took 110 open seconds, the second left after 90.
    expect(a?.meanWait?.value).toBeCloseTo((110 + 90) / 2, 12);
    expect(a?.serviceLevel?.value).toBe(asked.good);
  });

  // Put down at 100 with 10 s of work left and 30 s of patience, it leaves at 130; taken up again at 300, it
  // would have been done after 110 open seconds.
  it.each([
    { threshold: 115, good: 1 },
    { threshold: 105, good: 0 },
  ])('asks what interrupted work would have come to ($threshold)', ({ threshold, good }) => {
    const [a] = run(
      [
        {
          id: 'a',
          arrivals: at(0),
          handleTime: lasting(110),
          deferred: {
            open: [
              [0, 100],
              [300, 400],
            ],
            due: threshold,
          },
          patience: { distribution: lasting(30) },
          serviceLevel: { threshold, definition: 'virtual' },
          followUps: [{ on: 'abandoned', probability: 0, delay: lasting(1) }],
        },
      ],
      [team([1])],
    ).classes;
    expect(a?.abandoned.value).toBe(1);
    expect(a?.serviceLevel?.value).toBe(good);
  });

  it('leaves undone work waiting at the end', () => {
    const summary = run(
      [{ id: 'a', arrivals: at(950), handleTime: lasting(100), deferred: { open: [[0, 1000]], due: 500 } }],
      [team([1])],
    );
    expect(summary.classes[0]?.answered.value).toBe(0);
    expect(summary.classes[0]?.stillWaiting.value).toBe(1);
    expect(summary.classes[0]?.serviceLevel).toBeNull();
  });
});

describe('conversations', () => {
  // One agent, limit 2, total speed 1 then 1.5: 60 s of work each, arrivals at 0 and 20. Alone until 20 (20 done);
  // then 0.75 each: the first ends 40/0.75 later, at 73.33, when the second has 20 s left, alone: 93.33.
  it('shares the agent’s speed', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 20, 30),
          handleTime: lasting(60),
          conversation: { limit: 2, speed: { kind: 'rates', rates: [1, 1.5] } },
        },
      ],
      [team([1])],
    );
    // The third waits from 30 until the first ends.
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo((20 + 40 / 0.75 - 30) / 3, 9);
  });

  // a allows 1 conversation, b 2. a is alone until 20 (20 done), then both at half speed: a ends at 20 + 40/0.5 =
  // 100, b has 20 left and ends at 120. The second a finds the agent above its own limit until then: waits 70.
  it('goes on when another class lets an agent hold more', () => {
    const conversation = (...rates: number[]) =>
      ({ limit: rates.length, speed: { kind: 'rates', rates } }) as const;
    const summary = run(
      [
        { id: 'a', arrivals: at(0, 50), handleTime: lasting(60), conversation: conversation(1) },
        { id: 'b', arrivals: at(20), handleTime: lasting(60), conversation: conversation(1, 1) },
      ],
      [{ id: 'team', serves: [{ class: 'a' }, { class: 'b' }], staffing: { kind: 'counts', agents: [1] } }],
    );
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo(70 / 2, 9);
  });

  it('spreads over agents before doubling up', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 10),
          handleTime: lasting(60),
          conversation: { limit: 3, speed: { kind: 'rates', rates: [1, 1, 1] } },
        },
      ],
      [team([2])],
    );
    // Each alone: 120 agent-seconds of work in 2000.
    expect(summary.groups[0]?.occupancy?.value).toBeCloseTo(120 / 2000, 12);
  });
});

describe('customers who leave a chat without a sign', () => {
  const chat = (silentAbandon?: SilentAbandon) =>
    run(
      [
        {
          id: 'a',
          arrivals: at(0, 10, 150),
          handleTime: lasting(60),
          patience: { distribution: lasting(20) },
          conversation: {
            limit: 1,
            speed: { kind: 'rates', rates: [1] },
            ...(silentAbandon ? { silentAbandon } : {}),
          },
        },
      ],
      [team([1])],
    );

  it('keep a place until the time-out, without work', () => {
    // The second gives up at 30; at 60 the agent takes it none the wiser, until 160; the third waits from 150 to 160.
    const summary = chat({ share: 1, timeOut: 100 });
    const [a] = summary.classes;
    expect(a?.answered.value).toBe(2);
    expect(a?.abandoned.value).toBe(1);
    expect(a?.meanWaitAnswered?.value).toBe(5);
    expect(a?.meanQueueLength.value).toBeCloseTo((20 + 10) / 1000, 12);
    expect(summary.groups[0]?.occupancy?.value).toBeCloseTo(120 / 1000, 12);
  });

  it('cost nothing when they say so', () => {
    expect(chat().classes[0]?.meanWaitAnswered?.value).toBe(0);
    expect(chat().classes[0]?.abandoned.value).toBe(1);
  });

  it('do not slow down the conversations beside them', () => {
    // Limit 2, each at full speed alone and half speed beside another. From 0 to 100 both places are taken, so
    // the customer of 30 is gone at 50 when his chat is taken at 100; the one of 120 shares the agent with a
    // place that is only held: 50 s of work end at 170.
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 0, 30, 120),
          handleTime: lasting(50),
          patience: { distribution: lasting(20) },
          conversation: {
            limit: 2,
            speed: { kind: 'rates', rates: [1, 1] },
            silentAbandon: { share: 1, timeOut: 500 },
          },
        },
      ],
      [team([1])],
    );
    expect(summary.groups[0]?.busy.value).toBeCloseTo((100 + 50) / 1000, 12);
  });
});

describe('a sticky class', () => {
  it('goes back to the agent who served last, if he is free', () => {
    // Agent 0 is free from 10 on, agent 1 from the start: at 110 the longest idle is agent 1.
    const followUps = [{ on: 'answered', probability: 1, delay: lasting(100), most: 1 }] as const;
    const day = (sticky: boolean) =>
      recordDay(
        {
          horizon: { intervalSeconds: 1000, intervals: 1 },
          classes: [{ id: 'a', arrivals: at(0), handleTime: lasting(10), followUps, sticky }],
          groups: [team([2])],
        },
        1,
        0,
      );
    expect([...day(true).contacts.agent]).toEqual([0, 0]);
    expect([...day(false).contacts.agent]).toEqual([0, 1]);
  });

  it('does not give a contact that its agent passes on to himself', () => {
    const followUps = [
      { on: 'answered', probability: 1, delay: lasting(0), to: 'b', transfer: true },
    ] as const;
    const { contacts } = recordDay(
      {
        horizon: { intervalSeconds: 1000, intervals: 1 },
        classes: [
          { id: 'a', arrivals: at(0), handleTime: lasting(10), followUps },
          { id: 'b', arrivals: at(), handleTime: lasting(10), sticky: true },
        ],
        groups: [team([2], { serves: [{ class: 'a' }, { class: 'b' }] })],
      },
      1,
      0,
    );
    expect([...contacts.agent]).toEqual([0, 1]);
  });
});
