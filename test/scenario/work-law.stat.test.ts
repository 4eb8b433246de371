/**
 * Laws of handle times, simulated: the mean wait for one agent against the formula of Pollaczek and Khinchine,
 * W = λ E[S²] / (2 (1 - ρ)), which knows a law by its mean and variation only.
 */
import { describe, expect, it } from 'vitest';
import type { WorkLaw } from '../../src/scenario/schema-customers.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const RUNS = 10;
const MEAN = 60;
const PER_HOUR = 30;
const open = Array.from({ length: 7 }, () => [['00:00', '24:00'] as const]);
const every = (value: number): number[] => Array.from({ length: 168 }, () => value);

function waits(law: WorkLaw | undefined, cv: number): { mean: number; error: number } {
  const scenario = exampleScenario({
    channels: [
      exampleChannel({
        open,
        demand: { source: { kind: 'typed', contacts: every(PER_HOUR) }, dayFactorCv: 0 },
        handling: { mean: MEAN, cv, afterContact: 0, ...(law ? { law } : {}) },
        patience: null,
      }),
    ],
    groups: [exampleGroup({ staffing: { kind: 'counts', agents: every(1) } })],
  });
  const means = Array.from({ length: RUNS }, (_, seed) => {
    const [line] = simulate(scenario, { seed: seed + 1, replications: 6 }).channels;
    return line?.meanWaitAnswered?.value ?? Number.NaN;
  });
  const mean = means.reduce((sum, own) => sum + own, 0) / RUNS;
  const variance = means.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (RUNS - 1);
  return { mean, error: Math.sqrt(variance / RUNS) };
}

describe('the mean wait for one agent', () => {
  it.each<[string, WorkLaw | undefined, number]>([
    ['lognormal', undefined, 0.8],
    ['gamma', { kind: 'gamma' }, 0.5],
    ['Weibull', { kind: 'weibull' }, 1.4],
    ['exponential', { kind: 'exponential' }, 1],
    ['two sorts', { kind: 'hyperexponential', share: 0.7 }, 1.6],
    // 20, 40 and 120 s: mean 60 s, variance (1600 + 400 + 3600) / 3
    ['measured', { kind: 'empirical', values: [20, 40, 120] }, Math.sqrt(5600 / 3) / 60],
    ['constant', { kind: 'gamma' }, 0],
  ])('follows from mean and variation, %s', (_, law, cv) => {
    const rate = PER_HOUR / 3600;
    const expected = (rate * MEAN ** 2 * (1 + cv ** 2)) / (2 * (1 - rate * MEAN));
    const { mean, error } = waits(law, cv);
    expect(error).toBeLessThan(0.015 * expected);
    expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
  });
});
