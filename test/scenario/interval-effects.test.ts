/** What one change in an interval does, against the day, or the flow, solved again with it. */
import { describe, expect, it } from 'vitest';
import { conversationDay, sumOfOutcomes } from '../../src/queueing/conversation-day.ts';
import { dayOutcomes } from '../../src/queueing/day-outcomes.ts';
import { transientDay, type DayInterval } from '../../src/queueing/transient-day.ts';
import { analyse } from '../../src/scenario/analyse.ts';
import { CHANGES, type Change } from '../../src/scenario/interval-change.ts';
import { intervalEffects, type IntervalEffects } from '../../src/scenario/interval-effects.ts';
import { liveLine } from '../../src/scenario/live-line.ts';
import type { Channel, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

// 60 contacts an hour of 180 s, 3 erlangs; open 08:00 to 20:00
const staffed = (agents: number, changes: Partial<Channel> = {}): Scenario =>
  exampleScenario({
    channels: [
      exampleChannel({
        demand: {
          source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 60) },
          dayFactorCv: 0,
        },
        handling: { mean: 150, cv: 1, afterContact: 30 },
        ...changes,
      }),
    ],
    groups: [
      exampleGroup({ staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => agents) } }),
    ],
  });

function effectsOf(scenario: Scenario, change: Change, day = 3): IntervalEffects {
  const effects = intervalEffects(scenario, analyse(scenario), 'phone', day, change);
  if (!effects) throw new Error(`expected effects of ${change}`);
  return effects;
}

/** What an interval becomes, with the agents, volume, handle time and patience of `staffed`. */
const CHANGED: Readonly<Record<Change, (one: DayInterval) => DayInterval>> = {
  moreAgents: (one) => ({ ...one, agents: one.agents + 1 }),
  fewerAgents: (one) => ({ ...one, agents: one.agents - 1 }),
  volume: (one) => ({ ...one, contactsPerHour: one.contactsPerHour * 1.1 }),
  handleTime: (one) => ({ ...one, handleTime: 180 * 1.1 }),
  patience: (one) => ({ ...one, patience: 120 * 1.1 }),
};

describe('a change of one interval of a line', () => {
  const definition = 'excludeAbandonsWithin';
  const scenario = staffed(4, { targets: { serviceLevel: { share: 0.8, threshold: 20, definition } } });
  const countsWith = (at: number, change: (one: DayInterval) => DayInterval) => {
    const day = {
      intervalLength: 3600,
      intervals: Array.from({ length: 12 }, (_, i) => {
        const one = { contactsPerHour: 60, agents: 4 };
        return i === at ? change(one) : one;
      }),
      handleTime: 180,
      patience: 120,
      threshold: 20,
      tolerance: 1e-5,
    };
    const { offered, answeredWithinThreshold: inTime, abandoned } = transientDay(day).day;
    const { abandonedWithin } = dayOutcomes(day).day;
    return { missed: offered - inTime, lost: abandoned, level: inTime / (offered - abandonedWithin) };
  };

  it.each(CHANGES)('does to the exact day what solving it again says: %s', { tags: 'slow' }, (change) => {
    const { missed, level, lost, method, within, open } = effectsOf(scenario, change);
    expect({ method, within, closed: missed[7], open: open[7] }).toEqual({
      method: 'day',
      within: 20,
      closed: null,
      open: false,
    });
    // 10:00 is the third hour open.
    const [now, then] = [countsWith(-1, (one) => one), countsWith(2, CHANGED[change])];
    expect(missed[10]).toBeCloseTo(then.missed - now.missed, 1);
    expect(lost[10]).toBeCloseTo(then.lost - now.lost, 1);
    expect(level[10]).toBeCloseTo(then.level - now.level, 3);
    expect(Math.abs(missed[10] ?? 0)).toBeGreaterThan(0.1);
  });

  it('knows no patience where everybody waits', () => {
    const endless = staffed(5, { patience: null });
    expect(intervalEffects(endless, analyse(endless), 'phone', 0, 'patience')).toBeNull();
    expect(effectsOf(endless, 'volume').lost[10]).toBe(0);
    expect(intervalEffects(endless, analyse(endless), 'nobody', 0, 'volume')).toBeNull();
  });

  it('changes the demand of one channel alone where others wait in the same line', { tags: 'slow' }, () => {
    // 40 calls an hour of 180 s and 20 of 240 s
    const own = staffed(4).channels[0] ?? exampleChannel();
    const calls = (perHour: number): Channel['demand'] => ({
      ...own.demand,
      source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => perHour) },
    });
    const other = { ...own, id: 'sales', demand: calls(20), handling: { mean: 240, cv: 1, afterContact: 0 } };
    const skills = ['phone', 'sales'].map((channel) => ({ channel, priority: 1 }));
    const both = {
      ...staffed(4),
      channels: [{ ...own, demand: calls(40) }, other],
      groups: staffed(4).groups.map((group) => ({ ...group, skills })),
    };
    const inTime = (volume: number, work: number): number =>
      transientDay({
        intervalLength: 3600,
        intervals: Array.from({ length: 12 }, (_, i) => ({
          contactsPerHour: i === 2 ? 40 * volume + 20 : 60,
          agents: 4,
          handleTime: i === 2 ? (40 * volume * 180 * work + 20 * 240) / (40 * volume + 20) : 200,
        })),
        handleTime: 200,
        patience: 120,
        threshold: 20,
        tolerance: 1e-5,
      }).day.answeredWithinThreshold;
    const [volume, work] = (['volume', 'handleTime'] as const).map((change) => effectsOf(both, change));
    expect(volume?.shared).toBe(true);
    expect(volume?.missed[10]).toBeCloseTo(4 - (inTime(1.1, 1) - inTime(1, 1)), 1);
    expect(work?.missed[10]).toBeCloseTo(inTime(1, 1) - inTime(1, 1.1), 1);
  });

  it('puts on and takes off agents who come by their own chance', { tags: 'slow' }, () => {
    // Of 4 scheduled 3.6 come, and the day has 4.
    const absent = { ...staffed(4), groups: staffed(4).groups.map((group) => ({ ...group, absence: 0.1 })) };
    const missed = (scenario: Scenario, change: Change): number =>
      effectsOf(scenario, change).missed[10] ?? NaN;
    expect(missed(absent, 'moreAgents')).toBeCloseTo(0.9 * missed(staffed(4), 'moreAgents'), 8);
    expect(missed(absent, 'volume')).toBeCloseTo(missed(staffed(4), 'volume'), 8);
  });

  it.each(['named', 'pooled', 'preemptive'] as const)(
    'ends shifts as the group does: %s',
    { tags: 'slow' },
    (shiftEnd) => {
      // Four until noon, two after it: who is in hand at noon is finished, waited out or put back.
      const planned = Array.from({ length: 168 }, (_, i) => (i % 24 < 12 ? 4 : 2));
      const counts = { kind: 'counts', agents: planned } as const;
      const staffing = shiftEnd === 'named' ? counts : { ...counts, shiftEnd };
      const falling = { ...staffed(4), groups: [exampleGroup({ staffing })] };
      const inTime = (changed: number, more: number): number =>
        transientDay({
          intervalLength: 3600,
          intervals: Array.from({ length: 24 }, (_, i) => ({
            contactsPerHour: i >= 8 && i < 20 ? 60 : 0,
            agents: (planned[i] ?? 0) + (i === changed ? more : 0),
          })),
          handleTime: 180,
          patience: 120,
          threshold: 20,
          tolerance: 1e-6,
          shiftEnd,
        }).day.answeredWithinThreshold;
      const now = inTime(0, 0);
      expect(effectsOf(falling, 'moreAgents').missed[11]).toBeCloseTo(now - inTime(11, 1), 2);
      expect(effectsOf(falling, 'fewerAgents').missed[11]).toBeCloseTo(now - inTime(11, -1), 2);
    },
  );
});

