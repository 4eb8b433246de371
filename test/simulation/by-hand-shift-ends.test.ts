/** What becomes of contacts when agents leave, on paper. */
import { describe, expect, it } from 'vitest';
import type {
  AgentGroup,
  CustomerClass,
  ServiceLevelDefinition,
  SimulationModel,
} from '../../src/simulation/model.ts';
import { recordDay } from '../../src/simulation/simulate.ts';
import { at, lasting, run, team } from './by-hand.ts';

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

  it('preemptive: another group that is free takes it up at once', () => {
    const early = team([1, 0], { staffing: { kind: 'counts', agents: [1, 0], shiftEnd: 'preemptive' } });
    const call: CustomerClass = {
      id: 'a',
      arrivals: at(90),
      handleTime: lasting(60),
      tiers: [{ groups: ['team'] }, { groups: ['other'] }],
    };
    const { groups } = run([call], [early, team([1, 1], { id: 'other' })], 2, 100);
    // 10 s with the first, the 50 s that are left with the second from 100 on.
    expect(groups.map(({ busy }) => busy.value * 200)).toEqual([10, 50]);
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

  it('preemptive: who still waits for the rest at the end waited no longer than for the first', () => {
    // The second waits from 40 to 60, is given back at 100, and nobody comes any more.
    const [a] = run(
      [{ ...calls(), arrivals: at(0, 40) }],
      [team([1, 0], { staffing: { kind: 'counts', agents: [1, 0], shiftEnd: 'preemptive' } })],
      2,
      100,
    ).classes;
    expect(a?.answered.value).toBe(1);
    expect(a?.stillWaiting.value).toBe(1);
    expect(a?.meanWaitAnswered?.value).toBe(10);
    expect(a?.meanWait?.value).toBe(10);
  });

  /** Contacts of 100 s come at 10, 20 and 30, each to an agent; all three leave at 100, one is there from 200 on. */
  const ends = (
    own: Partial<CustomerClass>,
    groups: AgentGroup[],
    handleTimes = [100, 100, 100],
  ): number[] => {
    const came = [10, 20, 30];
    const before = handleTimes.length - came.length;
    const model: SimulationModel = {
      horizon: { intervalSeconds: 100, intervals: 5 },
      classes: [
        {
          id: 'a',
          arrivals: { kind: 'instants', at: [...Array<number>(before).fill(0), ...came], handleTimes },
          handleTime: lasting(100),
          ...own,
        },
      ],
      groups,
    };
    return [...recordDay(model, 1, 0).contacts.end].slice(before);
  };

  it('preemptive: what several put down at once is resumed in the order in which it came', () => {
    const staffing = { kind: 'counts', agents: [3, 0, 1, 1, 1], shiftEnd: 'preemptive' } as const;
    // A call of 5 s lets the first agent, not the last, have the youngest of the three.
    // 90, 80 and 70 s are done; 10, 20 and 30 are left, one after the other from 200 on.
    expect(ends({}, [team([], { staffing })], [5, 100, 100, 100])).toEqual([210, 230, 260]);
    // also where who gives up is looked for by his place in the queue
    const redials: Partial<CustomerClass> = {
      patience: { distribution: lasting(1000) },
      followUps: [{ on: 'abandoned', probability: 1, delay: lasting(60) }],
    };
    expect(ends(redials, [team([], { staffing })], [5, 100, 100, 100])).toEqual([210, 230, 260]);
  });

  it('work that can wait, put down at the end of shifts, is resumed earliest due first', () => {
    const shifts: AgentGroup['staffing'] = {
      kind: 'shifts',
      shifts: [{ stretches: [[0, 100]], agents: 3 }, { stretches: [[200, 500]] }],
    };
    expect(ends({ deferred: { open: [[0, 500]], due: 300 } }, [team([], { staffing: shifts })])).toEqual([
      210, 230, 260,
    ]);
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
