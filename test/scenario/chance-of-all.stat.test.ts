/** Weeks in which two separate lines meet their targets together, against the simulation of both. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { chanceOfAll } from '../../src/scenario/chance-of-all.ts';
import { compileScenario } from '../../src/scenario/compile.ts';
import { simulateModel } from '../../src/simulation/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

const WEEKS = 450;

/** Three busy hours a day; half the weeks should meet a promise of what they give on average. */
function twoLines(busynessCorrelation: number, dayFactorCv: number) {
  const busy = (value: number): number[] =>
    Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 11 ? value : 0));
  const demand = { source: { kind: 'typed', contacts: busy(90) }, dayFactorCv } as const;
  const scenario = (share: number) =>
    exampleScenario({
      busynessCorrelation,
      channels: ['first', 'second'].map((id) =>
        exampleChannel({
          id,
          demand,
          targets: { serviceLevel: { share, threshold: 20, definition: 'offered' } },
        }),
      ),
      groups: ['first', 'second'].map((channel) =>
        exampleGroup({
          id: channel,
          skills: [{ channel, priority: 1 }],
          staffing: { kind: 'counts', agents: busy(8) },
        }),
      ),
    });
  return scenario(analyse(scenario(0.8)).channels[0]?.targets[0]?.value ?? Number.NaN);
}

describe('weeks that meet every target', () => {
  it.each([
    [0.9, 0.15],
    [0.7, 0.3],
  ])(
    'day factors correlated by %f, swinging by %f',
    (correlation, cv) => {
      const scenario = twoLines(correlation, cv);
      const model = compileScenario(scenario);
      let [first, second, both] = [0, 0, 0];
      for (let seed = 1; seed <= WEEKS; seed++) {
        const { classes } = simulateModel(model, { seed, replications: 1 });
        const met = classes.map(({ targetsMet }) => targetsMet?.value === 1);
        first += met[0] ? 1 : 0;
        second += met[1] ? 1 : 0;
        both += met[0] && met[1] ? 1 : 0;
      }
      const analysis = analyse(scenario);
      // What is tested is how the lines go together, so each is given its own simulated chance.
      const channels = [first, second].map((weeks, c) => ({
        chance: weeks / WEEKS,
        daySwings: analysis.channels[c]?.daySwings ?? [],
      }));
      const together = chanceOfAll(channels, [{ members: [0] }, { members: [1] }], correlation);
      const independent = (first / WEEKS) * (second / WEEKS);
      const error = Math.sqrt((both / WEEKS) * (1 - both / WEEKS)) / Math.sqrt(WEEKS);
      expect(first).toBeGreaterThan(0.1 * WEEKS);
      expect(first).toBeLessThan(0.9 * WEEKS);
      expect(Math.abs(both / WEEKS - together)).toBeLessThan(4 * error);
      // The test can tell: independence is ruled out.
      expect(Math.abs(both / WEEKS - independent)).toBeGreaterThan(4 * error);
    },
    60_000,
  );
});
