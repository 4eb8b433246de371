/** Deterministic arrivals and handle times: every count worked out on paper. */
import { describe, expect, it } from 'vitest';
import type { CustomerClass } from '../../src/simulation/model.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { at, lasting, run, team } from './by-hand.ts';

describe('one agent, three contacts', () => {
  // Arrivals at 0, 10, 100; each takes 60 s. Waits 0, 50, 20: the second starts at 60, the third at 120.
  const summary = run(
    [{ id: 'a', arrivals: at(0, 10, 100), handleTime: lasting(60), serviceLevel: { threshold: 20 } }],
    [team([1])],
  );
  const [a] = summary.classes;

  it('serves first come, first served', () => {
    expect(a?.offered.value).toBe(3);
    expect(a?.answered.value).toBe(3);
    expect(a?.meanWaitAnswered?.value).toBeCloseTo(70 / 3, 12);
    expect(a?.waitProbability?.value).toBeCloseTo(2 / 3, 12);
  });

  it('counts a wait of exactly the threshold as within', () => {
    expect(a?.serviceLevel?.value).toBeCloseTo(2 / 3, 12);
  });

  it('adds up queue and busy time', () => {
    expect(a?.meanQueueLength.value).toBeCloseTo(70 / 1000, 12);
    expect(summary.groups[0]?.occupancy?.value).toBeCloseTo(180 / 1000, 12);
  });
});

describe('patience', () => {
  // One agent busy 0-60 with the first; the second gives up at 10 + 30 = 40; the third (at 45) waits 15 s.
  it('lets a waiting contact go, and serves the next', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 10, 45),
          handleTime: lasting(60),
          patience: { distribution: lasting(30) },
          serviceLevel: { threshold: 20, definition: 'excludeAbandonsWithin' },
        },
      ],
      [team([1])],
    );
    const [a] = summary.classes;
    expect(a?.abandoned.value).toBe(1);
    expect(a?.answered.value).toBe(2);
    expect(a?.meanWait?.value).toBeCloseTo((0 + 30 + 15) / 3, 12);
    // Abandoned after 30 s, not within 20: stays in the denominator.
    expect(a?.serviceLevel?.value).toBeCloseTo(2 / 3, 12);
    expect(a?.meanQueueLength.value).toBeCloseTo(45 / 1000, 12);
  });
});

describe('priorities and tiers', () => {
  // A plain contact at 10 and an urgent one at 20 wait for the agent busy until 60: the urgent one goes first.
  it('takes the urgent class first', () => {
    const summary = run(
      [
        { id: 'a', arrivals: at(0, 10), handleTime: lasting(60), priority: 2 },
        { id: 'b', arrivals: at(20), handleTime: lasting(60), priority: 1 },
      ],
      [team([1], { serves: [{ class: 'a' }, { class: 'b' }] })],
    );
    expect(summary.classes[1]?.meanWaitAnswered?.value).toBeCloseTo(40, 12);
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo((0 + 110) / 2, 12);
  });

  it('takes the oldest when the group ignores priority', () => {
    const summary = run(
      [
        { id: 'a', arrivals: at(0, 10), handleTime: lasting(60), priority: 2 },
        { id: 'b', arrivals: at(20), handleTime: lasting(60), priority: 1 },
      ],
      [team([1], { serves: [{ class: 'a' }, { class: 'b' }], takes: 'oldest' })],
    );
    expect(summary.classes[1]?.meanWaitAnswered?.value).toBeCloseTo(100, 12);
  });

  // The second tier opens to a contact after 25 s of waiting: the one of 10 s is taken at 35.
  it('opens the next tier after a wait', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 10),
          handleTime: lasting(60),
          tiers: [{ groups: ['team'] }, { groups: ['backup'], after: 25 }],
        },
      ],
      [team([1]), { ...team([1]), id: 'backup' }],
    );
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo(25 / 2, 12);
    expect(summary.groups[1]?.occupancy?.value).toBeCloseTo(60 / 1000, 12);
  });
});

