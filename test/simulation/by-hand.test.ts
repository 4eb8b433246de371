/** Deterministic arrivals and handle times: every count worked out on paper. */
import { describe, expect, it } from 'vitest';
import type {
  AgentGroup,
  CustomerClass,
  ServiceLevelDefinition,
  SilentAbandon,
  SimulationModel,
} from '../../src/simulation/model.ts';
import { recordDay, simulateModel } from '../../src/simulation/simulate.ts';

const at = (...instants: number[]) => ({ kind: 'instants', at: instants }) as const;
const lasting = (value: number) => ({ kind: 'constant', value }) as const;

function run(classes: CustomerClass[], groups: AgentGroup[], intervals = 1, intervalSeconds = 1000) {
  const model: SimulationModel = { horizon: { intervalSeconds, intervals }, classes, groups };
  return simulateModel(model, { seed: 1, replications: 1 });
}

const team = (agents: number[], rest: Partial<AgentGroup> = {}): AgentGroup => ({
  id: 'team',
  serves: [{ class: 'a' }],
  staffing: { kind: 'counts', agents },
  ...rest,
});

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

describe('shift ends', () => {
  const calls = (): CustomerClass => ({
    id: 'a',
    arrivals: at(90, 90.5, 95),
    handleTime: lasting(60),
    serviceLevel: { threshold: 20 },
  });
  // Two agents until 100, then one. Both busy from 90; the third contact waits from 95.
  it('named: the leaver finishes his contact, the one who stays takes the next', () => {
    const summary = run([calls()], [team([2, 1, 1])], 3, 100);
    // The last in leaves at 100; the other is free at 150.
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo(55 / 3, 12);
    expect(summary.groups[0]?.overrunHours.value).toBeCloseTo(50.5 / 3600, 12);
  });

  it('pooled: nobody starts until fewer are busy than the new number', () => {
    const summary = run(
      [calls()],
      [team([2, 1, 1], { staffing: { kind: 'counts', agents: [2, 1, 1], shiftEnd: 'pooled' } })],
      3,
      100,
    );
    // Free at 150 (pays the debt), then at 150.5.
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo(55.5 / 3, 12);
  });

  it('preemptive: a contact in hand goes back to the head of the queue', () => {
    const summary = run(
      [calls()],
      [team([2, 1, 1], { staffing: { kind: 'counts', agents: [2, 1, 1], shiftEnd: 'preemptive' } })],
      3,
      100,
    );
    // Given back at 100 with 50.5 s left, resumed at 150 and done at 200.5, when the third starts.
    // Judged when it was first answered, at once.
    expect(summary.classes[0]?.answered.value).toBe(3);
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBeCloseTo((0 + 0 + 105.5) / 3, 12);
    expect(summary.classes[0]?.serviceLevel?.value).toBeCloseTo(2 / 3, 12);
  });

  it('preemptive: who gives up after that was answered in time, and is lost all the same', () => {
    // Had 100 s of patience left when he was answered at 90.5; gone at 200, before anybody is free at 200.5.
    const patient = { ...calls(), patience: { distribution: lasting(100) } };
    const longer = { ...patient, handleTime: lasting(110.5) };
    const summary = run(
      [longer],
      [team([2, 1, 1], { staffing: { kind: 'counts', agents: [2, 1, 1], shiftEnd: 'preemptive' } })],
      3,
      100,
    );
    const [a] = summary.classes;
    // The third gave up at 195.
    expect(a?.answered.value).toBe(1);
    expect(a?.abandoned.value).toBe(2);
    expect(a?.answeredWithin.value).toBe(2);
    expect(a?.meanWaitAnswered?.value).toBe(0);
    expect(a?.meanWait?.value).toBeCloseTo(100 / 3, 12);
    expect(a?.serviceLevel?.value).toBeCloseTo(2 / 3, 12);
    const level = (definition: ServiceLevelDefinition) =>
      run(
        [{ ...longer, serviceLevel: { threshold: 20, definition } }],
        [team([2, 1, 1], { staffing: { kind: 'counts', agents: [2, 1, 1], shiftEnd: 'preemptive' } })],
        3,
        100,
      ).classes[0]?.serviceLevel?.value;
    expect(level('answered')).toBe(1);
  });

  it('takes nothing new in the last minutes of a shift', () => {
    const summary = run(
      [{ id: 'a', arrivals: at(85), handleTime: lasting(10) }],
      [
        team([], {
          staffing: {
            kind: 'shifts',
            shifts: [
              {
                stretches: [
                  [0, 100],
                  [200, 300],
                ],
                lastContact: 20,
              },
              { stretches: [[0, 100]], lastContact: 20 },
            ],
          },
        }),
      ],
    );
    // The first agent's last stretch is the second one: he still answers at 85.
    expect(summary.classes[0]?.meanWaitAnswered?.value).toBe(0);
  });
});

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
});

describe('batches', () => {
  it('come all at once', () => {
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
