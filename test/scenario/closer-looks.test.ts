/** The closer looks at one channel: definitions, bands, assurance. */
import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../src/numeric/gamma-quantile.ts';
import { erlangA } from '../../src/queueing/erlang-a.ts';
import { serviceLevel } from '../../src/queueing/measures.ts';
import { requiredAgents } from '../../src/queueing/required-agents.ts';
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
