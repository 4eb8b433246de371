import { describe, expect, it } from 'vitest';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { exactDay, type LineQuestion } from '../../src/scenario/exact-day.ts';

const targets = { serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' } } as const;
const steady: LineQuestion = {
  intervalSeconds: 1800,
  offered: Array.from({ length: 12 }, () => 60),
  planned: Array.from({ length: 12 }, () => 12),
  handleTime: 300,
  patience: 240,
  targets,
};

describe('exactDay', () => {
  it('settles on Erlang A when nothing changes', { tags: 'slow' }, () => {
    const day = exactDay(steady);
    const line = { contactsPerHour: 120, handleTime: 300, patience: 240 };
    expect(day?.levels[11]).toBeCloseTo(erlangA({ ...line, agents: 12 }).answeredWithin(20), 4);
    expect(day?.required?.[11]).toBe(requiredAgents(line, { serviceLevel: targets.serviceLevel }));
  });

  it('begins with what the hours before leave where nobody closes', { tags: 'slow' }, () => {
    const line = { contactsPerHour: 120, handleTime: 300, patience: 240 };
    const settled = erlangA({ ...line, agents: 12 }).answeredWithin(20);
    const round = exactDay({ ...steady, before: 8 });
    expect(round?.levels).toHaveLength(4);
    expect(round?.levels[0]).toBeCloseTo(settled, 4);
    expect(round?.required).toHaveLength(4);
    // from an empty line the first half hour is answered better
    expect(exactDay(steady)?.levels[0]).toBeGreaterThan(settled + 0.01);
  });

  it(
    'begins with a line where customers wait for the opening, after hours that are closed',
    { tags: 'slow' },
    () => {
      const waiting = Array.from({ length: 20 }, () => 60);
      const [empty, line] = [exactDay(steady), exactDay({ ...steady, waiting, closed: 2 })];
      expect(line?.levels).toHaveLength(14);
      expect(line?.levels.slice(0, 2)).toEqual([null, null]);
      expect(line?.required?.slice(0, 2)).toEqual([0, 0]);
      expect(line?.levels[2]).toBeLessThan((empty?.levels[0] ?? 0) - 0.1);
      expect(line?.levels[13]).toBeCloseTo(empty?.levels[11] ?? NaN, 4);
      expect(line?.required?.[2]).toBeGreaterThan(empty?.required?.[0] ?? NaN);
      expect(exactDay({ ...steady, waiting, shiftEnd: 'pooled' })).toBeNull();
    },
  );

  it('solves for the mean wait along with the level', { tags: 'slow' }, () => {
    const both = { ...targets, meanWaitAnswered: 4 };
    const line = { contactsPerHour: 120, handleTime: 300, patience: 240 };
    expect(exactDay({ ...steady, targets: both })?.required?.[11]).toBe(requiredAgents(line, both));
    expect(requiredAgents(line, both)).toBeGreaterThan(requiredAgents(line, targets));
  });

  it('carries a backlog over into the next interval', { tags: 'slow' }, () => {
    // half the work of interval 5, some 30 contacts, is left for agents who have room for 12 more
    const patient = { ...steady, patience: null };
    const short = exactDay({
      ...patient,
      planned: steady.planned.map((agents, i) => (i === 5 ? 5 : agents)),
    });
    const before = exactDay(patient);
    expect(short?.levels[6]).toBeLessThan(0.2);
    expect(before?.levels[6]).toBeGreaterThan(0.6);
    // only its last contacts wait into the interval that is short
    expect((before?.levels[4] ?? 0) - (short?.levels[4] ?? 0)).toBeGreaterThan(0);
    expect(short?.levels[4]).toBeCloseTo(before?.levels[4] ?? 0, 1);
  });

  it.each([
    'answered',
    'excludeAbandonsWithin',
    'creditAbandonsWithin',
    'excludeShortAbandons',
    'virtual',
  ] as const)('counts the level as promised: %s', { tags: 'slow' }, (definition) => {
    const promised = { serviceLevel: { ...targets.serviceLevel, definition } };
    const line = { contactsPerHour: 120, handleTime: 300, patience: 240 };
    const day = exactDay({ ...steady, planned: steady.offered.map(() => 10), targets: promised });
    const queue = erlangA({ ...line, agents: 10 });
    expect(day?.levels[11]).toBeCloseTo(serviceLevel(queue, 20, definition), 3);
    expect(day?.required?.[11]).toBe(requiredAgents(line, promised));
  });

  it('takes the first reply of a line for its answer', { tags: 'slow' }, () => {
    const line = { contactsPerHour: 120, handleTime: 300, patience: 240 };
    const least = (asked: LineQuestion['targets']) => exactDay({ ...steady, targets: asked })?.required?.[11];
    expect(least({ firstResponse: { mean: 6 } })).toBe(requiredAgents(line, { meanWaitAnswered: 6 }));
    const percentile = { share: 0.9, within: 30 };
    expect(least({ firstResponse: { percentile } })).toBe(
      requiredAgents(line, { serviceLevel: { share: 0.9, threshold: 30, definition: 'answered' } }),
    );
  });

  it('measures a line without a level by its first replies', { tags: 'slow' }, () => {
    const firstResponse = { percentile: { share: 0.9, within: 30 } };
    const queue = erlangA({ contactsPerHour: 120, handleTime: 300, patience: 240, agents: 12 });
    expect(exactDay({ ...steady, targets: { firstResponse } })?.levels[11]).toBeCloseTo(
      serviceLevel(queue, 30, 'answered'),
      4,
    );
  });

  it('solves for a first reply along with the level, whichever asks for more', { tags: 'slow' }, () => {
    const line = { contactsPerHour: 120, handleTime: 300, patience: 240 };
    for (const percentile of [
      { share: 0.97, within: 30 },
      { share: 0.5, within: 60 },
    ]) {
      const asked = { ...targets, firstResponse: { percentile } };
      const level = requiredAgents(line, targets);
      // Of those answered, in steady state: a level of its own in that definition.
      const reply = requiredAgents(line, {
        serviceLevel: { share: percentile.share, threshold: percentile.within, definition: 'answered' },
      });
      expect(reply).not.toBe(level);
      expect(exactDay({ ...steady, targets: asked })?.required?.[11]).toBe(Math.max(level, reply));
    }
  });

  it(
    'says nothing where nothing is offered, and no requirement that no number of agents meets',
    { tags: 'slow' },
    () => {
      const closed = exactDay({ ...steady, offered: [0, 60], planned: [0, 12] });
      expect(closed?.levels[0]).toBeNull();
      for (const firstResponse of [{ percentile: { share: 1, within: 60 } }, { mean: 0 }]) {
        expect(exactDay({ ...steady, targets: { ...targets, firstResponse } })?.required).toBeNull();
      }
      expect(exactDay({ ...steady, targets: { meanWaitAnswered: 15 } })?.levels[1]).toBeNull();
      expect(exactDay({ ...steady, targets: {} })).toBeNull();
    },
  );
});
