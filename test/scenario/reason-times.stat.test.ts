/** A mix that changes with the hour, simulated: contacts and work of each reason in each hour against their means. */
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/scenario/schema-customers.ts';
import { simulate } from '../../src/scenario/simulate.ts';
import { exampleChannel, exampleGroup, exampleScenario } from './example.ts';

/** Quick ones thin out over the day, from four times as many as long ones to a quarter. */
const ratio = (hour: number): number => 4 ** (1 - (hour - 8) / 5.5);
const byHour = Array.from({ length: 24 }, (_, hour) => ratio(hour));
const REASONS: Reason[] = [
  { id: 'quick', share: 0.5, handleTimeFactor: 0.5, weights: { byHour } },
  { id: 'long', share: 0.5, handleTimeFactor: 1.5 },
];
const PER_HOUR = 60;
const every = (value: number): number[] => Array.from({ length: 24 }, () => value);
const scenario = exampleScenario({
  calendar: { timeZone: 'Europe/Paris', start: '2026-11-23', days: 1, intervalMinutes: 60, holidays: [] },
  channels: [
    exampleChannel({
      demand: { source: { kind: 'typed', contacts: every(PER_HOUR) }, dayFactorCv: 0 },
      handling: { mean: 400, cv: 1, afterContact: 0 },
      reasons: REASONS,
      patience: null,
    }),
  ],
  groups: [exampleGroup({ staffing: { kind: 'counts', agents: every(40) } })],
});

describe('a mix that changes with the hour', () => {
  it('brings each reason as often, and takes as long, as expected in every hour', () => {
    const replications = 400;
    const [phone] = simulate(scenario, { seed: 11, replications }).channels;
    const [quick, long] = phone?.reasons ?? [];
    for (let hour = 8; hour < 20; hour++) {
      const share = ratio(hour) / (1 + ratio(hour));
      // Poisson: the variance of a count is its mean.
      for (const [reason, mean] of [
        [quick, PER_HOUR * share],
        [long, PER_HOUR * (1 - share)],
      ] as const) {
        const offered = reason?.intervals[hour]?.offered.value ?? Number.NaN;
        expect(Math.abs(offered - mean)).toBeLessThan(4 * Math.sqrt(mean / replications));
      }
      const count = phone?.intervals[hour]?.offered.value ?? Number.NaN;
      const hours = [quick, long].reduce(
        (sum, one) => sum + (one?.intervals[hour]?.work.workHours.value ?? Number.NaN),
        0,
      );
      const mean = share * 200 + (1 - share) * 600;
      const square = 2 * (share * 200 ** 2 + (1 - share) * 600 ** 2);
      const error = Math.sqrt((square - mean ** 2) / (count * replications));
      expect(Math.abs((hours * 3600) / count - mean)).toBeLessThan(4 * error);
      expect(error).toBeLessThan(4);
    }
  });
});
