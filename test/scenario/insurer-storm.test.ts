/** The question of the bundled insurer has the answer its README line asks for. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Scenario } from '../../src/scenario/schema.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';

it(
  'saves calls of the storm by calling back, but not all of them within the promise',
  { tags: 'slow' },
  () => {
    const read = readScenarioText(readFileSync('scenarios/insurer-storm.json', 'utf8'));
    if (!read.ok) throw new Error('not a scenario');
    const { scenario } = read;
    const without: Scenario = {
      ...scenario,
      channels: scenario.channels.map(({ callback: _offer, ...channel }) => channel),
    };
    const run = { seed: 1, replications: 12 };
    const [offering, plain] = [simulate(scenario, run), simulate(without, run)];
    const [claims, callbacks] = offering.channels;
    // 3.1 % of customers give up for good, against 8.1 % (40 replications)
    expect(offering.customers?.gaveUp?.value).toBeLessThan(0.5 * (plain.customers?.gaveUp?.value ?? 0));
    expect(plain.channels[0]?.blocked.value).toBeGreaterThan(10);
    expect(claims?.blocked.value).toBe(0);
    expect(callbacks?.offered.value).toBe(claims?.calledBack.value);
    // the promise is 90 % within three hours; about 70 % are kept
    expect(callbacks?.firstResponse.within?.value).toBeLessThan(0.9);
    expect(callbacks?.firstResponse.within?.value).toBeGreaterThan(0.5);
  },
);
