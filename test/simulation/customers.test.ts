/** Ways and fates of single customers, counted by hand. */
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/simulation/check-model.ts';
import { flippedCustomers, listFlipped } from '../../src/simulation/flips.ts';
import { journeysFrom } from '../../src/simulation/journey.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { gather, recordDay } from '../../src/simulation/simulate.ts';
import { compileModel } from '../../src/simulation/compile.ts';
import { everyFamily } from './every-family.ts';
import { addJourneys, journeysOf } from './journeys-by-record.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;

/**
 * Calls of 100 s at t = 0, 10, 20, 300; who waits 60 s hangs up, and half a minute later calls the back
 * office, whom somebody else serves at once. One agent answers the first (0-100) and the last (300-400);
 * those of 10 and 20 give up at 70 and 80.
 */
const model = (agents: number, switching = true): SimulationModel => ({
  horizon: { intervalSeconds: 600, intervals: 1 },
  classes: [
    {
      id: 'calls',
      arrivals: { kind: 'instants', at: [0, 10, 20, 300] },
      handleTime: constant(100),
      patience: { distribution: constant(60) },
      ...(switching
        ? { followUps: [{ on: 'abandoned', probability: 1, delay: constant(30), to: 'office' }] }
        : {}),
    },
    { id: 'office', handleTime: constant(10) },
  ],
  groups: [
    { id: 'front', serves: [{ class: 'calls' }], staffing: { kind: 'counts', agents: [agents] } },
    { id: 'back', serves: [{ class: 'office' }], staffing: { kind: 'counts', agents: [5] } },
  ],
});

describe('journeysOf', () => {
  it('follows who gives up to the other channel', () => {
    const [calls, office] = journeysOf(recordDay(model(1), 1, 0));
    expect(calls).toMatchObject({
      toQueue: { first: 4, redial: 0, switch: 0 },
      fates: { inTime: 2, late: 0, abandoned: 2 },
      after: { abandoned: { redial: 0, switch: 2, gone: 0 } },
    });
    expect(office).toMatchObject({
      toQueue: { first: 0, switch: 2 },
      fates: { inTime: 2 },
      after: { abandoned: { gone: 0 } },
    });
  });

  it('counts who goes for good', () => {
    const [calls] = journeysOf(recordDay(model(1, false), 1, 0));
    expect(calls?.after.abandoned).toEqual({ redial: 0, switch: 0, recontact: 0, gone: 2 });
  });
});

describe('journeysFrom', () => {
  it('counts in all replications what their records say', { tags: 'slow' }, () => {
    const passing = {
      on: 'answered',
      probability: 0.2,
      delay: constant(0),
      to: 'mail',
      transfer: true,
    } as const;
    const chats = { on: 'abandoned', probability: 0.3, delay: constant(60), to: 'chat' } as const;
    const blocked = { on: 'blocked', probability: 0.5, delay: constant(60) } as const;
    const everything: SimulationModel = {
      ...everyFamily,
      classes: everyFamily.classes.map((c) =>
        c.id === 'calls'
          ? {
              ...c,
              callback: { headWaits: 20, accept: 0.4, to: 'mail' },
              followUps: [...(c.followUps ?? []), passing, chats, blocked],
            }
          : c,
      ),
      lines: [{ classes: ['calls'], count: 9 }],
    };
    expect(checkModel(everything)).toEqual([]);
    const days = [0, 1, 2].map((replication) => journeysOf(recordDay(everything, 3, replication)));
    const counted = journeysFrom(compileModel(everything), gather(everything, { seed: 3, replications: 3 }));
    expect(counted).toEqual(days.reduce(addJourneys));
    // There is something to count of every kind.
    const [calls, chat, mail] = counted;
    expect([calls?.takenOver, chat?.toQueue.switch, mail?.toQueue.recontact]).not.toContain(0);
    expect([calls?.after.abandoned.redial, calls?.after.blocked.redial]).not.toContain(0);
    expect([calls?.fates.calledBack, chat?.after.leftByBot.recontact]).not.toContain(0);
  });
});

