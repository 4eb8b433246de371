/** The closer looks at one channel: definitions, bands, one agent more or less, assurance. */
import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../src/numeric/gamma-quantile.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
import { transientDay } from '../../src/queueing/transient-day.ts';
import { agentEffectsOfDay, agentEffectsOn } from '../../src/scenario/agent-effects.ts';
import { analyse } from '../../src/scenario/analyse.ts';
import { ASSURANCES, assuranceCurve } from '../../src/scenario/assurance-curve.ts';
import { dayBands } from '../../src/scenario/day-bands.ts';
import { DEFINITIONS, levelsByDefinition } from '../../src/scenario/level-definitions.ts';
import { liveLine, type LiveLine } from '../../src/scenario/live-line.ts';
import type { Channel, Scenario } from '../../src/scenario/schema.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

// 60 calls an hour of 180 s, 3 erlangs, 4 agents; open 08:00 to 20:00
const channel = (changes: Partial<Channel> = {}): Channel =>
  exampleChannel({
    demand: { source: { kind: 'typed', contacts: Array.from({ length: 168 }, () => 60) }, dayFactorCv: 0 },
    handling: { mean: 150, cv: 1, afterContact: 30 },
    ...changes,
  });
const staffed = (agents: number, changes: Partial<Channel> = {}): Scenario =>
  exampleScenario({
    channels: [channel(changes)],
    groups: [
      exampleGroup({ staffing: { kind: 'counts', agents: Array.from({ length: 168 }, () => agents) } }),
    ],
  });
const swinging = { ...channel().demand, dayFactorCv: 0.2 };

function lineOf(scenario: Scenario): LiveLine {
  const line = liveLine(scenario, analyse(scenario), 'phone');
  if (!line) throw new Error('expected a line');
  return line;
}

describe('six definitions', () => {
  const queue = { contactsPerHour: 60, handleTime: 180, patience: 120 };

  it('are those of the queue itself, and their requirements too', () => {
    const { levels, promised, threshold } = levelsByDefinition(lineOf(staffed(4)), 2);
    expect(promised).toEqual({ share: 0.8, definition: 'offered' });
    expect(levels.map(({ definition }) => definition)).toEqual(DEFINITIONS);
    for (const { definition, week, day, intervals, required } of levels) {
      const expected = serviceLevel(erlangA({ ...queue, agents: 4 }), threshold, definition);
      for (const { numerator, denominator } of [week, day, intervals[12] ?? week]) {
        expect(numerator / denominator).toBeCloseTo(expected, 10);
      }
      expect(required[12]).toBe(
        requiredAgents(queue, { serviceLevel: { share: 0.8, threshold, definition } }),
      );
    }
  });

  it('are the one drawn on the page where days swing, as a ratio of totals', () => {
    const scenario = staffed(4, { demand: swinging });
    const analysis = analyse(scenario);
    const { levels } = levelsByDefinition(lineOf(scenario), 0);
    const week = levels.find(({ definition }) => definition === 'offered')?.week;
    expect((week?.numerator ?? 0) / (week?.denominator ?? 1)).toBeCloseTo(
      analysis.channels[0]?.targets[0]?.value ?? 0,
      12,
    );
  });

  it('fall back on the usual 20 s where nothing is promised', () => {
    const line = lineOf(staffed(4, { targets: { abandonment: 0.05 } }));
    expect(levelsByDefinition(line, 0)).toMatchObject({ promised: null, threshold: 20 });
  });
});

describe('bands', () => {
  it('are the queue at the ends of the central 95 % of days', () => {
    const line = lineOf(staffed(4, { demand: swinging }));
    const bands = dayBands(line, 1);
    // mean 1, coefficient of variation 0.2: a gamma of shape 25
    for (const [counts, p] of [
      [bands?.quiet, 0.025],
      [bands?.busy, 0.975],
    ] as const) {
      const factor = gammaQuantile(25, p) / 25;
      const queue = { contactsPerHour: 60 * factor, handleTime: 180, patience: 120, agents: 4 };
      const at = 24 + 12;
      expect((counts?.levelNumerator[at] ?? 0) / (counts?.offered[at] ?? 1)).toBeCloseTo(
        erlangA(queue).answeredWithin(20),
        9,
      );
    }
    expect(dayBands(lineOf(staffed(4)), 1)).toBeNull();
  });
});

