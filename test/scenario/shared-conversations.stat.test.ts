/**
 * Chat and messaging of the same agents: what the models expect, against the simulation. Teams of 4 to 30 at random,
 * from calm to a third of the chats lost; seeds of team and simulation are those of the table.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/scenario/analyse.ts';
import { simulate, type ChannelSummary } from '../../src/scenario/simulate.ts';
import type { TargetKind } from '../../src/scenario/analysis.ts';
import { readScenarioText } from '../../src/scenario/text-file.ts';
import { sharedTalk } from './random-teams.ts';

/** Every group serves both where the seed is 0 or 1 modulo 4; in the others one of them serves one. */
const seeds = Array.from({ length: 32 }, (_, k) => k + 1);
const whole = seeds.filter((seed) => seed % 4 < 2);
const partial = seeds.filter((seed) => seed % 4 >= 2);

function simulated(summary: ChannelSummary | undefined, kind: TargetKind): number {
  const { firstResponse, abandonment } = summary ?? {};
  const estimate =
    kind === 'firstResponsePercentile'
      ? firstResponse?.within
      : kind === 'firstResponseMean'
        ? firstResponse?.mean
        : abandonment;
  return estimate?.value ?? NaN;
}

/** Of all channels of the teams: distances of a target from the simulation, the least first; of means in shares of them. */
function distances(teams: readonly number[]): Map<TargetKind, number[]> {
  const all = new Map<TargetKind, number[]>();
  for (const seed of teams) {
    const scenario = sharedTalk(seed);
    const { channels } = analyse(scenario);
    const run = simulate(scenario, { seed, replications: 20 });
    channels.forEach(({ targets }, c) => {
      for (const { kind, value } of targets) {
        const truth = simulated(run.channels[c], kind);
        const apart = Math.abs((value ?? NaN) - truth);
        all.set(kind, [...(all.get(kind) ?? []), kind === 'firstResponseMean' ? apart / truth : apart]);
      }
    });
  }
  for (const list of all.values()) list.sort((a, b) => a - b);
  return all;
}

function at(list: readonly number[] | undefined, share: number): number {
  return list?.[Math.floor(share * (list.length - 1))] ?? NaN;
}

describe('conversations of two channels with the same agents', () => {
  // Measured: first replies in time median 0.4 points and 4.3 at most (agents split: 15.6 and 97), abandonment 0.2
  // and 6.9 where a sixth and more is lost, means 2.4 and 15 per cent.
  it('are expected as simulated where every group serves both', () => {
    const apart = distances(whole);
    expect(at(apart.get('firstResponsePercentile'), 0.5)).toBeLessThan(0.01);
    expect(at(apart.get('firstResponsePercentile'), 1)).toBeLessThan(0.05);
    expect(at(apart.get('abandonment'), 0.5)).toBeLessThan(0.005);
    expect(at(apart.get('abandonment'), 1)).toBeLessThan(0.08);
    expect(at(apart.get('firstResponseMean'), 0.5)).toBeLessThan(0.03);
  });

  // Measured: first replies in time median 3.2 points, nine in ten within 10 (agents split: 4.9 and 20).
  it('are nearer than a split where one group serves one of them', () => {
    const apart = distances(partial);
    expect(at(apart.get('firstResponsePercentile'), 0.5)).toBeLessThan(0.04);
    expect(at(apart.get('firstResponsePercentile'), 0.9)).toBeLessThan(0.13);
    expect(at(apart.get('abandonment'), 0.5)).toBeLessThan(0.03);
  });

  // Measured: 98.6 % of first replies in messaging in time where 98.7 are simulated (agents split: 84.7), chat lost
  // 6.8 % where 5.8 are (200 replications; 60 here, seed 1).
  it('are expected as simulated in the bundled week of the retailer', () => {
    const parsed = readScenarioText(readFileSync('scenarios/retail-peak-week.json', 'utf8'));
    if (!parsed.ok) throw new Error('unsound');
    const { scenario } = parsed;
    const { channels } = analyse(scenario);
    const run = simulate(scenario, { seed: 1, replications: 60 });
    for (const id of ['chat', 'messaging']) {
      const c = scenario.channels.findIndex((channel) => channel.id === id);
      for (const { kind, value } of channels[c]?.targets ?? []) {
        const truth = simulated(run.channels[c], kind);
        const scale = kind === 'firstResponseMean' ? truth * 5 : 1;
        expect(Math.abs((value ?? NaN) - truth)).toBeLessThan(0.013 * scale);
      }
    }
  });
});
