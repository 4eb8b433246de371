/** Records of single contacts, against counts and against days worked out on paper. */
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../src/simulation/compile.ts';
import * as K from '../../src/simulation/counters.ts';
import { type DayRecord, OUTCOMES } from '../../src/simulation/day-record.ts';
import type { SimulationModel } from '../../src/simulation/model.ts';
import { recordDay, runReplication } from '../../src/simulation/simulate.ts';

const constant = (value: number) => ({ kind: 'constant', value }) as const;
const outcomes = ({ contacts }: DayRecord) => [...contacts.outcome].map((outcome) => OUTCOMES[outcome]);

describe('the record of a day', () => {
  it('follows one customer through bot, abandonment, redial and answer', () => {
    // The bot keeps the customer of t = 10 for 5 s and hands him over; the agent is busy until 100; he gives
    // up at 15 + 30 = 45, redials 40 s later at 85, and is answered at 100 until 120. The customer of
    // `held`, in hand from 0, takes 100 s.
    const model: SimulationModel = {
      horizon: { intervalSeconds: 200, intervals: 1 },
      classes: [
        {
          id: 'calls',
          arrivals: { kind: 'instants', at: [10] },
          handleTime: constant(20),
          patience: { distribution: constant(30) },
          bot: {
            reach: 1,
            containment: 0,
            resolution: 0,
            recontact: 0,
            recontactDelay: constant(0),
            duration: constant(5),
          },
          followUps: [{ on: 'abandoned', probability: 1, delay: constant(40) }],
        },
        { id: 'held', arrivals: { kind: 'instants', at: [0] }, handleTime: constant(100) },
      ],
      groups: [
        {
          id: 'team',
          serves: [{ class: 'calls' }, { class: 'held' }],
          staffing: { kind: 'shifts', shifts: [{ stretches: [[0, 150]] }] },
        },
      ],
    };
    const record = recordDay(model, 1, 0);
    const { contacts, work, presence } = record;
    expect(outcomes(record)).toEqual(['answered', 'handedOver', 'abandoned', 'answered']);
    expect([...contacts.class]).toEqual([1, 0, 0, 0]);
    expect([...contacts.parent]).toEqual([-1, -1, 1, 2]);
    expect([...contacts.attempt]).toEqual([0, 0, 0, 1]);
    expect([...contacts.arrival]).toEqual([0, 10, 15, 85]);
    expect([...contacts.start]).toEqual([0, 10, Infinity, 100]);
    expect([...contacts.end]).toEqual([100, 15, 45, 120]);
    expect([...contacts.waited]).toEqual([0, 0, 30, 15]);
    expect([...contacts.within]).toEqual([1, 0, 0, 1]);
    expect([...contacts.group]).toEqual([0, -1, -1, 0]);
    expect(work).toEqual({
      contact: Int32Array.of(0, 3),
      agent: Int32Array.of(0, 0),
      from: Float64Array.of(0, 100),
      to: Float64Array.of(100, 120),
    });
    expect(presence).toEqual({
      agent: Int32Array.of(0),
      from: Float64Array.of(0),
      to: Float64Array.of(150),
    });
  });

  it('keeps the pauses of deferred work, its open seconds, and what is left over', () => {
    // 60 s of work begun at 80, paused at 100 with 40 s left, resumed at 200 and done at 240: 20 + 40 open
    // seconds. What comes at 230 is in hand at the end of the horizon.
    const record = recordDay(
      {
        horizon: { intervalSeconds: 250, intervals: 1 },
        classes: [
          {
            id: 'mail',
            arrivals: { kind: 'instants', at: [80, 230] },
            handleTime: constant(60),
            waitingAtStart: [30],
            deferred: { open: [[0, 100], [200, 300]], due: 55 }, // prettier-ignore
          },
        ],
        groups: [{ id: 'desk', serves: [{ class: 'mail' }], staffing: { kind: 'counts', agents: [1] } }],
      },
      1,
      0,
    );
    const { contacts, work } = record;
    expect([...contacts.arrival]).toEqual([-30, 80, 230]);
    expect([...contacts.waited]).toEqual([90, 60, 20]);
    expect(outcomes(record)).toEqual(['answered', 'answered', 'waiting']);
    expect([...contacts.within]).toEqual([0, 0, 0]);
    expect([...contacts.end]).toEqual([60, 240, Infinity]);
    expect([...work.contact]).toEqual([0, 1, 1, 2]);
    expect([...work.from]).toEqual([0, 80, 200, 240]);
    expect([...work.to]).toEqual([60, 100, 240, Infinity]);
  });

  it('tells the same day as the counters, agents whole or shared', { tags: 'slow' }, () => {
    const model: SimulationModel = {
      horizon: { intervalSeconds: 1800, intervals: 4 },
      classes: [
        {
          id: 'calls',
          arrivals: { kind: 'rates', contactsPerHour: [60, 120, 100, 40] },
          handleTime: { kind: 'lognormal', mean: 200, cv: 1 },
          patience: { distribution: { kind: 'exponential', mean: 60 }, leavesAtOnce: 0.1 },
          followUps: [
            { on: 'abandoned', probability: 0.5, delay: { kind: 'exponential', mean: 300 }, to: 'chat' },
          ],
        },
        {
          id: 'chat',
          arrivals: { kind: 'rates', contactsPerHour: [40, 60, 60, 40] },
          handleTime: { kind: 'exponential', mean: 300 },
          patience: { distribution: { kind: 'exponential', mean: 120 } },
          conversation: { limit: 3, speed: { kind: 'turns', agentTurn: 30, customerTurn: 60 } },
        },
      ],
      groups: [
        {
          id: 'team',
          serves: [{ class: 'calls' }, { class: 'chat' }],
          staffing: { kind: 'counts', agents: [6, 8, 8, 4] },
        },
      ],
    };
    for (const shiftEnd of ['named', 'pooled', 'preemptive'] as const) {
      const [team] = model.groups;
      const staffing = { kind: 'counts', agents: [6, 8, 8, 4], shiftEnd } as const;
      // Only named agents share contacts with conversations.
      const served =
        shiftEnd === 'preemptive' ? { ...model, classes: model.classes.map(withoutTurns) } : model;
      const day = { ...served, groups: team ? [{ ...team, staffing }] : [] };
      const record = recordDay(day, 7, 3);
      const counters = runReplication(compileModel(day), 7, 3);
      const counted = (field: number) => {
        let sum = 0;
        for (let at = field; at < counters.cells.length; at += K.CLASS_FIELDS) sum += counters.cells[at] ?? 0;
        return sum;
      };
      const recorded = (outcome: (typeof OUTCOMES)[number]) =>
        outcomes(record).filter((own) => own === outcome).length;
      expect(recorded('answered')).toBe(counted(K.ANSWERED));
      expect(recorded('abandoned')).toBe(counted(K.ABANDONED));
      expect(recorded('waiting')).toBe(counted(K.STILL_WAITING));
      expect(record.contacts.within.reduce((sum, within) => sum + within, 0)).toBe(counted(K.WITHIN));
      // Waits until the first answer, of those put back and lost afterwards too.
      const { waited, agent } = record.contacts;
      const answeredWaits = waited.filter((_, i) => (agent[i] ?? -1) >= 0);
      expect(answeredWaits.length).toBe(counted(K.ANSWERED) + counted(K.PUT_BACK));
      if (shiftEnd === 'preemptive') expect(counted(K.PUT_BACK)).toBeGreaterThan(0);
      expect(answeredWaits.reduce((sum, wait) => sum + wait, 0)).toBeCloseTo(counted(K.WAIT_ANSWERED), 6);
      let staffed = 0;
      for (let at = K.STAFFED_SECONDS; at < counters.groupCells.length; at += K.GROUP_FIELDS)
        staffed += counters.groupCells[at] ?? 0;
      const present = record.presence.from.reduce(
        (sum, from, i) => sum + Math.min(record.end, record.presence.to[i] ?? 0) - from,
        0,
      );
      if (shiftEnd === 'named') expect(present).toBeCloseTo(staffed, 6);
      expect(recorded('abandoned')).toBeGreaterThan(5);
    }
  });
});

function withoutTurns(c: SimulationModel['classes'][number]): SimulationModel['classes'][number] {
  const { conversation: _, ...rest } = c;
  return rest;
}
