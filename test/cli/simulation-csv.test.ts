import { expect, it } from 'vitest';
import { asCsv } from '../../src/cli/simulation-csv.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleScenario } from '../scenario/example.ts';

it('writes every measure of a channel, by interval too, and how often each target is met', () => {
  const summary = simulate(exampleScenario(), { seed: 1, replications: 2 });
  const [phone] = summary.channels;
  const [head, ...rows] = asCsv(summary)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  expect(head).toEqual(['kind', 'id', 'from', 'to', 'measure', 'value', 'low', 'high']);
  const valueOf = (from: string, measure: string) => {
    const row = rows.find(
      ([kind, id, start, , name]) =>
        kind === 'channel' && id === phone?.id && start === from && name === measure,
    );
    return row && Number(row[5]);
  };
  expect(phone?.offered.value).toBeGreaterThan(0);
  const busiest = phone?.intervals.findIndex(({ abandonedWithin }) => abandonedWithin.value > 0) ?? -1;
  expect(busiest).toBeGreaterThan(-1);
  for (const measure of [
    'offered',
    'answeredWithin',
    'abandonedWithin',
    'offeredWaitWithin',
    'waitProbability',
    'queueAtEnd',
  ] as const) {
    expect(valueOf('', measure), measure).toBe(phone?.[measure]?.value);
    const from = String(busiest * summary.intervalSeconds);
    expect(valueOf(from, measure), measure).toBe(phone?.intervals[busiest]?.[measure]?.value);
  }
  expect(valueOf('', 'serviceLevelMet')).toBe(phone?.targetMet.serviceLevel?.value);
});
