/** The retailer's phone line, of whose agents a third also write: what the models expect of it, against the simulation. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { withRequirement } from '../../src/scenario/apply.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';

const result = readScenarioText(readFileSync('scenarios/retail-peak-week.json', 'utf8'));
if (!result.ok) throw new Error('unsound');
const { scenario } = result;
const busier = (factor: number): Scenario => ({
  ...scenario,
  channels: scenario.channels.map((channel) => ({
    ...channel,
    volumeFactor: channel.volumeFactor * factor,
  })),
});

describe('calls of a line of which some agents also write', () => {
  // 87.1 and 56.8 % with the e-mail left out, where 85.4 and 35.1 are simulated.
  it.each([
    [1, 0.01],
    [1.4, 0.05],
  ])('are answered in time as simulated, at %d times the volume', (factor, points) => {
    const plan = busier(factor);
    const phone = analyse(plan).channels.find(({ id }) => id === 'phone');
    const level = simulate(plan, { seed: 11, replications: 60 }).channels.find(
      ({ id }) => id === 'phone',
    )?.serviceLevel;
    if (!phone || !level) throw new Error('nothing simulated');
    expect(level.high - level.low).toBeLessThan(0.02);
    expect(Math.abs((phone.targets[0]?.value ?? NaN) - level.value)).toBeLessThan(points);
  });

  it.each([1, 1.4])(
    'are kept in as many weeks as wanted once the requirement is applied, at %d times the volume',
    (factor) => {
      const plan = busier(factor);
      const groups = withRequirement(plan, analyse(plan), 'assured');
      const phone = simulate({ ...plan, groups }, { seed: 12, replications: 30 }).channels.find(
        ({ id }) => id === 'phone',
      );
      expect(phone?.targetsMet?.low).toBeGreaterThan(scenario.assurance);
    },
  );

  // E-mail that comes after the last open hours was counted against the reserve: 0.66 in time at ten times.
  it.each([5, 10])('are kept beside the e-mail, %d times as much of it', (factor) => {
    const channels = scenario.channels.map((channel) =>
      channel.id === 'email' ? { ...channel, volumeFactor: channel.volumeFactor * factor } : channel,
    );
    const plan = { ...scenario, channels };
    const groups = withRequirement(plan, analyse(plan), 'assured');
    const results = simulate({ ...plan, groups }, { seed: 13, replications: 20 }).channels;
    for (const id of ['phone', 'email']) {
      const channel = results.find((one) => one.id === id);
      expect(channel?.targetsMet?.value).toBeGreaterThan(scenario.assurance);
    }
  });
});