describe('one agent more or less', () => {
  it('does to the exact day what solving it again says', { tags: 'slow' }, () => {
    const line = lineOf(staffed(4));
    const { plus, minus, method, within } = agentEffectsOfDay(line, 3);
    expect({ method, within, closed: plus[7] }).toEqual({ method: 'day', within: 20, closed: null });
    const inTime = (changed: number, agents: number): number =>
      transientDay({
        intervalLength: 3600,
        intervals: Array.from({ length: 24 }, (_, i) => ({
          contactsPerHour: i >= 8 && i < 20 ? 60 : 0,
          agents: i === changed ? agents : 4,
        })),
        handleTime: 180,
        patience: 120,
        threshold: 20,
        tolerance: 1e-6,
      }).day.answeredWithinThreshold;
    const now = inTime(-1, 0);
    expect(plus[10]).toBeCloseTo(inTime(10, 5) - now, 1);
    expect(minus[10]).toBeCloseTo(inTime(10, 3) - now, 1);
    expect(plus[10]).toBeGreaterThan(1);
  });

  it.each(['named', 'pooled', 'preemptive'] as const)(
    'ends shifts as the group does: %s',
    { tags: 'slow' },
    (shiftEnd) => {
      // Four until noon, two after it: who is in hand at noon is finished, waited out or put back.
      const planned = Array.from({ length: 168 }, (_, i) => (i % 24 < 12 ? 4 : 2));
      const counts = { kind: 'counts', agents: planned } as const;
      const staffing = shiftEnd === 'named' ? counts : { ...counts, shiftEnd };
      const scenario = { ...staffed(4), groups: [exampleGroup({ staffing })] };
      const { plus, minus } = agentEffectsOfDay(lineOf(scenario), 3);
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
      expect(plus[11]).toBeCloseTo(inTime(11, 1) - now, 2);
      expect(minus[11]).toBeCloseTo(inTime(11, -1) - now, 2);
    },
  );

  it('takes a conversation interval by interval, by its first reply', () => {
    const scenario = staffed(4, {
      kind: 'chat',
      conversation: { limit: 3, agentTurn: 30, customerTurn: 40 },
      targets: { firstResponse: { mean: 48 } },
    });
    const { plus, minus, method, firstReply } = agentEffectsOfDay(lineOf(scenario), 0);
    expect({ method, firstReply }).toEqual({ method: 'steady', firstReply: true });
    expect(plus[10]).toBeGreaterThan(0);
    expect(-(minus[10] ?? 0)).toBeGreaterThan(plus[10] ?? 0);
  });

  it('works the backlog of work that can wait through anew', { tags: 'slow' }, () => {
    // 60 e-mails an hour of 180 s, 3 erlangs, and 2 agents: from the first day on they fall behind.
    const percentile = { share: 0.9, within: 3600 };
    const scenario = staffed(2, {
      kind: 'email',
      patience: null,
      targets: { firstResponse: { percentile } },
    });
    const analysis = analyse(scenario);
    expect(liveLine(scenario, analysis, 'phone')).toBeNull();
    const effects = agentEffectsOn(scenario, analysis, 'phone', 0);
    expect(effects).toMatchObject({ method: 'flow', within: 3600 });
    expect([effects?.plus[7], effects?.minus[7]]).toEqual([null, null]);
    const late = (agents: number): number => {
      const counts = Array.from({ length: 168 }, (_, i) => (i === 8 ? agents : 2));
      const plan = staffed(2, { kind: 'email', patience: null, targets: { firstResponse: { percentile } } });
      const groups = [exampleGroup({ staffing: { kind: 'counts', agents: counts } })];
      const { expected } = analyse({ ...plan, groups }).channels[0] ?? {};
      const { levelNumerator: inTime, levelDenominator: due } = expected ?? {};
      return due?.reduce((sum, count, i) => sum + count - (inTime?.[i] ?? 0), 0) ?? NaN;
    };
    const now = late(2);
    expect(effects?.plus[8]).toBeCloseTo(now - late(3), 8);
    expect(effects?.minus[8]).toBeCloseTo(now - late(1), 8);
    expect(effects?.plus[8]).toBeGreaterThan(1);
    expect(effects?.minus[8]).toBeLessThan(0);
    // On the last evening a whole day of late e-mails stands before those that could still be in time.
    expect(agentEffectsOn(scenario, analysis, 'phone', 6)?.plus[19]).toBeCloseTo(0, 8);
    expect(agentEffectsOn(scenario, analysis, 'nobody', 6)).toBeNull();
  });
});

describe('the curve of assurance', () => {
  it('is the requirement of the analysis at each level, with shrinkage paid', { tags: 'slow' }, () => {
    const scenario = staffed(4, { demand: swinging });
    const curve = assuranceCurve(scenario, 'phone');
    expect(curve.map(({ assurance }) => assurance)).toEqual(ASSURANCES);
    for (const { assurance, paidHours, peakByDay } of curve) {
      const required =
        analyse({ ...scenario, assurance }).channels[0]?.requiredAssured ?? new Float64Array(0);
      const hours = required.reduce((sum, agents) => sum + agents, 0);
      expect(paidHours).toBeCloseTo(hours / 0.7, 8);
      expect(peakByDay[0]).toBe(Math.max(...required.slice(0, 24)));
    }
    expect(curve.at(-1)?.paidHours).toBeGreaterThan(curve[0]?.paidHours ?? 0);
  });
});
