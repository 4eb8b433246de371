/** Expected figures of plans of which some do not come, against the simulation that sends them home. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import type { AgentGroup, Scenario } from '../../src/scenario/schema.ts';
import { onePhoneDay } from './one-phone-day.ts';

/** Widest part of the band that is not chance: flanks of the day, and three numbers for a whole law. */
const BAND = 0.006;

function withAbsence(scenario: Scenario, absence: number): Scenario {
  return { ...scenario, groups: scenario.groups.map((group): AgentGroup => ({ ...group, absence })) };
}

describe('a plan of which some do not come', () => {
  it.each([
    [12, 11, 0.08, 0],
    [24, 21, 0.1, 0],
    [24, 21, 0.1, 0.1],
    [44, 36, 0.15, 0],
  ])(
    '%i planned for the work of %i, absence %f, days that swing by %f',
    (agents, work, absence, cv) => {
      const day = onePhoneDay(agents, cv);
      const sized: Scenario = {
        ...day,
        channels: day.channels.map((channel) => ({ ...channel, volumeFactor: work / 10 })),
      };
      const expected = analyse(withAbsence(sized, absence)).channels[0]?.targets[0];
      const replications = 1000;
      const level = simulate(withAbsence(sized, absence), { seed: 5, replications }).channels[0]
        ?.serviceLevel;
      if (!level || !expected) throw new Error('no level');
      const error = (level.high - level.low) / 2 / 1.96;
      expect(Math.abs((expected.value ?? Number.NaN) - level.value)).toBeLessThan(4 * error + BAND);
      // The test can tell: everybody present is ruled out.
      const everybody = analyse(sized).channels[0]?.targets[0]?.value ?? Number.NaN;
      expect(Math.abs(everybody - level.value)).toBeGreaterThan(4 * error + BAND);
      // Single days: the width of the central 95 %, by what one day adds to the error of the mean.
      const width = 2 * 1.96 * error * Math.sqrt(replications);
      const ratio = ((expected.high ?? 0) - (expected.low ?? 0)) / width;
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.1);
    },
    30_000,
  );
});