describe('a change of one interval of conversations', () => {
  const percentile = { share: 0.9, within: 60 };
  const scenario = staffed(3, {
    kind: 'chat',
    conversation: { limit: 3, agentTurn: 30, customerTurn: 40 },
    targets: { firstResponse: { percentile } },
  });
  const dayWith = (at: number, change: Change | null, threshold?: number) =>
    conversationDay({
      intervalLength: 3600,
      intervals: Array.from({ length: 12 }, (_, i) => {
        const one = { contactsPerHour: 60, agents: 3 };
        return i === at && change ? CHANGED[change](one) : one;
      }),
      conversation: { handleTime: 180, afterContact: 30, limit: 3, agentTurn: 30, customerTurn: 40 },
      patience: 120,
      ...(threshold === undefined ? {} : { threshold }),
      within: 60,
      tolerance: 1e-5,
    });
  const countsWith = (at: number, change: Change | null) => {
    const counts = dayWith(at, change);
    const sum = (name: 'offered' | 'answered' | 'replied') =>
      counts.reduce((total, one) => total + one[name], 0);
    const [offered, answered, replied] = [sum('offered'), sum('answered'), sum('replied')];
    return { missed: offered - replied, lost: offered - answered, level: replied / answered };
  };

  it.each(['moreAgents', 'fewerAgents', 'volume', 'handleTime'] as const)(
    'does to their exact day what solving it again says: %s',
    { tags: 'slow' },
    (change) => {
      const { missed, level, lost, method, firstReply } = effectsOf(scenario, change);
      expect({ method, firstReply }).toEqual({ method: 'day', firstReply: true });
      const [now, then] = [countsWith(-1, null), countsWith(2, change)];
      expect(missed[10]).toBeCloseTo(then.missed - now.missed, 1);
      expect(lost[10]).toBeCloseTo(then.lost - now.lost, 1);
      expect(level[10]).toBeCloseTo(then.level - now.level, 3);
      expect(Math.abs(missed[10] ?? 0)).toBeGreaterThan(0.1);
    },
  );

  it('leaves those out of the level who give up in time, where it does', { tags: 'slow' }, () => {
    const definition = 'excludeAbandonsWithin';
    const serviceLevel = { share: 0.8, threshold: 20, definition } as const;
    const { level } = effectsOf(
      { ...scenario, channels: scenario.channels.map((one) => ({ ...one, targets: { serviceLevel } })) },
      'moreAgents',
    );
    const levelWith = (change: Change | null): number => {
      const { offered, answeredWithin, abandonedWithin } = dayWith(2, change, 20).reduce(sumOfOutcomes);
      return answeredWithin / (offered - abandonedWithin);
    };
    expect(level[10]).toBeCloseTo(levelWith('moreAgents') - levelWith(null), 4);
  });

  it('lets fewer give up who have more patience, and keeps more waiting', { tags: 'slow' }, () => {
    const { lost } = effectsOf(scenario, 'patience');
    expect(lost[10]).toBeLessThan(0);
  });
});