describe('the reserve of blending', () => {
  const calls = (rest: Partial<CustomerClass> = {}): CustomerClass => ({
    id: 'a',
    arrivals: at(100),
    handleTime: lasting(60),
    ...rest,
  });
  const mail = (instants: number[], seconds: number): CustomerClass => ({
    id: 'mail',
    arrivals: at(...instants),
    handleTime: lasting(seconds),
    deferred: { open: [[0, 1000]], due: 500 },
  });
  const blended = (agents: number[], reserve: number) =>
    team(agents, { serves: [{ class: 'a' }, { class: 'mail', priority: 2, reserve }] });

  // Two agents, reserve 1: deferred work at 0 takes one agent; the second piece waits although one is free.
  it('keeps the reserve free', () => {
    const [a, letters] = run([calls(), mail([0, 1], 200)], [blended([2], 1)]).classes;
    expect(a?.meanWaitAnswered?.value).toBe(0);
    // Replies at 200 and 400: responses of 200 and 399 s.
    expect(letters?.firstResponse.mean?.value).toBeCloseTo(299.5, 12);
  });

  // Three agents, reserve 5: it holds back two, so that one does the letters, at 0 and at 200. The call of
  // 100 leaves one of three free; the letter is taken at 200, when two are.
  it('is at most one fewer than the agents present', () => {
    const [a, letters] = run([calls(), mail([0, 1], 200)], [blended([3], 5)]).classes;
    expect(a?.meanWaitAnswered?.value).toBe(0);
    expect(letters?.firstResponse.mean?.value).toBeCloseTo(299.5, 12);
  });

  // Alone he does what comes: a letter at 0, until 200. The call of 100 waits for him.
  it('holds back nobody who is alone', () => {
    const [a, letters] = run([calls(), mail([0], 200)], [blended([1], 2)]).classes;
    expect(letters?.firstResponse.mean?.value).toBeCloseTo(200, 12);
    expect(a?.meanWaitAnswered?.value).toBeCloseTo(100, 12);
  });

  // Two agents, reserve 1, calls open until 50. The letter of 1 waits for that moment: replies at 200 and 250.
  it('ends when the last live class of the group closes', () => {
    const letters = run([calls({ open: [[0, 50]] }), mail([0, 1], 200)], [blended([2], 1)]).classes[1];
    expect(letters?.firstResponse.mean?.value).toBeCloseTo((200 + 249) / 2, 12);
  });

  // Calls open at 300 only. The letters of 0 and 1 take both agents; the one of 310 one of them; the one of
  // 311 waits for him: responses 200, 200, 200 and 399.
  it('begins when a live class opens', () => {
    const live = calls({ open: [[300, 1000]], arrivals: at(320) });
    const [a, letters] = run([live, mail([0, 1, 310, 311], 200)], [blended([2], 1)]).classes;
    expect(letters?.firstResponse.mean?.value).toBeCloseTo((200 + 200 + 200 + 399) / 4, 12);
    expect(a?.meanWaitAnswered?.value).toBe(0);
  });

  // Two agents until 100, then one; reserve 1. Calls from 0 to 60 and from 50 to 110, the second in the hands of the
  // one who leaves at 100. The letter of 70 is held back until then, though one is free: his reply is out at 300.
  it('shrinks when someone leaves', () => {
    const live = calls({ arrivals: at(0, 50) });
    const letters = run([live, mail([70], 200)], [blended([2, 1, 1, 1, 1], 1)], 5, 100).classes[1];
    expect(letters?.firstResponse.mean?.value).toBeCloseTo(230, 12);
  });

  it('changes nothing in a group without another live class', () => {
    const outcome = (reserve: number) =>
      run([mail([0, 1, 2, 150], 200)], [team([3, 2], { serves: [{ class: 'mail', reserve }] })], 2, 500);
    expect(outcome(2)).toEqual(outcome(0));
  });
});

describe('a promise about the answered', () => {
  it('is broken where contacts come and nobody is answered, and kept where none come', () => {
    const day = (...instants: number[]) =>
      run(
        [
          {
            id: 'a',
            arrivals: at(...instants),
            handleTime: lasting(10),
            patience: { distribution: lasting(30) },
            serviceLevel: { threshold: 20, definition: 'answered' },
            targets: {
              serviceLevel: 0.8,
              meanWaitAnswered: 20,
              firstResponse: { mean: 60, percentile: { share: 0.9, within: 60 } },
            },
          },
        ],
        [team([0])],
      ).classes[0];
    expect(Object.values(day(5)?.targetMet ?? {}).map((met) => met?.value)).toEqual([0, 0, undefined, 0, 0]);
    expect(day(5)?.targetsMet?.value).toBe(0);
    expect(day()?.targetsMet?.value).toBe(1);
  });
});

describe('the end of the horizon and closing', () => {
  it('counts who still waits, or lets them go', () => {
    const classes: CustomerClass[] = [{ id: 'a', arrivals: at(900, 990), handleTime: lasting(200) }];
    const still = run(classes, [team([1])]);
    expect(still.classes[0]?.stillWaiting.value).toBe(1);
    const gone = simulateModel(
      { horizon: { intervalSeconds: 1000, intervals: 1, atEnd: 'abandon' }, classes, groups: [team([1])] },
      { seed: 1, replications: 1 },
    );
    expect(gone.classes[0]?.abandoned.value).toBe(1);
    expect(gone.classes[0]?.meanQueueLength.value).toBeCloseTo(10 / 1000, 12);
  });

  it('sends home whoever waits when a live class closes', () => {
    const summary = run(
      [{ id: 'a', arrivals: at(0, 10, 500), handleTime: lasting(60), open: [[0, 50]] }],
      [team([1])],
    );
    expect(summary.classes[0]?.answered.value).toBe(1);
    expect(summary.classes[0]?.abandoned.value).toBe(1);
    expect(summary.classes[0]?.meanWait?.value).toBeCloseTo((0 + 40) / 2, 12);
  });

  it('turns away whoever comes while a live class is closed, in no ratio', () => {
    const summary = run(
      [
        {
          id: 'a',
          arrivals: at(0, 500, 600),
          handleTime: lasting(60),
          open: [[0, 50]],
          // Nobody gives up, so nobody redials.
          followUps: [{ on: 'abandoned', probability: 1, delay: lasting(10) }],
        },
      ],
      [team([1])],
    );
    const [closed] = summary.classes;
    expect(closed?.arrivals.value).toBe(3);
    expect(closed?.turnedAway.value).toBe(2);
    expect(closed?.offered.value).toBe(1);
    expect(closed?.abandonment?.value).toBe(0);
    expect(closed?.serviceLevel?.value).toBe(1);
  });

  it('turns away what a bot hands over after closing', () => {
    const summary = run(
      [
        {
          id: 'bot',
          arrivals: at(0, 45),
          handleTime: lasting(60),
          bot: {
            reach: 1,
            containment: 0,
            resolution: 0,
            recontact: 0,
            recontactDelay: lasting(0),
            duration: lasting(10),
            escalateTo: 'chat',
          },
        },
        { id: 'chat', handleTime: lasting(20), open: [[0, 50]] },
      ],
      [team([1], { serves: [{ class: 'chat' }] })],
    );
    expect(summary.classes[1]?.offered.value).toBe(1);
    expect(summary.classes[1]?.turnedAway.value).toBe(1);
    expect(summary.classes[0]?.bot?.escalated.value).toBe(2);
  });
});