describe('a warm-up', () => {
  // A minute before counting begins each class has customers whom it does not help; they come again at 10 to 50.
  it('leaves out what customers did after a contact that is not counted', () => {
    const warm: SimulationModel = {
      horizon: { intervalSeconds: 600, intervals: 1, warmUp: 60 },
      classes: [
        {
          id: 'calls',
          arrivals: { kind: 'instants', at: [-60, -50] },
          handleTime: constant(100),
          patience: { distribution: constant(60) },
          followUps: [{ on: 'abandoned', probability: 1, delay: constant(30), to: 'office' }],
        },
        {
          id: 'lined',
          arrivals: { kind: 'instants', at: [-60, -50] },
          handleTime: constant(100),
          followUps: [{ on: 'blocked', probability: 1, delay: constant(60) }],
        },
        {
          id: 'chat',
          arrivals: { kind: 'instants', at: [-50] },
          handleTime: constant(10),
          bot: { reach: 1, containment: 1, resolution: 0, recontact: 1, recontactDelay: constant(100) },
        },
        { id: 'office', handleTime: constant(10) },
      ],
      groups: ['calls', 'lined', 'chat', 'office'].map((id) => ({
        id,
        serves: [{ class: id }],
        staffing: { kind: 'counts', agents: [1] },
      })),
      lines: [{ classes: ['lined'], count: 1 }],
    };
    expect(checkModel(warm)).toEqual([]);
    const [calls, lined, chat, office] = journeysFrom(
      compileModel(warm),
      gather(warm, { seed: 1, replications: 1 }),
    );
    // He of -50 gave up at 10, and is in the office's line at 40 all the same.
    expect(calls?.fates.abandoned).toBe(0);
    expect(calls?.after.abandoned).toMatchObject({ switch: 0, gone: 0 });
    expect(office?.toQueue.switch).toBe(1);
    // Blocked at -50 and again at 10, then at 70 he gets through: the second time counts.
    expect(lined?.after.blocked).toMatchObject({ redial: 1, gone: 0 });
    expect(chat?.fates.leftByBot).toBe(0);
    expect(chat?.after.leftByBot).toMatchObject({ recontact: 0, gone: 0 });
  });
});

describe('flippedCustomers', () => {
  it('counts customers by what they got in the end', () => {
    // With two agents the calls of 0 and 10 are taken at once; that of 20 gives up at 80.
    const flips = flippedCustomers(recordDay(model(1, false), 1, 0), recordDay(model(2, false), 1, 0));
    expect(flips[0]).toEqual({ id: 'calls', customers: 4, saved: 1, lost: 0, sooner: 0, later: 0 });
    const back = flippedCustomers(recordDay(model(2, false), 1, 0), recordDay(model(1, false), 1, 0));
    expect(back[0]).toEqual({ id: 'calls', customers: 4, saved: 0, lost: 1, sooner: 0, later: 0 });
  });

  it('names them one by one, with what became of them', () => {
    const records = [recordDay(model(1, false), 1, 0), recordDay(model(2, false), 1, 0)] as const;
    // He of 10 hung up at 70, and is answered at once by the second agent.
    const saved = {
      id: 'calls',
      arrival: 10,
      before: { id: 'calls', outcome: 'abandoned', waited: 60 },
      after: { id: 'calls', outcome: 'answered', waited: 0 },
    };
    expect(listFlipped(...records, 10)).toEqual([saved]);
    expect(listFlipped(...records, 0)).toEqual([]);
    // Those of 10 and 20 give up, and are answered by the office at 100 and 110; or are lost.
    const lost = listFlipped(recordDay(model(1), 1, 0), recordDay(model(1, false), 1, 0), 10);
    expect(
      lost.map(({ arrival, before, after }) => [arrival, before.id, before.outcome, after.outcome]),
    ).toEqual([
      [10, 'office', 'answered', 'abandoned'],
      [20, 'office', 'answered', 'abandoned'],
    ]);
  });

  it('names them in order of their first contacts, of all classes', () => {
    const shop = (agents: number): SimulationModel => ({
      horizon: { intervalSeconds: 600, intervals: 1 },
      classes: ['calls', 'chats'].map((id, c) => ({
        id,
        arrivals: { kind: 'instants', at: [0, c === 0 ? 30 : 10] },
        handleTime: constant(100),
        patience: { distribution: constant(60) },
      })),
      groups: ['calls', 'chats'].map((id) => ({
        id,
        serves: [{ class: id }],
        staffing: { kind: 'counts', agents: [agents] },
      })),
    });
    const flipped = listFlipped(recordDay(shop(1), 1, 0), recordDay(shop(2), 1, 0), 10);
    expect(flipped.map(({ id, arrival }) => [id, arrival])).toEqual([
      ['chats', 10],
      ['calls', 30],
    ]);
    expect(listFlipped(recordDay(shop(1), 1, 0), recordDay(shop(2), 1, 0), 1)).toEqual(flipped.slice(0, 1));
  });

  it('tells of the last contact of one who is lost every time', () => {
    const [calls, office] = model(1).classes;
    if (!calls || !office) throw new Error('no classes');
    const closed: SimulationModel = {
      ...model(1),
      classes: [calls, { ...office, patience: { distribution: constant(5) } }],
      groups: model(1).groups.map((group) =>
        group.id === 'back' ? { ...group, staffing: { kind: 'counts', agents: [0] } } : group,
      ),
    };
    // he of 10 hangs up at 70, calls the office at 100, and gives up there after 5 s
    const [lost] = listFlipped(recordDay(closed, 1, 0), recordDay(model(2, false), 1, 0), 10);
    expect(lost).toMatchObject({
      arrival: 10,
      before: { id: 'office', outcome: 'abandoned', waited: 5 },
      after: { id: 'calls', outcome: 'answered' },
    });
  });

  it('lets a customer who got through elsewhere count as served', () => {
    const flips = flippedCustomers(recordDay(model(1), 1, 0), recordDay(model(1, false), 1, 0));
    expect(flips[0]).toMatchObject({ customers: 4, saved: 0, lost: 2 });
  });
});