describe('a change of one interval of work that can wait', () => {
  // 60 e-mails an hour of 180 s, 3 erlangs, and 2 agents: from the first day on they fall behind.
  const percentile = { share: 0.9, within: 3600 };
  const emails = { kind: 'email', patience: null, targets: { firstResponse: { percentile } } } as const;

  it('works the backlog through anew', { tags: 'slow' }, () => {
    const scenario = staffed(2, emails);
    expect(liveLine(scenario, analyse(scenario), 'phone')).toBeNull();
    const [plus, minus, slower] = (['moreAgents', 'fewerAgents', 'handleTime'] as const).map(
      (change) => effectsOf(scenario, change, 0).missed,
    );
    expect(effectsOf(scenario, 'moreAgents', 0)).toMatchObject({ method: 'flow', within: 3600 });
    expect([plus?.[7], minus?.[7]]).toEqual([null, null]);
    const late = (agents: number): number => {
      const counts = Array.from({ length: 168 }, (_, i) => (i === 8 ? agents : 2));
      const plan = staffed(2, emails);
      const groups = [exampleGroup({ staffing: { kind: 'counts', agents: counts } })];
      const { expected } = analyse({ ...plan, groups }).channels[0] ?? {};
      const { levelNumerator: inTime, levelDenominator: due } = expected ?? {};
      return due?.reduce((sum, count, i) => sum + count - (inTime?.[i] ?? 0), 0) ?? NaN;
    };
    const now = late(2);
    expect(plus?.[8]).toBeCloseTo(late(3) - now, 8);
    expect(minus?.[8]).toBeCloseTo(late(1) - now, 8);
    expect(plus?.[8]).toBeLessThan(-1);
    expect(minus?.[8]).toBeGreaterThan(0);
    // Two who take a tenth longer do as much as 20/11: 2/11 of what one fewer leaves undone.
    expect(slower?.[8]).toBeCloseTo((2 / 11) * (minus?.[8] ?? NaN), 8);
    // On the last evening a whole day of late e-mails stands before those that could still be in time.
    expect(effectsOf(scenario, 'moreAgents', 6).missed[19]).toBeCloseTo(0, 8);
  });

  it('counts more of it where more comes', { tags: 'slow' }, () => {
    const scenario = staffed(2, emails);
    const { missed, level, lost } = effectsOf(scenario, 'volume', 0);
    expect(missed[8]).toBeGreaterThan(6 - 1e-9);
    expect(level[8]).toBeLessThan(0);
    expect(lost[8]).toBeNull();
    expect(intervalEffects(scenario, analyse(scenario), 'phone', 0, 'patience')).toBeNull();
  });
});

describe('a change of an interval behind a line', () => {
  const line = { contacts: 20, oldest: 60 };
  const scenario = staffed(4, { backlog: line });

  it('counts what the line at the first opening leaves to who comes', () => {
    const day = (agents: number) =>
      transientDay({
        intervalLength: 3600,
        intervals: Array.from({ length: 12 }, (_, i) => ({
          contactsPerHour: 60,
          agents: i === 0 ? agents : 4,
        })),
        handleTime: 180,
        patience: 120,
        threshold: 20,
        waiting: Array.from({ length: 20 }, (_, k) => (60 * (20 - k)) / 20),
      }).day.answeredWithinThreshold;
    const { missed } = effectsOf(scenario, 'moreAgents', 0);
    // Agents are there at night as well, when the line is not yet.
    expect(missed[7]).toBeNull();
    expect(missed[8]).toBeCloseTo(day(4) - day(5), 2);
    const without = effectsOf(staffed(4), 'moreAgents', 0).missed[8] ?? NaN;
    expect(Math.abs((missed[8] ?? NaN) - without)).toBeGreaterThan(0.1);
    // On any other day there is none.
    expect(effectsOf(scenario, 'moreAgents', 3)).toEqual(effectsOf(staffed(4), 'moreAgents', 3));
  });

  it('is not known before pooled shift ends', () => {
    const agents = Array.from({ length: 168 }, () => 4);
    const pooled = exampleGroup({ staffing: { kind: 'counts', agents, shiftEnd: 'pooled' } });
    const { missed } = effectsOf({ ...scenario, groups: [pooled] }, 'moreAgents', 0);
    expect(missed.every((effect) => effect === null)).toBe(true);
  });
});
