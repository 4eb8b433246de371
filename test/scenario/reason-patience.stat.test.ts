/**
 * Reasons with a patience of their own, simulated: a line whose customers differ in nothing else is M/M/n+G with the
 * mixture of their patience (Zeltyn & Mandelbaum 2005), which is solved on its own in queueing/general-patience.ts.
 */
import { describe, expect, it } from 'vitest';
import { generalPatience } from '../../src/queueing/general-patience.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const RUNS = 10;
const AGENTS = 9;
const PER_HOUR = 200;
const HANDLE_TIME = 180;
const open = Array.from({ length: 7 }, () => [['00:00', '24:00'] as const]);
const every = (value: number): number[] => Array.from({ length: 168 }, () => value);

/** Four in ten wait 30 s, the others 180 s. */
const scenario = exampleScenario({
  channels: [
    exampleChannel({
      open,
      demand: { source: { kind: 'typed', contacts: every(PER_HOUR) }, dayFactorCv: 0 },
      handling: { mean: HANDLE_TIME, cv: 1, afterContact: 0, law: { kind: 'exponential' } },
      patience: { mean: 120 },
      targets: { serviceLevel: { share: 0.8, threshold: 20, definition: 'offered' } },
      reasons: [
        { id: 'quick', share: 0.4, handleTimeFactor: 1, patienceFactor: 0.25 },
        { id: 'long', share: 0.6, handleTimeFactor: 1, patienceFactor: 1.5 },
      ],
    }),
  ],
  groups: [exampleGroup({ staffing: { kind: 'counts', agents: every(AGENTS) } })],
});

describe('a line whose reasons wait differently', () => {
  it('loses and answers in time what the queue with their mixture does', () => {
    const expected = generalPatience({
      contactsPerHour: PER_HOUR,
      handleTime: HANDLE_TIME,
      agents: AGENTS,
      patience: {
        kind: 'hyperexponential',
        parts: [
          { share: 0.4, mean: 30 },
          { share: 0.6, mean: 180 },
        ],
      },
    });
    const runs = Array.from({ length: RUNS }, (_, seed) => {
      const [line] = simulate(scenario, { seed: seed + 1, replications: 4 }).channels;
      const [quick, long] = line?.reasons ?? [];
      return {
        abandonment: line?.abandonment?.value ?? Number.NaN,
        level: line?.serviceLevel?.value ?? Number.NaN,
        // Those who give up of each, in the proportion that they come.
        parts: 0.4 * (quick?.abandonment?.value ?? NaN) + 0.6 * (long?.abandonment?.value ?? NaN),
        hasty: (quick?.abandonment?.value ?? NaN) / (long?.abandonment?.value ?? NaN),
      };
    });
    const near = (of: (run: (typeof runs)[number]) => number, value: number): void => {
      const mean = runs.reduce((sum, run) => sum + of(run), 0) / RUNS;
      const variance = runs.reduce((sum, run) => sum + (of(run) - mean) ** 2, 0) / (RUNS - 1);
      const error = Math.sqrt(variance / RUNS);
      expect(error).toBeLessThan(0.003);
      expect(Math.abs(mean - value)).toBeLessThan(4 * error);
    };
    near(({ abandonment }) => abandonment, expected.abandonProbability);
    near(({ parts }) => parts, expected.abandonProbability);
    near(({ level }) => level, expected.answeredWithin(20));
    expect(Math.min(...runs.map(({ hasty }) => hasty))).toBeGreaterThan(2);
  });
});
